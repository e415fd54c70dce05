import type { CellInput, DocumentInput } from '@loadlight/engine/document';
import type { Notebook } from '@loadlight/notebook/notebook';

/** A file as the engine takes it: of a notebook the code cells in Python. */
export function documentInput(
  uri: string,
  version: number,
  text: string,
  notebook: Notebook | undefined
): DocumentInput {
  if (!notebook) return { kind: 'file', uri, version, text };
  const cells: CellInput[] = [];
  for (const cell of notebook.cells) {
    if (cell.kind !== 'code' || (cell.language ?? notebook.language) !== 'python') continue;
    cells.push({ id: cell.id, version, text: cell.source.text });
  }
  // A notebook of another kernel may still hold cells that say they are Python.
  return { kind: 'notebook', uri, version, language: cells.length > 0 ? 'python' : notebook.language, cells };
}
