import { deepEqual, equal } from 'node:assert/strict';
import { DidCloseNotebookDocumentNotification } from 'vscode-languageserver';
import { rangeOf, TestClient } from '../testing/test-client.js';

// The addresses that VS Code 1.139 gives its Interactive Window, the cells that were run in it, and its input box.
const WINDOW = 'untitled:/Interactive-1.interactive';
const RUN = 'vscode-notebook-cell:/Interactive-1.interactive#W0sdW50aXRsZWQ%3D';
const INPUT = 'vscode-interactive-input:/InteractiveInput-1';
const LOAD = 'torch.load("m.pt", weights_only=False)';

describe('an Interactive Window', () => {
  let client: TestClient;
  const openWindow = (): Promise<unknown> => client.openNotebook(WINDOW, { [RUN]: 'import torch' }, {}, 'interactive');
  const codes = (uri: string): unknown[] | undefined => client.diagnostics(uri)?.map(({ code }) => code);

  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  it('has an input that knows what was run before', async () => {
    await openWindow();
    await client.show(INPUT, LOAD);
    await client.until(() => codes(INPUT)?.length === 1);
    deepEqual(codes(INPUT), ['LL101']);
    deepEqual(codes(RUN), []);
    const [fix] = await client.actions(INPUT, rangeOf(client.texts.get(INPUT), 'weights_only=False'), ['quickfix']);
    deepEqual(client.edited(fix?.edit), { [INPUT]: 'torch.load("m.pt", weights_only=True)' });
  });

  it('takes the input in also where that was opened before it', async () => {
    await client.open(INPUT, LOAD);
    deepEqual(codes(INPUT), []);
    await openWindow();
    await client.until(() => codes(INPUT)?.length === 1);
  });

  it('follows what is typed, and leaves nothing behind', async () => {
    await openWindow();
    await client.show(INPUT, LOAD);
    await client.until(() => codes(INPUT)?.length === 1);
    await client.type(INPUT, rangeOf(client.texts.get(INPUT), 'False'), 'True');
    await client.until(() => codes(INPUT)?.length === 0);
    await client.type(INPUT, rangeOf(client.texts.get(INPUT), 'True'), 'False');
    await client.until(() => codes(INPUT)?.length === 1);
    await client.close(INPUT);
    await client.until(() => codes(INPUT)?.length === 0);
    const notebook = { notebookDocument: { uri: WINDOW }, cellTextDocuments: [{ uri: RUN }] };
    await client.connection.sendNotification(DidCloseNotebookDocumentNotification.type, notebook);
    await client.until(() => codes(RUN)?.length === 0);
    equal(client.diagnostics(INPUT)?.length, 0);
  });
});
