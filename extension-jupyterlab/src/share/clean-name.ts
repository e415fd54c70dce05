import { PathExt } from '@jupyterlab/coreutils';

/** `folder/a-clean.ipynb` for `folder/a.ipynb`: where the clean copy goes unless somebody says another name. */
export function cleanPath(path: string): string {
  const extension = PathExt.extname(path);
  return `${path.slice(0, path.length - extension.length)}-clean${extension || '.ipynb'}`;
}

/** The path for a name that was typed: beside `source`, or from the top where it begins with a slash; undefined where it names nothing. */
export function pathTyped(typed: string, source: string): string | undefined {
  const name = typed.trim();
  if (name === '' || name.endsWith('/')) return undefined;
  const whole = PathExt.extname(name) === '.ipynb' ? name : `${name}.ipynb`;
  const [, drive = '', local = ''] = /^([^/:]+:)?(.*)$/s.exec(source) ?? [];
  const folder = PathExt.dirname(local);
  const path = whole.startsWith('/') ? whole.slice(1) : PathExt.join(folder, whole);
  return path.startsWith('..') ? undefined : drive + PathExt.normalize(path);
}
