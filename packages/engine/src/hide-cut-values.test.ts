import { equal } from 'node:assert/strict';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { hidingCut } from './hide-cut-values.js';

describe('values that a cut goes through', () => {
  const token = inventSecrets(7).huggingface();
  const hide = hidingCut(['something-else', token]);

  it('show no more before it than a whole one does', () => {
    equal(hide(`the file /data/${token.slice(0, 20)}…/m.pt`), `the file /data/${token.slice(0, 4)}…/m.pt`);
    equal(hide(`the file /data/${token.slice(0, 20)}…`), `the file /data/${token.slice(0, 4)}…`);
  });

  it('show nothing after it', () => {
    equal(hide(`the file /data…${token.slice(-20)}/m.pt`), 'the file /data…/m.pt');
    equal(hide(`${token.slice(0, 9)}…${token.slice(-9)}`), `${token.slice(0, 4)}…`);
  });

  it('are told from other texts beside one', () => {
    for (const text of ['…', 'a…b', '/data…/m.pt', `${token.slice(0, 4)}…`, `…${token.slice(-4)}/x`])
      equal(hide(text), text);
  });
});
