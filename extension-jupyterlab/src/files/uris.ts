/**
 * The server's files are named by URI, all of one scheme below one folder, so that it can walk upwards from a notebook to
 * the root. The drive of a path of another drive (`RTC:folder/a.ipynb`) is a folder of its own below the root.
 */
const ROOT = 'jupyter-file:///root/';
const CELLS = 'jupyter-cell:///root/';

/** The folder that the contents manager shows. */
export const ROOT_FOLDER = { uri: ROOT.slice(0, -1), name: 'Jupyter' };

/** URI of a path of the contents manager. */
export function uriOfPath(path: string): string {
  return ROOT + encodePath(path);
}

/** Path of the contents manager; the root is the empty path. */
export function pathOfUri(uri: string): string {
  const [first = '', ...rest] = uri
    .slice(ROOT.length)
    .split('/')
    .filter(segment => segment !== '')
    .map(segment => decodeURIComponent(segment));
  return first.endsWith(':') ? first + rest.join('/') : [first, ...rest].join('/');
}

/** URI of a cell's text. */
export function uriOfCell(notebookPath: string, cellId: string): string {
  return `${CELLS}${encodePath(notebookPath)}#${encodeURIComponent(cellId)}`;
}

function encodePath(path: string): string {
  const [, drive = '', local = ''] = /^([^/:]+:)?(.*)$/s.exec(path) ?? [];
  return [...(drive === '' ? [] : [drive]), ...local.split('/')].map(encodeURIComponent).join('/');
}
