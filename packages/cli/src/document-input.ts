import type { CellInput, CellMetadataInput, DocumentInput } from '@loadlight/engine/document';
import { mayIgnore } from '@loadlight/notebook/cell-ignores';
import type { Notebook } from '@loadlight/notebook/notebook';

/** A file as the engine takes it: of a notebook the code cells in Python, and what the metadata of all cells ignores. */
export function documentInput(
  uri: string,
  version: number,
  text: string,
  notebook: Notebook | undefined
): DocumentInput {
  if (!notebook) return { kind: 'file', uri, version, text };
  const cells: CellInput[] = [];
  const metadata: CellMetadataInput[] = [];
  for (const cell of notebook.cells) {
    if (cell.metadata && mayIgnore(cell.metadata.text)) metadata.push({ cell: cell.id, text: cell.metadata.text });
    if (cell.kind !== 'code' || (cell.language ?? notebook.language) !== 'python') continue;
    cells.push({ id: cell.id, version, text: cell.source.text });
  }
  // A notebook of another kernel may still hold cells that say they are Python.
  const language = cells.length > 0 ? 'python' : notebook.language;
  return { kind: 'notebook', uri, version, language, cells, metadata };
}
