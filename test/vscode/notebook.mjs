import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { until } from './until.mjs';

/** A notebook's text. Each cell is Python code, or `{ markdown }`; every cell gets an id by its place. */
export function notebookOf(cells, { kernel = 'python3', language = 'python' } = {}) {
  return JSON.stringify(
    {
      cells: cells.map((cell, index) =>
        typeof cell === 'string'
          ? {
              cell_type: 'code',
              execution_count: null,
              id: `c${index}`,
              metadata: {},
              outputs: [],
              source: lines(cell)
            }
          : { cell_type: 'markdown', id: `c${index}`, metadata: {}, source: lines(cell.markdown) }
      ),
      metadata: {
        kernelspec: { display_name: language, language, name: kernel },
        language_info: { name: language }
      },
      nbformat: 4,
      nbformat_minor: 5
    },
    null,
    1
  );
}

const lines = text => text.split(/(?<=\n)/);

/** The code cells of a notebook on disk, as texts. */
export function codeCellsOnDisk(file) {
  const { cells } = JSON.parse(readFileSync(file, 'utf8'));
  return cells.filter(cell => cell.cell_type === 'code').map(cell => [cell.source].flat().join(''));
}

/** The code cells that the notebook in front shows. */
export const cells = page => page.locator('.notebookOverlay .cell-list-container .monaco-list-row.code-cell-row');

export const cellWith = (page, text) => cells(page).filter({ hasText: text }).first();

/** Waits until the notebook in front shows its code cells. A VS Code without a server asks first. */
export async function notebookShown(page, count) {
  const open = page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: 'Open Notebook' });
  await until(async () => {
    if (await open.isVisible()) await open.click();
    assert.ok((await cells(page).count()) >= count);
  }, 30_000);
}
