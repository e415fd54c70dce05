import assert from 'node:assert/strict';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Effect } from '../fixes/fixer.js';
import type { LookedFile } from '../scan/looked-file.js';
import { contentAfter } from './file-content.js';
import { type FileAnswer, type FilePlan, planOf } from './file-plan.js';

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
const answering = (file: LookedFile, effect: Effect, more: Partial<FileAnswer> = {}) =>
  planOf(file, () => Promise.resolve({ kind: 'effect', effect, count: 1, ...more }));
const edits = (...documentChanges: NonNullable<WorkspaceEdit['documentChanges']>): Effect => ({
  kind: 'edit',
  edit: { documentChanges }
});
const made = async (...args: Parameters<typeof answering>): Promise<FilePlan> => {
  const plan = await answering(...args);
  assert.ok(typeof plan === 'object');
  return plan;
};

describe('a change of a file that is not open', () => {
  it('is by its texts', async () => {
    const { changes, sources } = await made(
      looked('notebook', 'x', 'f(1)'),
      edits(change('text:1', edit(0, 2, 3, '2')))
    );
    assert.deepEqual(sources, ['x', 'f(1)']);
    assert.deepEqual(changes, [{ index: 1, cell: 1, source: 'f(1)', edits: [edit(0, 2, 3, '2')], credentials: [] }]);
  });
  it('is none where nothing is to be done, and refused where it is for another text', async () => {
    const file = looked('file', 'x');
    assert.equal(await answering(file, { kind: 'none' }), undefined);
    assert.equal(await answering(file, edits()), undefined);
    assert.equal(await answering(file, { kind: 'moved' }), 'moved');
    assert.equal(await answering(file, edits(change('text:1', edit(0, 0, 0, 'y')))), 'moved');
  });

  it('keeps the line ends of a file, and is refused by another text', async () => {
    const plan = await made(looked('file', 'a\r\nf(1)\r\n'), edits(change('text:0', edit(1, 2, 3, '2'))));
    assert.deepEqual(contentAfter('a\r\nf(1)\r\n', plan), { kind: 'after', content: 'a\r\nf(2)\r\n' });
    assert.deepEqual(contentAfter('a\nf(1)\n', plan), { kind: 'moved' });
  });
  it('leaves all of a notebook but the sources of its cells', async () => {
    const plan = await made(looked('notebook', '# T', 'a\nf(1)'), edits(change('text:1', edit(1, 2, 3, '2'))));
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
  it('takes out a credential that is not shown, with the outputs that show it', async () => {
    const file = looked('notebook', 'key = "abcdefgh"  # abcdefgh', 'key');
    const outputs = [{ cell: 'text:1', index: 1, mime: 'text/plain', length: 10 }];
    const effect = {
      ...edits(change('text:0', edit(0, 6, 16, 'read()'), edit(0, 20, 28, '…'))),
      clears: { outputs }
    } as Effect;
    const plan = await made(file, effect, { hides: true });
    assert.deepEqual(plan.changes[0]?.credentials, ['abcdefgh', 'abcdefgh']);
    const output = (text: string) => ({ output_type: 'execute_result', data: { 'text/plain': [text] } });
    const notebook = (...shown: object[]) => ({
      cells: [{ source: 'key = "abcdefgh"  # abcdefgh' }, { source: 'key', outputs: shown }]
    });
    assert.deepEqual(contentAfter(notebook(output('1'), output("'abcdefgh'")), plan), {
      kind: 'after',
      content: { cells: [{ source: 'key = read()  # …' }, { source: 'key', outputs: [output('1')] }] }
    });
    // Another output has come in its place.
    assert.deepEqual(contentAfter(notebook(output('1'), output('2')), plan), { kind: 'moved' });
  });
});
