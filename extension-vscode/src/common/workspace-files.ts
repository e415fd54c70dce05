import { type CancellationToken, FileType, RelativePattern, type Uri, workspace } from 'vscode';
import { excludeGlob } from './exclude-glob.js';

/** One list holds no more files than this, and one more where there are more: VS Code holds every notebook for minutes. */
export const MOST_FILES = 5000;

/** Gives files; ends early where the token says so. */
export type ListFiles = (token: CancellationToken) => Promise<readonly Uri[]>;

/** Python files and notebooks of the whole workspace. */
export function workspaceFiles(token: CancellationToken): Promise<readonly Uri[]> {
  return filesIn(
    (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
    token
  );
}

/** The Python files and notebooks among these, and those in the folders among these, each without what its settings exclude. */
export async function filesIn(chosen: readonly Uri[], token: CancellationToken): Promise<readonly Uri[]> {
  const found = chosen.map(async uri => {
    const { type } = await workspace.fs.stat(uri).then(null, () => ({ type: FileType.Unknown }));
    if (type & FileType.File) return /\.(py|ipynb)$/.test(uri.path) ? [uri] : [];
    const setting = (section: string): unknown => workspace.getConfiguration(section, uri).get('exclude');
    const exclude = excludeGlob(setting('files'), setting('search'));
    return workspace.findFiles(new RelativePattern(uri, '**/*.{py,ipynb}'), exclude, MOST_FILES + 1, token);
  });
  const files = (await Promise.all(found)).flat();
  return [...new Map(files.map(file => [file.toString(), file])).values()].slice(0, MOST_FILES + 1);
}

export function isNotebook(file: Uri): boolean {
  return file.path.endsWith('.ipynb');
}
