import type { FindingData } from '@loadlight/protocol/finding-data';
import { FIX_ALL, NOTEBOOK_FIX_ALL } from '@loadlight/protocol/kinds';
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  type Diagnostic,
  type ProtocolConnection,
  type WorkspaceEdit
} from 'vscode-languageserver-protocol';
import type { Documents } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';
import { applyEdit } from './apply-edit.js';

/**
 * What became of a fix: the texts that it changed; `moved` where the text changed meanwhile, `locked` where a
 * cell is not to be edited, and `none` where the
 * server has no such fix (any more) or does not run. None of these changed anything.
 */
export type FixOutcome =
  { readonly kind: 'done'; readonly texts: readonly OpenText[] } | { readonly kind: 'moved' | 'locked' | 'none' };

/** Fetches a fix's edits when it is clicked, so that they are for the text as it is, and applies them. */
export class Fixer {
  constructor(
    private readonly documents: Documents,
    private readonly running: () => ProtocolConnection | undefined
  ) {}

  /** One fix of one finding, by its title. */
  async fix(text: OpenText, finding: Diagnostic, title: string): Promise<FixOutcome> {
    return this.apply(await this.editOf(text, finding, title));
  }

  /** What `fix` would do, for `apply`; undefined where there is no such fix (any more). */
  editOf(text: OpenText, finding: Diagnostic, title: string): Promise<WorkspaceEdit | undefined> {
    const diagnostic = newest(text, finding);
    const context = { diagnostics: [diagnostic], only: [CodeActionKind.QuickFix] };
    return this.ask(text, diagnostic.range, context, action => action.title === title);
  }

  /** Makes the change, unless the text is another one by now. */
  apply(edit: WorkspaceEdit | undefined): FixOutcome {
    return edit ? applyEdit(edit, this.documents) : { kind: 'none' };
  }

  /** Every safe fix of the document. */
  async fixAll(document: OpenDocument): Promise<FixOutcome> {
    const [text] = document.texts;
    if (!text) return { kind: 'none' };
    const kind = document.kind === 'notebook' ? NOTEBOOK_FIX_ALL : FIX_ALL;
    const start = { line: 0, character: 0 };
    const context = { diagnostics: [], only: [kind] };
    return this.apply(await this.ask(text, { start, end: start }, context, action => action.kind === kind));
  }

  private async ask(
    { uri }: OpenText,
    range: Diagnostic['range'],
    context: { diagnostics: Diagnostic[]; only: string[] },
    wanted: (action: CodeAction) => boolean
  ): Promise<WorkspaceEdit | undefined> {
    const params = { textDocument: { uri }, range, context };
    // A server that goes away meanwhile has no fix either; whoever watches it says so.
    const answers = await this.running()
      ?.sendRequest(CodeActionRequest.type, params)
      .catch(() => null);
    return (answers ?? []).find((answer): answer is CodeAction => 'edit' in answer && wanted(answer))?.edit;
  }
}

/** The finding as the server said it last: the one on the screen may be of an older text. */
function newest(text: OpenText, finding: Diagnostic): Diagnostic {
  const { fingerprint } = dataOf(finding) ?? {};
  return (
    text.findings.find(other => fingerprint !== undefined && dataOf(other)?.fingerprint === fingerprint) ?? finding
  );
}

/** What the server says of a finding beside the diagnostic; undefined for a diagnostic that is not ours. */
export function dataOf({ data }: Diagnostic): FindingData | undefined {
  return typeof data === 'object' && data !== null && 'fixes' in data ? (data as FindingData) : undefined;
}
