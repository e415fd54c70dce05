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

/** `npm run test:long` draws so many that what is missed once in thousands shows. */
const DRAWN = process.env['LOADLIGHT_LONG'] === '1' ? 4000 : 100;
const AT_ONCE = 100;
/** Drawn at random, these are what the preset and our own patterns find, in their place. */
const OTHER_SHAPES: Readonly<Record<string, () => string>> = {
  'Hugging Face': invent.huggingface,
  OpenAI: invent.openai,
  Anthropic: invent.anthropic,
  GitHub: invent.github,
  Slack: invent.slack,
  npm: invent.npm,
  'AWS key id': invent.awsKeyId,
  'AWS secret': () => `aws_secret_access_key = "${invent.awsSecret()}`
};

describe('values drawn at random', function () {
  this.timeout(600_000);
  const drawn = new Map([
    ...FORMATS.map(({ name, label, anchor, shape }): [string, () => string] => [
      `${name || label} (${anchor})`,
      () => (shape.source.startsWith('(?<=') ? 'AccountKey=' : '') + invent.like(shape)
    ]),
    ...Object.entries(OTHER_SHAPES)
  ]);

  it(`are found, each of ${DRAWN} of every shape: none has a word or a run in it by chance that makes a stand-in of it`, async () => {
    const missed: string[] = [];
    for (const [what, draw] of drawn) {
      for (let done = 0; done < DRAWN; done += AT_ONCE) {
        const lines = Array.from({ length: AT_ONCE }, () => `x = "${draw()}"\n`);
        const text = lines.join('');
        const ends = new Set((await scan(text)).map(({ end }) => end));
        let at = 0;
        for (const line of lines) {
          at += line.length;
          if (!ends.has(at - 2)) missed.push(`${what}: ${line.slice(0, 200)}`);
        }
      }
    }
    // A base64 value may hold `-fake` or `/todo` by chance.
    const bearable = Math.floor((drawn.size * DRAWN) / 100_000);
    ok(
      missed.length <= bearable,
      `${missed.length}:
${missed.slice(0, 20).join('\n')}`
    );
  });
});

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
