/** A file that is to be changed, or made where there is none yet. */
interface Kept {
  readonly uri: { readonly path: string; toString(): string };
  /** What it holds; undefined where there is none. */
  readonly before: string | undefined;
}

/**
 * Each file once, and none that would be made below a folder in which one of the same name is kept: programs look for a `.env` from their
 * own folder upwards.
 */
export function keptOnce<K extends Kept>(all: readonly K[]): K[] {
  const files = [...new Map(all.map(one => [one.uri.toString(), one])).values()];
  return files.filter(one => one.before !== undefined || !files.some(other => isAbove(other, one)));
}

function isAbove(other: Kept, one: Kept): boolean {
  const [folder, name] = split(other.uri.path);
  const [below, same] = split(one.uri.path);
  return name === same && below !== folder && below.startsWith(folder);
}

/** The folder, with its last slash, and the name. */
function split(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/') + 1;
  return [path.slice(0, end), path.slice(end)];
}
