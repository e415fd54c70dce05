import { type Uri, workspace, type WorkspaceEdit } from 'vscode';

/** A file that an edit changed or made; not `saved` where the user has changes of their own in it. */
export interface Written {
  readonly uri: Uri;
  readonly saved: boolean;
}

/**
 * Makes the edit and saves what it touches, or of that what `isSaved` says, for what reads the files themselves. Throws where the
 * edit is refused.
 */
export async function applyAndSave(
  edit: WorkspaceEdit,
  isSaved: (uri: Uri) => boolean = () => true
): Promise<Written[]> {
  const uris = [...new Map(edit.entries().map(([uri]) => [uri.toString(), uri])).values()].filter(isSaved);
  const unsaved = new Set(
    workspace.textDocuments.filter(({ isDirty }) => isDirty).map(document => document.uri.toString())
  );
  if (!(await workspace.applyEdit(edit))) throw new Error('the edit was refused');
  const written: Written[] = [];
  for (const uri of uris) {
    const own = unsaved.has(uri.toString());
    const saved = !own && (await (await workspace.openTextDocument(uri)).save());
    written.push({ uri, saved });
  }
  return written;
}
