import { YNotebook } from '@jupyter/ydoc';
import assert from 'node:assert/strict';
import type { SharedText } from '../documents/open-text.js';
import { changeTogether } from './group-undo.js';

describe('one change over several cells', () => {
  const opened: YNotebook[] = [];
  // An open model keeps a timer.
  afterEach(() => {
    for (const model of opened.splice(0)) model.dispose();
  });

  function notebook(documentWide = false) {
    const model = YNotebook.create({ disableDocumentWideUndoRedo: !documentWide });
    opened.push(model);
    model.insertCells(
      0,
      ['import a', 'load(x)', 'other'].map(source => ({ cell_type: 'code', source }))
    );
    model.clearUndoHistory();
    for (const cell of model.cells) cell.clearUndoHistory();
    const [first, second] = model.cells as unknown as SharedText[];
    assert.ok(first && second);
    const fix = (): void =>
      changeTogether(model, [first, second], () => {
        first.updateSource(8, 8, '\nimport b');
        second.updateSource(5, 6, 'y');
      });
    return { model, first, second, fix, text: () => model.cells.map(cell => cell.getSource()).join('|') };
  }
  const BEFORE = 'import a|load(x)|other';
  const AFTER = 'import a\nimport b|load(y)|other';

  it('is undone and redone in any of its cells', () => {
    const { first, second, fix, text } = notebook();
    fix();
    assert.equal(text(), AFTER);
    for (const cell of [first, second, first]) {
      assert.ok(cell.undo());
      assert.equal(text(), BEFORE);
      assert.ok(cell.redo());
      assert.equal(text(), AFTER);
    }
  });
  it('is undone and redone by the notebook', () => {
    const { model, second, fix, text } = notebook();
    fix();
    model.undo();
    assert.equal(text(), BEFORE);
    assert.equal(second.undo(), false);
    model.redo();
    assert.equal(text(), AFTER);
    second.undo();
    assert.equal(text(), BEFORE);
    model.redo();
    assert.equal(text(), AFTER);
    model.undo();
    second.redo();
    assert.equal(text(), AFTER);
  });
  it('is undone in a cell after any other way back and forth', () => {
    const { model, first, second, fix, text } = notebook();
    fix();
    second.undo();
    second.redo();
    model.undo();
    model.redo();
    assert.equal(text(), AFTER);
    first.undo();
    assert.equal(text(), BEFORE);
  });
  it('leaves what was typed before and after alone', () => {
    const { first, second, fix, text } = notebook();
    first.updateSource(0, 0, '# ');
    fix();
    second.updateSource(7, 7, ' # typed');
    assert.equal(
      text(),
      '# import a\nimport b|load(y) # typed|other'.replace('# import a\nimport b', first.getSource())
    );
    const typed = second.getSource();
    first.undo();
    assert.equal(second.getSource(), typed.replace('load(y)', 'load(x)'));
    second.undo();
    assert.equal(second.getSource(), 'load(x)');
    first.undo();
    assert.equal(text(), BEFORE);
  });
  it('is one step where undo is the whole document’s', () => {
    const { model, fix, text } = notebook(true);
    fix();
    model.undo();
    assert.equal(text(), BEFORE);
  });
  it('does not fail over a cell that has gone', () => {
    const { model, first, fix } = notebook();
    fix();
    model.deleteCell(1);
    first.undo();
    assert.equal(first.getSource(), 'import a');
  });
});
