import { CLEAR_OUTPUTS, type ClearOutputs } from '@loadlight/protocol/clear-outputs';
import { SET_CELL_IGNORES, type SetCellIgnores } from '@loadlight/protocol/cell-metadata';
import type { AskingData, FindingData, FixedData, IgnoringData } from '@loadlight/protocol/finding-data';
import { FIX_ALL, NOTEBOOK_FIX_ALL } from '@loadlight/protocol/kinds';
import { TAKE_OUT_EVERYWHERE, type TakeOutEverywhere } from '@loadlight/protocol/take-out';
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  Command,
  type Diagnostic,
  type ProtocolConnection,
  type WorkspaceEdit
} from 'vscode-languageserver-protocol';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';

/**
 * What a fix would do: an edit of texts, with outputs that go at once; only such outputs; an edit of what a cell's metadata ignores; or that a credential is to be taken out of all files, by the server's name for it. `moved` where the text has changed
 * meanwhile, `none` where the server has no such fix (any more) or does not run.
 */
export type Effect =
  | {
      readonly kind: 'edit';
      readonly edit: WorkspaceEdit;
      readonly clears?: ClearOutputs;
      /** Of a fix-all: how many findings it fixes. */
      readonly fixed?: number;
    }
  | { readonly kind: 'outputs'; readonly clears: ClearOutputs }
  | { readonly kind: 'metadata'; readonly change: SetCellIgnores }
  | { readonly kind: 'everywhere'; readonly id: string }
  | { readonly kind: 'moved' | 'none' };

/** What the user said: to what a fix asks for, or why a finding is ignored. */
export type Said = Pick<IgnoringData, 'reason'> & Pick<AskingData, 'answer'>;

/** What fix-all needs to know of a document. */
interface FixedWhole {
  readonly kind: OpenDocument['kind'];
  readonly texts: readonly Pick<OpenText, 'uri'>[];
}

/** Fetches what a fix does when it is clicked, so that it is for the text as it is. */
export class Fixer {
  constructor(private readonly running: () => ProtocolConnection | undefined) {}

  /** What one fix of one finding does, by its title, with what the user said to it. */
  fix(text: OpenText, finding: Diagnostic, title: string, said: Said = {}): Promise<Effect> {
    const diagnostic = newest(text, finding);
    const context = { diagnostics: [diagnostic], only: [CodeActionKind.QuickFix] };
    return this.ask(text, diagnostic.range, context, action => action.title === title, said);
  }

  /** What every safe fix of a document does, open or not: it is one that the server has. */
  async fixAll(document: FixedWhole): Promise<Effect> {
    const [text] = document.texts;
    if (!text) return { kind: 'none' };
    const kind = document.kind === 'notebook' ? NOTEBOOK_FIX_ALL : FIX_ALL;
    const start = { line: 0, character: 0 };
    const context = { diagnostics: [], only: [kind] };
    return this.ask(text, { start, end: start }, context, action => action.kind === kind);
  }

  private async ask(
    { uri }: Pick<OpenText, 'uri'>,
    range: Diagnostic['range'],
    context: { diagnostics: Diagnostic[]; only: string[] },
    wanted: (action: CodeAction) => boolean,
    said: Said = {}
  ): Promise<Effect> {
    const connection = this.running();
    const params = { textDocument: { uri }, range, context };
    // A server that goes away meanwhile has no fix either; whoever watches it says so.
    const answers = await connection?.sendRequest(CodeActionRequest.type, params).catch(() => null);
    const offered = (answers ?? []).find((answer): answer is CodeAction => !Command.is(answer) && wanted(answer));
    if (!connection || !offered) return { kind: 'none' };
    if (offered.command?.command === TAKE_OUT_EVERYWHERE) {
      const [wanted] = (offered.command.arguments ?? []) as TakeOutEverywhere[];
      return wanted ? { kind: 'everywhere', id: wanted.id } : { kind: 'none' };
    }
    const data: unknown = Object.keys(said).length === 0 ? offered.data : { ...(offered.data as object), ...said };
    // The server refuses to say what a fix does to another text than the one it was offered for.
    const action = await connection
      .sendRequest(CodeActionResolveRequest.type, { ...offered, data })
      .catch(() => undefined);
    if (!action) return { kind: 'moved' };
    const [clears] =
      action.command?.command === CLEAR_OUTPUTS ? ((action.command.arguments ?? []) as ClearOutputs[]) : [];
    const { fixed } = (action.data ?? {}) as FixedData;
    if (action.edit)
      return { kind: 'edit', edit: action.edit, ...(clears && { clears }), ...(fixed !== undefined && { fixed }) };
    if (clears) return { kind: 'outputs', clears };
    const [change] =
      action.command?.command === SET_CELL_IGNORES ? ((action.command.arguments ?? []) as SetCellIgnores[]) : [];
    return change ? { kind: 'metadata', change } : { kind: 'none' };
  }
}

/** The finding as the server said it last: the one on the screen may be of an older text. */
export function newest(text: OpenText, finding: Diagnostic): Diagnostic {
  const { fingerprint } = dataOf(finding) ?? {};
  return (
    text.findings.find(other => fingerprint !== undefined && dataOf(other)?.fingerprint === fingerprint) ?? finding
  );
}

/** What the server says of a finding beside the diagnostic; undefined for a diagnostic that is not ours. */
export function dataOf({ data }: Diagnostic): FindingData | undefined {
  return typeof data === 'object' && data !== null && 'fixes' in data ? (data as FindingData) : undefined;
}
