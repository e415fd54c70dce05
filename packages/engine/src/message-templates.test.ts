import assert from 'node:assert/strict';
import type { Secret } from '@loadlight/facts/fact';
import { inEnglish } from '@loadlight/facts/message';
import { credentialName, credentialWords } from '@loadlight/rules/credential-wording';
import { explainSecret } from '@loadlight/rules/explain/explain-secret';
import { FORMATS } from '@loadlight/secrets/formats';
import { NAMED_PROVIDERS } from '@loadlight/secrets/meaning/named-providers';
import { saidOf } from '@loadlight/secrets/meaning/secrets-by-meaning';
import { PROVIDERS } from '@loadlight/secrets/providers';

/** What the hover says last of a credential: how it ends. */
function ending(said: Pick<Secret, 'label' | 'variable' | 'name' | 'revoke'>): string {
  const place = { document: 'file:///a.py', part: { kind: 'file' }, range: ZERO } as const;
  const rest = { evidence: [], sureness: 'certain', inCode: true, others: [], texts: [] } as const;
  const secret: Secret = { kind: 'secret', place, provider: '', by: 'shape', masked: 'abcd…', ...rest, ...said };
  return inEnglish(explainSecret(secret).rows.at(-1)?.text ?? '');
}

const ZERO = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('messages to translate', () => {
  it('name every credential that the scanner knows', () => {
    const all = [
      ...Object.values(PROVIDERS).map(({ label }) => ({ label })),
      ...FORMATS.map(({ label, name }) => ({ label, name })),
      ...NAMED_PROVIDERS.map(provider => saidOf('api_key', 'api-key', provider)),
      ...(['password', 'token', 'secret', 'api-key', 'key'] as const).map(held => saidOf('a', held)),
      saidOf('encryption_key', 'api-key')
    ];
    for (const said of all) assert.match(credentialName(said).text, /^An? /);
  });

  it('say what can be done with a credential, and how it ends', () => {
    const words = (label: string): string[] =>
      Object.values(credentialWords({ label, masked: 'abcd…' })).map(({ text }) => text);
    assert.deepEqual(words('github-token'), ['A GitHub token (`abcd…`)', 'can use it', 'revoke this one']);
    assert.deepEqual(words('1password-token').at(-1), 'revoke this one');
    assert.deepEqual(words('password').at(-1), 'change the password');
    assert.deepEqual(words('database-address').at(-1), 'change the password');
    assert.deepEqual(words('key').at(-1), 'make a new one');
    assert.deepEqual(words('private-key'), ['A private key', 'can use it', 'put a new key in its place']);
    assert.deepEqual(words('protected-private-key').slice(0, 2), [
      'A private key with a passphrase',
      'needs only its passphrase to use it'
    ]);
  });

  it('say where a credential is revoked, and where it is written how', () => {
    const named = (provider: string): string => {
      const service = NAMED_PROVIDERS.find(one => one.provider === provider);
      return ending(saidOf('password', provider === 'snowflake' ? 'password' : 'api-key', service));
    };
    assert.equal(named('kaggle'), 'revoke it on www.kaggle.com/settings, and read the new one from KAGGLE_KEY');
    assert.match(named('mlflow'), /^revoke it as mlflow\.org\/docs\/\S+ says, /);
    assert.match(named('snowflake'), /^change the password as docs\.snowflake\.com\/\S+ says, /);
    assert.equal(
      ending(saidOf('db_password', 'password')),
      'change the password, and read the new one from DB_PASSWORD'
    );
    assert.match(ending({ label: 'protected-private-key', variable: 'KEY' }), /^make a new key, .* read it from KEY$/);
  });
});
