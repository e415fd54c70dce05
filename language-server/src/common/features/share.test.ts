import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { SHARE, type ShareParams, type ShareResult } from '@loadlight/protocol/share';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { RequestType } from 'vscode-languageserver';
import { TestClient } from '../../testing/test-client.js';

const ASK = new RequestType<ShareParams, ShareResult, void>(SHARE);
const URI = 'file:///project/a.ipynb';

describe('loadlight/share', () => {
  let client: TestClient;
  beforeEach(async () => (client = await TestClient.start({ initializationOptions: { cellMetadata: true } })));
  afterEach(() => client.stop());

  it('answers with the report and the clean copy of the text that the client sends', async () => {
    const token = inventSecrets(81).huggingface();
    const outputs = [{ output_type: 'stream', name: 'stdout', text: ['hello\n', `token ${token}`] }];
    const cells = [{ cell_type: 'code', id: 'a', metadata: {}, execution_count: 4, source: 'run()', outputs }];
    const text = JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
    const result = await client.connection.sendRequest(ASK, { uri: URI, text, clean: true });
    ok('report' in result);
    const { report, clean } = result;
    equal(report.verdict, 'Not ready: 1 thing');
    const [item] = report.items;
    equal(item?.where, 'Cell 1 output');
    deepEqual(item.place, {
      cell: 0,
      cellId: 'a',
      executionCount: 4,
      part: 'output',
      output: 0,
      mime: 'application/vnd.jupyter.stdout',
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 6 + token.length } }
    });
    equal(item.redaction?.edits[0]?.newText, '[removed by loadlight: a Hugging Face token]');
    ok(!JSON.stringify(report).includes(token));
    equal(clean?.text, text.replace(token, '[removed by loadlight: a Hugging Face token]'));
    ok(clean.report.ready);
    equal(item.ignores, 'metadata');
    const { edits } = item.redaction;
    const one = await client.connection.sendRequest(ASK, { uri: URI, text, edits });
    ok('report' in one);
    equal(one.edited, clean.text);
    ok(one.report.ready);
  });

  it('says why a notebook cannot be looked at', async () => {
    const broken = await client.connection.sendRequest(ASK, { uri: URI, text: '{"nbformat": 4,' });
    ok('error' in broken);
    match(broken.error, /ends too early.*line 1, column 16/);
    const missing = await client.connection.sendRequest(ASK, { uri: 'file:///project/none.ipynb' });
    ok('error' in missing);
    match(missing.error, /no such file/);
  });
});
