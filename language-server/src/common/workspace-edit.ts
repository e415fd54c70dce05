import type { Edit } from '@loadlight/facts/fix';
import type { CreateFile, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Client } from './client.js';
import type { Documents } from './documents.js';
import { textUriOf } from './documents.js';

/**
 * The edits for a client, with the version of every text that they touch, so that a client refuses them where a text has
 * moved on. Undefined where there are none, or where one is for a text that LSP does not know. A file that is to be made is made first, and only where it is not there.
 */
export function toWorkspaceEdit(
  edits: readonly Edit[],
  documents: Documents,
  { documentChanges }: Pick<Client, 'documentChanges'>
): WorkspaceEdit | undefined {
  const byUri = new Map<string, TextEdit[]>();
  const made: CreateFile[] = [];
  for (const { document, part, range, newText, creates } of edits) {
    const uri = textUriOf(document, part);
    if (uri === undefined) return undefined;
    const list = byUri.get(uri) ?? [];
    if (creates) made.push({ kind: 'create', uri });
    byUri.set(uri, [...list, { range, newText }]);
  }
  if (byUri.size === 0) return undefined;
  if (!documentChanges) return { changes: Object.fromEntries(byUri) };
  return {
    documentChanges: [
      ...made,
      ...[...byUri].map(([uri, textEdits]) => ({
        textDocument: { uri, version: documents.version(uri) ?? null },
        edits: textEdits
      }))
    ]
  };
}
