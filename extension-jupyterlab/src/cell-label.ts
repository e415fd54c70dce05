import type { TranslationBundle } from '@jupyterlab/translation';
import type { OpenDocument } from './documents/open-document.js';
import { OpenNotebook } from './documents/open-notebook.js';
import type { OpenText } from './documents/open-text.js';

/** The cell's number among all cells, from 1, and its execution count; undefined for a file. */
export interface CellNumber {
  readonly number: number;
  readonly executed: number | undefined;
}

export function cellOf(document: OpenDocument, { cellId }: OpenText): CellNumber | undefined {
  if (!(document instanceof OpenNotebook)) return undefined;
  const index = document.cells.findIndex(cell => cell.getId() === cellId);
  const cell = document.cells[index];
  const executed = cell && 'execution_count' in cell ? cell.execution_count : null;
  return { number: index + 1, executed: typeof executed === 'number' ? executed : undefined };
}

/** What the user calls the cell. */
export function cellLabel({ number, executed }: CellNumber, trans: TranslationBundle): string {
  return executed === undefined ? trans.__('Cell %1', number) : trans.__('Cell %1 [%2]', number, executed);
}
