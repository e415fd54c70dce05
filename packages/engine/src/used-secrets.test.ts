import { deepEqual } from 'node:assert/strict';
import type { Finding } from '@loadlight/facts/finding';
import { CREDENTIALS, type CredentialRow, type Held } from '@loadlight/python/catalogue/credentials';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import type { Engine } from './engine.js';
import { MemoryFiles } from './testing/memory-files.js';
import { engineForTests } from './testing/engine-for-tests.js';

const URI = 'file:///project/a.py';
const invent = inventSecrets(47);
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const password = (): string => invent.like(/[A-Z][a-z]{3}\d{2}[!#^*][a-z]{3}\d{2}/);
const key = (): string => invent.draw(ALL, 40);

/** A program that gives the function a value under that parameter, by position where that can be. */
function programOf({ name, parameters }: CredentialRow, parameter: string, value: string, given: string): string {
  const made = name.includes('()') ? name.replace('()', '("h")') : name;
  const others = parameters.slice(0, parameters.indexOf(parameter)).map(() => 'None');
  const module = name.slice(0, name.replace('()', '').lastIndexOf('.'));
  return `import ${module.replace(/\.[A-Z].*$/, '')}\n\nmine = "${value}"\n${made}(${[...others, given].join(', ')})\n`;
}

describe('credentials by what is done with them', () => {
  let engine: Engine;
  const files = new MemoryFiles();
  before(async () => (engine = await engineForTests({ files })));
  after(() => engine.dispose());
  let version = 0;

  const findings = async (text: string): Promise<readonly Finding[]> => {
    engine.put({ kind: 'file', uri: URI, version: ++version, text });
    let analysis = await engine.analyse(URI);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(URI);
    }
    return analysis.findings.filter(({ rule }) => rule.startsWith('LL3'));
  };
  const found = async (text: string): Promise<string[]> =>
    (await findings(text)).map(({ rule, place }) => `${rule} ${place.range.start.line}`);

  const given: Readonly<Record<Held, readonly [() => string, string]>> = {
    password: [password, 'mine'],
    address: [password, 'f"postgresql://ml:{mine}@db.acme.io/rows"'],
    token: [key, 'mine'],
    secret: [key, 'mine'],
    'api-key': [key, 'mine']
  };
  it('are found in every row of the catalogue', async () => {
    const missed: string[] = [];
    for (const row of CREDENTIALS) {
      for (const [parameter, held] of Object.entries(row.holds)) {
        const [make, argument] = given[held];
        const said = await found(programOf(row, parameter, make(), argument));
        if (said.join() !== 'LL302 2') missed.push(`${row.name} ${parameter}: ${said.join()}`);
      }
    }
    deepEqual(missed, []);
  });

  it('are said once for a string, and not again where the text shows them', async () => {
    const once = `import acme\n\nmine = "${key()}"\nacme.connect(api_key=mine)\nacme.open(token=mine)\n`;
    deepEqual(await found(once), ['LL302 2']);
    deepEqual(await found(once.replace('mine =', 'api_key = mine =')), ['LL302 2']);
    deepEqual(await found(once.replace(/"\w+"/, `"${invent.github()}"`)), ['LL301 2']);
  });

  it('come and go with what makes them one', async () => {
    const value = key();
    const text = (name: string): string => `import acme\n\nmine = "${value}"\nacme.connect(${name}=mine)\n`;
    deepEqual(await found(text('project')), []);
    deepEqual(await found(text('api_key')), ['LL302 2']);
    deepEqual(await found(text('api_key').replace(value, 'mine')), []);
    deepEqual(await found(text('api_key')), ['LL302 2']);
  });

  it('are told where they are used when they stand in another file', async () => {
    const value = key();
    files.set('file:///project/conf.py', `MINE = "${value}"\nAPI_KEY = "${key()}"\n`);
    const [first, ...more] = await findings(
      'import acme\nfrom conf import MINE, API_KEY\n\nacme.connect(api_key=MINE)\nacme.open(token=API_KEY)\n'
    );
    deepEqual(
      [first?.rule, first?.message.id, first?.place.range.start.line, more],
      ['LL302', 'LL302.elsewhere', 3, []]
    );
    deepEqual(
      first?.evidence.map(({ place }) => [place.document, place.range.start.character]),
      [['file:///project/conf.py', 8]]
    );
    deepEqual(JSON.stringify(first).includes(value.slice(4)), false);
  });
});
