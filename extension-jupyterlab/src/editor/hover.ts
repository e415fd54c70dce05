import { forEachDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { closeHoverTooltips, type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { EXPLAIN, type ExplainParams, type ExplainResult } from '@loadlight/protocol/messages';
import type { Diagnostic, ProtocolConnection } from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import { hoverCard, type HoverCardActions } from './hover-card.js';
import { findingOf } from './marks.js';
import { positionAt } from './positions.js';

/** How long the hover waits for what the server knows, in milliseconds; then it says what is here. */
const PATIENCE_MS = 1500;

export interface HoverOptions {
  readonly documents: Documents;
  readonly running: () => ProtocolConnection | undefined;
  /** The actions of the card in this editor; `close` takes the card away. */
  readonly actions: (view: EditorView, model: object) => HoverCardActions;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly findings: readonly Diagnostic[];
}

/** Says what stands under the pointer: its findings with their fixes, and what is known of a load that has none. */
export function hover(model: object, options: HoverOptions): Extension {
  return hoverTooltip(
    async (view, offset): Promise<Tooltip | null> => {
      const text = options.documents.ofModel(model);
      if (!text) return null;
      const { version } = text;
      const { from, to, findings } = findingsAt(view, offset);
      const explanation = await explain(options.running(), {
        textDocument: { uri: text.uri },
        position: positionAt(view.state.doc, offset)
      });
      if (text.version !== version || (findings.length === 0 && !explanation)) return null;
      const actions = options.actions(view, model);
      return {
        pos: from,
        end: to,
        above: true,
        create: () => ({ dom: hoverCard(findings, explanation, actions) })
      };
    },
    { hideOnChange: true }
  );
}

/** Takes the card away. */
export function closeHover(view: EditorView): void {
  view.dispatch({ effects: closeHoverTooltips });
}

function findingsAt(view: EditorView, offset: number): Found {
  const findings: Diagnostic[] = [];
  let [from, to] = [offset, offset];
  forEachDiagnostic(view.state, (mark, markFrom, markTo) => {
    const finding = findingOf(mark);
    if (!finding || offset < markFrom || offset > markTo) return;
    findings.push(finding);
    from = Math.min(from, markFrom);
    to = Math.max(to, markTo);
  });
  return { from, to, findings };
}

async function explain(
  connection: ProtocolConnection | undefined,
  params: ExplainParams
): Promise<NonNullable<ExplainResult> | undefined> {
  if (!connection) return undefined;
  const answer = connection.sendRequest<ExplainResult>(EXPLAIN, params).catch(() => null);
  const late = new Promise<null>(resolve => setTimeout(resolve, PATIENCE_MS, null));
  return (await Promise.race([answer, late])) ?? undefined;
}
