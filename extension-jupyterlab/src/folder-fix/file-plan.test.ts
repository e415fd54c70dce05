import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { LookedFile } from '../scan/looked-file.js';
import { contentAfter } from './file-content.js';
import { filePlan, type FilePlan } from './file-plan.js';

const edit = (line: number, from: number, to: number, newText: string): TextEdit => ({
  range: { start: { line, character: from }, end: { line, character: to } },
  newText
});
const looked = (kind: LookedFile['kind'], ...sources: string[]): LookedFile => ({
  path: kind === 'file' ? 'a.py' : 'a.ipynb',
  kind,
  texts: sources.map((source, index) => ({
    uri: `text:${index}`,
    cell: kind === 'file' ? undefined : index,
    source,
    findings: []
  })),
  safeFixes: 1
});
const change = (uri: string, ...edits: TextEdit[]) => ({ textDocument: { uri, version: 1 }, edits });
const planOf = (file: LookedFile, ...documentChanges: NonNullable<WorkspaceEdit['documentChanges']>) =>
  filePlan(file, { kind: 'edit', edit: { documentChanges } });
const made = (...args: Parameters<typeof planOf>): FilePlan => {
  const plan = planOf(...args);
  assert.ok(plan !== undefined && plan !== 'moved');
  return plan;
};

describe('a change of a file that is not open', () => {
  it('is by its texts', () => {
    const { changes, sources } = made(looked('notebook', 'x', 'f(1)'), change('text:1', edit(0, 2, 3, '2')));
    assert.deepEqual(sources, ['x', 'f(1)']);
    assert.deepEqual(changes, [{ index: 1, cell: 1, source: 'f(1)', edits: [edit(0, 2, 3, '2')], credentials: [] }]);
  });
  it('is none where nothing is to be done, and refused where it is for another text', () => {
    const file = looked('file', 'x');
    assert.equal(filePlan(file, { kind: 'none' }), undefined);
    assert.equal(planOf(file), undefined);
    assert.equal(filePlan(file, { kind: 'moved' }), 'moved');
    assert.equal(planOf(file, change('text:1', edit(0, 0, 0, 'y'))), 'moved');
  });

  it('keeps the line ends of a file, and is refused by another text', () => {
    const plan = made(looked('file', 'a\r\nf(1)\r\n'), change('text:0', edit(1, 2, 3, '2')));
    assert.deepEqual(contentAfter('a\r\nf(1)\r\n', plan), { kind: 'after', content: 'a\r\nf(2)\r\n' });
    assert.deepEqual(contentAfter('a\nf(1)\n', plan), { kind: 'moved' });
  });
  it('leaves all of a notebook but the sources of its cells', () => {
    const plan = made(looked('notebook', '# T', 'a\nf(1)'), change('text:1', edit(1, 2, 3, '2')));
    const notebook = (second: object, first: object = { source: '# T', attachments: { 'a.png': {} } }) => ({
      nbformat: 4,
      metadata: { own: [1] },
      cells: [first, { metadata: { tags: ['x'] }, outputs: [{ text: ['1'] }], ...second }]
    });
    assert.deepEqual(contentAfter(notebook({ source: ['a\n', 'f(1)'] }), plan), {
      kind: 'after',
      content: notebook({ source: 'a\nf(2)' })
    });
    // Another cell is another program.
    assert.deepEqual(contentAfter(notebook({ source: 'a\nf(1)' }, { source: '# U' }), plan), { kind: 'moved' });
    const locked = notebook({ source: 'a\nf(1)', metadata: { editable: false } });
    assert.deepEqual(contentAfter(locked, plan), { kind: 'locked' });
    for (const content of [null, 'text', { cells: {} }])
      assert.deepEqual(contentAfter(content, plan), { kind: 'moved' });
  });
});
