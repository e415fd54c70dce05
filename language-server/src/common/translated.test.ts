import assert from 'node:assert/strict';
import { holesOf } from '@loadlight/facts/template';
import { FIX_ALL } from '@loadlight/protocol/kinds';
import { EXPLAIN, type Explained } from '@loadlight/protocol/messages';
import type { FindingData } from '@loadlight/protocol/finding-data';
import { rangeOf, TestClient, USUAL } from '../testing/test-client.js';
import { serverTemplates } from './message-templates.js';

const FILE = 'file:///project/train.py';
const TEXT = [
  'import os, pickle, torch, requests',
  'from transformers import AutoModel',
  'AutoModel.from_pretrained("example-org/model", trust_remote_code=True)',
  'def read(path):',
  '    torch.load(path, weights_only=False)',
  'torch.load(os.environ["MODEL"])',
  'open("a.pkl", "wb").write(requests.get("http://example.org/a.pkl").content)',
  'pickle.load(open("a.pkl", "rb"))',
  'torch.load("b.pt")'
].join('\n');
const IN_BRACKETS = /^\[.*\]$/s;

/** Every template in brackets, its holes kept: whatever is not in brackets came another way. */
const BRACKETS = Object.fromEntries(
  Object.entries(serverTemplates()).map(([id, template]) => [
    id,
    holesOf(template).includes('cells') ? `[${template}]` : `[${template.replace(/[A-Za-z](?=[^{}]*(?:\{|$))/g, 'x')}]`
  ])
);

describe('what the server says to a client with words of its own', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      capabilities: { ...USUAL, textDocument: { ...USUAL.textDocument, codeAction: {} } },
      locale: 'x-brackets',
      initializationOptions: { messages: BRACKETS },
      configuration: () => ({ versions: { torch: '2.7' } })
    });
    await client.open(FILE, TEXT);
  });
  after(() => client.stop());

  it('is in these words: findings, their fixes, their evidence', async () => {
    const found = await client.until(() => client.diagnostics(FILE));
    assert.ok(found.length >= 5, `${found.length} findings`);
    for (const { message, data, relatedInformation = [] } of found) {
      const said = typeof message === 'string' ? message : message.value;
      assert.match(said, IN_BRACKETS);
      for (const { title } of (data as FindingData).fixes) assert.match(title, IN_BRACKETS);
      for (const related of relatedInformation) assert.match(related.message, IN_BRACKETS);
      assert.doesNotMatch(said, /the environment|the argument|the file/);
    }
  });

  it('is so in the menu of fixes, where the same titles find them, and for all of them at once', async () => {
    const range = rangeOf(client.texts.get(FILE), 'torch.load("b.pt")');
    const actions = await client.actions(FILE, range);
    assert.ok(actions.length > 0);
    for (const { title } of actions) assert.match(title, IN_BRACKETS);
    const [all] = await client.actions(FILE, range, [FIX_ALL]);
    if (all) assert.match(all.title, IN_BRACKETS);
  });

  it('is so in the hover, but for what is the user’s own', async () => {
    for (const call of ['torch.load(path', 'AutoModel.from', 'pickle.load(', 'torch.load(os']) {
      const position = rangeOf(client.texts.get(FILE), call).start;
      const params = { textDocument: { uri: FILE }, position };
      const { rows } = await client.connection.sendRequest<Explained>(EXPLAIN, params);
      assert.ok(rows.length > 1, call);
      for (const { label, text } of rows) {
        if (label !== 'torch') assert.match(label, IN_BRACKETS);
        if (!/^(a\.pkl|2\.7)/.test(text)) assert.match(text, IN_BRACKETS);
      }
    }
  });
});
