import { deepEqual, ok } from 'node:assert/strict';
import { mayHoldSecret } from './candidate.js';
import { FORMATS } from './formats.js';
import { inventSecrets } from './invented-secrets.js';
import { scan } from './scan.js';

const invent = inventSecrets(20);

/** How credentials stand in Python, notebooks and what surrounds them. */
const FORMS: readonly ((value: string) => string)[] = [
  value => `key = "${value}"\n`,
  value => `client = Client(key='${value}', timeout=3)`,
  value => `%env SOME_NAME=${value}\n`,
  value => `!curl -H "Authorization: Bearer ${value}" https://acme.io/v1/models`,
  value => `{"source": ["key = \\"${value}\\"\\n"]}`,
  value => `{"text": "saved\\n${value}\\n"}`,
  value => `<pre>${value}</pre>`
];

describe('the table of formats', () => {
  for (const { name, label, shape, provider, anchor } of FORMATS) {
    // The key of a storage account has no shape but where it stands.
    const inPlace = shape.source.startsWith('(?<=') ? 'AccountKey=' : '';
    it(`finds ${name || label} (${anchor}) wherever it stands`, async () => {
      for (const form of FORMS) {
        const value = invent.like(shape);
        const text = form(inPlace + value);
        const found = (await scan(text)).map(({ start, end }) => text.slice(start, end));
        deepEqual(found, [value], `${provider}: ${text}`);
        ok(mayHoldSecret(text), 'and the prefilter lets it through');
      }
    });

    it(`takes no stand-in for ${name || label} (${anchor})`, async () => {
      const value = invent.like(shape);
      const dull = value.slice(0, anchor.length + 4) + 'x'.repeat(Math.max(0, value.length - anchor.length - 4));
      deepEqual(await scan(`key = "${inPlace}${dull}"`), []);
    });
  }
});
