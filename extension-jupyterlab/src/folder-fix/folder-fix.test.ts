import assert from 'node:assert/strict';
import type { Contents } from '@jupyterlab/services';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { Documents } from '../documents/documents.js';
import { uriOfPath } from '../files/uris.js';
import type { FilePlan } from './file-plan.js';
import { FolderFix } from './folder-fix.js';

const insertion = (newText: string) => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  newText
});
const change = (path: string, newText: string) => ({
  textDocument: { uri: uriOfPath(path), version: null },
  edits: [insertion(newText)]
});
/** `# ` before the text of a file. */
const plan = (path: string, keeps?: WorkspaceEdit): FilePlan => ({
  path,
  kind: 'file',
  count: 1,
  sources: [path],
  changes: [{ index: 0, cell: undefined, source: path, edits: [insertion('# ')], credentials: [] }],
  clears: [],
  ...(keeps && { keeps })
});
const KEEPS: WorkspaceEdit = {
  documentChanges: [{ kind: 'create', uri: uriOfPath('.env') }, change('.env', 'A=1'), change('.gitignore', '.env')]
};

describe('a fix over several files', () => {
  let files: Map<string, string>;
  let written: string[];
  let refuses: string | undefined;

  beforeEach(() => {
    files = new Map(['a.py', 'b.py', 'c.py'].map(path => [path, path]));
    written = [];
    refuses = undefined;
  });

  /** Files of a folder of which one cannot be written. */
  const contents = {
    get: (path: string) => {
      const content = files.get(path);
      if (content === undefined) return Promise.reject(new Error('404'));
      return Promise.resolve({ type: 'file', format: 'text', writable: path !== 'c.py', content });
    },
    save: (path: string, { content }: { content: string }) => {
      files.set(path, content);
      written.push(path);
      return Promise.resolve({});
    }
  } as unknown as Contents.IManager;

  const start = (): FolderFix =>
    new FolderFix(() => Promise.reject(new Error('not asked')), {
      contents,
      documents: new Documents(),
      server: { connection: undefined },
      write: ({ documentChanges: [first] = [] }) => {
        const path = first && 'kind' in first ? '.env' : '.gitignore';
        if (path === refuses) return Promise.resolve({ kind: 'failed', path, reason: '400' });
        written.push(path);
        return Promise.resolve({ kind: 'written', path, saved: true });
      }
    });

  it('leaves what cannot be written, or is another file by now, and says why', async () => {
    const fix = start();
    files.set('b.py', 'other');
    const { done } = await fix.write([plan('a.py'), plan('b.py'), plan('c.py'), plan('gone.py')]);
    assert.deepEqual(
      done.map(({ path }) => path),
      ['a.py']
    );
    assert.deepEqual([...files.values()], ['# a.py', 'other', 'c.py']);
    assert.deepEqual(fix.left, [
      { path: 'b.py', why: 'moved' },
      { path: 'c.py', why: 'read-only' },
      { path: 'gone.py', why: 'failed', reason: '404' }
    ]);
  });
  it('makes once what its files need in others, before them: what is ignored first', async () => {
    await start().write([plan('a.py', KEEPS), plan('b.py', KEEPS)]);
    assert.deepEqual(written, ['.gitignore', '.env', 'a.py', 'b.py']);
  });
  it('leaves a file whose value could not be kept', async () => {
    refuses = '.env';
    const fix = start();
    await fix.write([plan('a.py', KEEPS)]);
    assert.deepEqual(written, ['.gitignore']);
    assert.deepEqual(fix.left, [{ path: 'a.py', why: 'unkept', reason: '.env' }]);
  });
  it('writes nothing more once it is cancelled', async () => {
    const fix = start();
    fix.changed.connect(() => {
      if (fix.passed === 1 && !fix.isCancelled) fix.cancel();
    });
    const { done } = await fix.write([plan('a.py'), plan('b.py')]);
    assert.deepEqual([done.length, written], [1, ['a.py']]);
  });
  it('says of files that they could not be looked at, where there is no server', async () => {
    const fix = start();
    assert.deepEqual(await fix.plan(['a.py']), []);
    assert.deepEqual(fix.left, [{ path: 'a.py', why: 'unread' }]);
  });
});
