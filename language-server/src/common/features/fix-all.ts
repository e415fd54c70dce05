import type { FixedData } from '@loadlight/protocol/finding-data';
import { FIX_ALL, NOTEBOOK_FIX_ALL } from '@loadlight/protocol/kinds';
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { serverSays } from '../server-messages.js';
import type { Session } from '../session.js';
import { isSafelyFixable } from '../shown-findings.js';
import { toWorkspaceEdit } from '../workspace-edit.js';
import { isAsked } from './code-action.js';

/** What a fix-all that is resolved later carries. */
export interface FixAllData {
  readonly kind: 'fix-all';
  readonly document: string;
  readonly version: number;
}

/**
 * `source.fixAll.loadlight` for a file, `notebook.source.fixAll.loadlight` for a notebook, whichever of its cells is
 * asked. A cell that is asked for the file's kind says nothing: clients ask every cell of a notebook for it at once.
 * Offered only where there is something to fix, and only to who asks for the kind.
 */
export async function fixAll(session: Session, params: CodeActionParams, signal: AbortSignal): Promise<CodeAction[]> {
  const located = session.documents.locate(params.textDocument.uri);
  if (!located || params.context.only === undefined) return [];
  const kind = session.documents.isNotebook(located.document) ? NOTEBOOK_FIX_ALL : FIX_ALL;
  if (!isAsked(params.context.only, kind)) return [];
  const analysis = await session.analyses.current(located.document);
  if (!analysis?.findings.some(finding => !finding.suppressed && isSafelyFixable(finding))) return [];
  const data: FixAllData = { kind: 'fix-all', document: located.document, version: analysis.version };
  const action: CodeAction = { title: session.translation.of(serverSays('server-fix-all')), kind, data };
  if (session.client.resolvesEdits) return [action];
  const resolved = await resolveFixAll(session, action, data, signal);
  return resolved.edit ? [resolved] : [];
}

/** The action with the edits of all safe fixes; without where the text has moved on. */
export async function resolveFixAll(
  { engine, documents, analyses, client }: Session,
  action: CodeAction,
  { document, version }: FixAllData,
  signal: AbortSignal
): Promise<CodeAction> {
  await analyses.current(document);
  const before = documents.input(document)?.version;
  if (before !== version) return action;
  const { edits, fixed } = await engine.fixAll(document, signal);
  if (documents.input(document)?.version !== before) return action;
  const edit = toWorkspaceEdit(edits, documents, client);
  if (!edit) return action;
  const data: FixAllData & FixedData = { kind: 'fix-all', document, version, fixed };
  return { ...action, edit, data };
}
