import assert from 'node:assert/strict';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { OpenText } from '../documents/open-text.js';
import { partedEdit } from './parted-edit.js';

describe('an edit of a notebook and of files beside it', () => {
  const cell = { uri: 'cell:1' } as OpenText;
  const notebook = { path: 'a.ipynb' };
  const documents = {
    ofUri: (uri: string) => (uri === cell.uri ? cell : undefined),
    ownerOf: (text: OpenText) => (text === cell ? notebook : undefined)
  };
  const change = (uri: string) => ({ textDocument: { uri, version: null }, edits: [] });
  const parted = (documentChanges: WorkspaceEdit['documentChanges']) =>
    partedEdit({ documentChanges }, cell, documents);

  it('is one of the notebook, and one of each file, which may have to be made', () => {
    const made = { kind: 'create' as const, uri: 'file:.env' };
    assert.deepEqual(parted([made, change('cell:1'), change('file:.env'), change('file:.gitignore')]), {
      here: { documentChanges: [change('cell:1')] },
      beside: [{ documentChanges: [made, change('file:.env')] }, { documentChanges: [change('file:.gitignore')] }]
    });
  });

  it('stays whole where it is of the notebook alone, or of another file alone', () => {
    for (const uri of ['cell:1', 'file:module.py'])
      assert.deepEqual(parted([change(uri)]), { here: { documentChanges: [change(uri)] }, beside: [] });
  });
});
