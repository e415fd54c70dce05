import { YNotebook } from '@jupyter/ydoc';
import assert from 'node:assert/strict';
import { notebookChange } from './notebook-changes.js';
import type { NotebookFile } from './notebook-file.js';

describe('an edit of a notebook file in the open notebook', () => {
  const opened: YNotebook[] = [];
  afterEach(() => {
    for (const model of opened.splice(0)) model.dispose();
  });

  const file = (printed: string, user: string, metadata = {}): NotebookFile => ({
    cells: [
      { cell_type: 'markdown', source: ['# One\n', 'two'], metadata },
      {
        cell_type: 'code',
        source: 'run()',
        metadata: {},
        outputs: [
          { output_type: 'display_data', metadata: {}, data: { 'text/html': ['a\n', printed] } },
          { output_type: 'display_data', metadata: {}, data: { 'text/plain': ['kept'] } }
        ]
      }
    ],
    metadata: { user, kept: { deep: true } }
  });
  function open(metadata = {}): YNotebook {
    const model = YNotebook.create();
    opened.push(model);
    model.insertCells(0, [
      { cell_type: 'markdown', source: '# One\ntwo', metadata },
      {
        cell_type: 'code',
        source: 'run()',
        metadata: { trusted: true },
        outputs: [
          { output_type: 'display_data', metadata: {}, data: { 'text/html': 'a\nname' } },
          { output_type: 'display_data', metadata: {}, data: { 'text/plain': 'kept' } }
        ]
      }
    ]);
    model.setMetadata({ user: 'name', kept: { deep: true } });
    return model;
  }

  it('changes outputs and metadata, and nothing beside them', () => {
    const model = open({ editable: false });
    const locked = { editable: false };
    const change = notebookChange(model, file('name', 'name', locked), file('[removed]', '[removed]', locked));
    assert.ok(typeof change === 'function');
    change();
    const { cells, metadata } = model.toJSON();
    assert.deepEqual(cells[1]?.outputs, [
      { output_type: 'display_data', metadata: {}, data: { 'text/html': 'a\n[removed]' } },
      { output_type: 'display_data', metadata: {}, data: { 'text/plain': 'kept' } }
    ]);
    assert.deepEqual(cells[1].metadata, { trusted: true });
    assert.deepEqual(metadata, { user: '[removed]', kept: { deep: true } });
  });
  it('changes nothing where the notebook has moved on, or the cell is read-only', () => {
    const model = open({ editable: false, note: 1 });
    const [before, after] = [file('name', 'name', { note: 1 }), file('[removed]', '[removed]', { note: 2 })];
    assert.equal(notebookChange(model, before, after), 'locked');
    const moved = open();
    moved.cells[1]?.setSource('run(2)');
    assert.equal(notebookChange(moved, before, after), 'moved');
    const other = open();
    other.setMetadata('user', 'somebody else');
    assert.equal(notebookChange(other, file('name', 'name'), file('name', '[removed]')), 'moved');
    const printed = open();
    assert.equal(notebookChange(printed, file('other', 'name'), file('[removed]', 'name')), 'moved');
  });
});
