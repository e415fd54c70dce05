import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { ExplainResult } from '@loadlight/protocol/messages';
import { EXPLAIN } from '@loadlight/protocol/messages';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import { HoverRequest } from 'vscode-languageserver';
import { rangeOf, TestClient } from '../../testing/test-client.js';

const FILE = 'file:///project/train.py';
const TEXT = 'import torch\nm = torch.load("<b>*m*</b>.pt", weights_only=False)\nn = 3\n';

describe('the hover', () => {
  let client: TestClient;
  const at = (needle: string): object => ({
    textDocument: { uri: FILE },
    position: rangeOf(client.texts.get(FILE), needle).start
  });
  const contents = (hover: Hover | null): MarkupContent => {
    ok(hover && typeof hover.contents === 'object' && 'kind' in hover.contents);
    return hover.contents;
  };
  afterEach(() => client.stop());

  it('explains a load in Markdown that shows the user’s text as it is', async () => {
    client = await TestClient.start();
    await client.open(FILE, TEXT);
    const { kind, value } = contents(
      await client.connection.sendRequest<Hover | null>(HoverRequest.method, at('torch.load'))
    );
    equal(kind, 'markdown');
    match(value, /^◐ `torch\.load\(.*\)` \[LL101\]\(.*LL101.*\)/);
    match(value, /\*\*Can run\*\*/);
    equal(/<b>|\*m\*(?!\*)/.test(value.replace(/\\\*/g, '').replace(/`[^`]*`/g, '')), false);
  });

  it('is plain for clients that know no Markdown', async () => {
    client = await TestClient.start({ capabilities: { textDocument: { hover: { contentFormat: ['plaintext'] } } } });
    await client.open(FILE, TEXT);
    const { kind, value } = contents(
      await client.connection.sendRequest<Hover | null>(HoverRequest.method, at('torch.load'))
    );
    equal(kind, 'plaintext');
    match(value, /^Can run: /m);
  });

  it('has a twin that is data', async () => {
    client = await TestClient.start();
    await client.open(FILE, TEXT);
    const said = await client.connection.sendRequest<ExplainResult>(EXPLAIN, at('torch.load'));
    equal(said?.mark, 'warning');
    equal(said.rule, 'LL101');
    match(said.headline, /^torch\.load\(/);
    deepEqual(await client.connection.sendRequest(EXPLAIN, at('n = 3')), null);
  });
});
