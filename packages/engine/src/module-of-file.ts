import { readCell } from '@loadlight/notebook/blank-magics';
import { readPercentFile } from '@loadlight/notebook/percent-file';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { parentOf } from '@loadlight/python/modules/module-path';
import type { ProgramCell } from '@loadlight/python/program';
import { stringsThatLookDrawn } from '@loadlight/secrets/meaning/strings-that-look-drawn';
import { WorkspaceModule } from '@loadlight/python/modules/workspace-module';

/** The file's text as a module; of a notebook its Python cells. Throws where a notebook cannot be read. */
export function moduleOf(grammar: PythonGrammar, uri: string, text: string): WorkspaceModule {
  if (!uri.endsWith('.ipynb'))
    return new WorkspaceModule(grammar, uri, [withLooks({ id: '', ...readPercentFile(text) })], true, text);
  const notebook = readNotebook(text);
  const cells = notebook.cells
    .filter(cell => cell.kind === 'code' && (cell.language ?? notebook.language) === 'python')
    .map(cell => withLooks({ id: cell.id, ...readCell(cell.source.text) }));
  return new WorkspaceModule(grammar, uri, cells, false, text);
}

function withLooks(cell: ProgramCell): ProgramCell {
  return { ...cell, strings: stringsThatLookDrawn(cell.text) };
}

/** The file that `%run` names, seen from the document's folder. */
export function runFile(path: string, document: string): string | undefined {
  const named = /\.(py|ipy|ipynb)$/.test(path) ? path : `${path}.py`;
  return fileSeenFrom(document, named);
}

/** The URI of a relative path, seen from the document's folder; undefined for any other path. */
export function fileSeenFrom(document: string, path: string): string | undefined {
  if (/^([/~\\]|[a-z]+:)/i.test(path)) return undefined;
  const parts = parentOf(document).split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(encodeURIComponent(part));
  }
  return parts.join('/');
}
