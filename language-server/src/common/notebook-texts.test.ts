import { deepEqual, equal, ok } from 'node:assert/strict';
import { OUTPUTS, type OutputsParams } from '@loadlight/protocol/messages';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { rangeOf, TestClient } from '../testing/test-client.js';

const NOTEBOOK = 'file:///project/a.ipynb';
const LANGUAGES = { 'cell:text': 'markdown', 'cell:raw': 'raw' };

describe('what is no Python in a notebook', () => {
  let client: TestClient;
  beforeEach(async () => (client = await TestClient.start()));
  afterEach(() => client.stop());

  const codes = (cell: string): unknown[] => (client.diagnostics(cell) ?? []).map(({ code }) => code);
  const tell = (cell: string, text: string): Promise<void> => {
    const outputs = text === '' ? [] : [{ index: 0, mime: 'application/vnd.jupyter.stdout', text }];
    const params: OutputsParams = { notebook: NOTEBOOK, cells: [{ cell, outputs }] };
    return client.connection.sendNotification(OUTPUTS, params);
  };

  it('is looked at for credentials, in cells of text, and loads in it are none', async () => {
    const token = inventSecrets(61).huggingface();
    const text = `Use ${token}\n\n    torch.load("a.pt", weights_only=False)`;
    const cells = { 'cell:code': 'import torch', 'cell:text': text, 'cell:raw': `key: ${token}` };
    await client.openNotebook(NOTEBOOK, cells, {}, 'jupyter-notebook', LANGUAGES);
    await client.until(() => codes('cell:text').length > 0 && codes('cell:raw').length > 0);
    deepEqual([codes('cell:code'), codes('cell:text'), codes('cell:raw')], [[], ['LL301'], ['LL301']]);
    const [found] = client.diagnostics('cell:text') ?? [];
    deepEqual(found?.range, rangeOf(client.texts.get('cell:text'), token));
    ok(!JSON.stringify(client.published).includes(token));
    const [fix] = await client.actions('cell:text', found.range);
    equal(fix?.title, 'Take it out of the text in all 2 places, and leave a mark there');
    const mark = '[removed: HF_TOKEN]';
    deepEqual(client.edited(fix.edit), { 'cell:text': text.replace(token, mark), 'cell:raw': `key: ${mark}` });
  });

  it('is said at the cell whose output it is, until the output is gone', async () => {
    const token = inventSecrets(62).huggingface();
    await client.openNotebook(NOTEBOOK, { 'cell:code': 'print(token)' });
    await tell('cell:code', `logged in with ${token}\n`);
    await client.until(() => codes('cell:code').length > 0);
    const [found] = client.diagnostics('cell:code') ?? [];
    equal(found?.code, 'LL303');
    deepEqual(found.range, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    ok(!JSON.stringify(client.published).includes(token));
    await tell('cell:code', '');
    await client.until(() => codes('cell:code').length === 0);
  });

  it('counts with the first word on a notebook where it was told before', async () => {
    const token = inventSecrets(63).huggingface();
    await tell('cell:code', token);
    await client.openNotebook(NOTEBOOK, { 'cell:code': 'print(token)' });
    await client.until(() => codes('cell:code').includes('LL303'));
  });
});
