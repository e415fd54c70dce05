import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '@loadlight/facts/finding';
import { LOADERS } from '@loadlight/python/catalogue/loaders/loaders';
import type { Engine } from './engine.js';
import { engineForTests } from './testing/engine-for-tests.js';

const FOLDER = new URL('../../python/src/catalogue/', import.meta.url);
const URI = 'file:///project/example.py';

interface Example {
  readonly row: string;
  /** `bad LL103`: that rule speaks. `good`: no rule warns, and none that speaks of the row's bad example does at all. */
  readonly info: string;
  readonly text: string;
}

/** The examples of one page: headings name rows of the catalogue. */
function read(markdown: string): Example[] {
  const examples: Example[] = [];
  let row = '';
  for (const [, heading, info = '', text = ''] of markdown.matchAll(/^## `(.+)`$|^```python (.+)\n([\s\S]*?)^```$/gm)) {
    if (heading === undefined) examples.push({ row, info, text });
    else row = heading;
  }
  return examples;
}

const PAGES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.examples.md'));
const EXAMPLES = PAGES.flatMap(name => read(readFileSync(new URL(name, FOLDER), 'utf8')));

describe('the examples of the catalogue', () => {
  let engine: Engine;
  before(async () => {
    engine = await engineForTests();
  });
  after(() => engine.dispose());

  async function findings(text: string): Promise<readonly Finding[]> {
    engine.put({ kind: 'file', uri: URI, version: 1, text });
    const { findings: found } = await engine.analyse(URI);
    engine.close(URI);
    return found;
  }

  it('are there for every row of a loader, a bad one and a good one', () => {
    const kinds = (row: string): string[] =>
      EXAMPLES.filter(example => example.row === row).map(({ info }) => info.replace(/ .*/, ''));
    const missing = LOADERS.filter(({ name }) => !kinds(name).includes('bad') || !kinds(name).includes('good'));
    deepEqual(
      missing.map(({ name }) => name),
      []
    );
  });

  it('are of rows that there are', () => {
    const names = new Set(LOADERS.map(({ name }) => name));
    deepEqual(
      EXAMPLES.filter(({ row }) => !names.has(row)),
      []
    );
  });

  for (const { row, info, text } of EXAMPLES)
    it(`of ${row}: ${info}`, async () => {
      const found = await findings(text);
      const [, rule] = info.split(' ');
      if (rule !== undefined) {
        ok(
          found.some(one => one.rule === rule),
          `${rule} is silent in\n${text}`
        );
        return;
      }
      const spoken = EXAMPLES.flatMap(other => (other.row === row ? (other.info.split(' ')[1] ?? []) : []));
      const wrong = found.filter(one => one.severity !== 'information' || spoken.includes(one.rule));
      deepEqual(
        wrong.map(one => `${one.rule} ${one.message.text}`),
        [],
        text
      );
    });
});
