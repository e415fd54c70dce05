import assert from 'node:assert/strict';
import { credentialName } from '@loadlight/rules/credential-wording';
import { PROVIDERS } from '@loadlight/secrets/providers';

describe('messages to translate', () => {
  it('name every credential that the scanner knows', () => {
    for (const { label } of Object.values(PROVIDERS)) assert.match(credentialName({ label }).text, /^An? /);
  });
});
