import { isKnownModule } from '../catalogue/known-modules.js';

/** Folders to look for a module in, nearest first, and the path below them without its ending. */
export interface Candidates {
  readonly folders: readonly string[];
  /** Names of folders, and last the module's own; empty where the folder itself is the package. */
  readonly path: readonly string[];
}

/**
 * Where Python would look for a module that a document imports, as URIs of folders without a slash at their end.
 * `isPackage` says of a folder whether it has an `__init__.py`. What is in no such place is not looked for: in a script
 * its own folder comes first, in a package the folder around the packages, then the workspace folder and its `src`. A
 * module that the catalogue knows, or Python's own, is another one only where a script has it beside it, or where the document
 * stands in a package of that name.
 */
export function candidates(
  name: string,
  document: string,
  root: string | undefined,
  isPackage: (folder: string) => boolean
): Candidates {
  const own = parentOf(document);
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const path = name.slice(dots).split('.').filter(Boolean);
  if (dots > 0) {
    let folder = own;
    for (let level = 1; level < dots; level++) folder = parentOf(folder);
    return { folders: root === undefined || isWithin(folder, root) ? [folder] : [], path };
  }
  let around = own;
  let outermost = own;
  for (let level = 0; level < MAX_LEVELS && around !== root && isPackage(around); level++) {
    outermost = around;
    around = parentOf(around);
  }
  // The sources of a known library import themselves.
  const isItself = around !== own && lastNameOf(outermost) === path[0];
  if (isKnownModule(path[0] ?? '') && !isItself) return { folders: around === own ? [own] : [], path };
  const folders = root === undefined ? [around] : [around, root, `${root}/src`];
  return { folders: [...new Set(folders)], path };
}

const MAX_LEVELS = 16;

/** The folder around, as a URI without a slash at its end. */
export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}

function isWithin(folder: string, root: string): boolean {
  return folder === root || folder.startsWith(`${root}/`);
}

/** The last part of the URI, as the reader knows the file. */
export function lastNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
