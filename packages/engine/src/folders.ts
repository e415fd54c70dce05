const MAX_LEVELS = 32;

/** The innermost workspace folder around the document; undefined where it is in none. URIs without a slash at the end. */
export function rootAround(document: string, roots: readonly string[]): string | undefined {
  return roots.filter(root => document.startsWith(`${root}/`)).sort((a, b) => b.length - a.length)[0];
}

/**
 * The document's folder and those above it, up to the innermost workspace folder around it; a document outside all of
 * them has its own folder only. URIs without a slash at the end.
 */
export function foldersUpwards(document: string, roots: readonly string[]): string[] {
  const own = document.slice(0, document.lastIndexOf('/'));
  const root = rootAround(document, roots);
  if (root === undefined) return own ? [own] : [];
  const folders: string[] = [];
  for (let folder = own; folders.length < MAX_LEVELS; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    folders.push(folder);
    if (folder === root) break;
  }
  return folders;
}

/** The URI's path seen from a folder around it (with its slash); what cannot be decoded stays as it is. */
export function pathFrom(folder: string, uri: string): string {
  const path = uri.slice(folder.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
