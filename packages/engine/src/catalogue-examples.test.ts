import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Finding } from '@loadlight/facts/finding';
import {
  CATALOGUE_ROWS,
  HARMLESS,
  catalogueExamples,
  missingExamples
} from '@loadlight/python/testing/catalogue-examples';
import { hoverWords } from '@loadlight/rules/explain/explanation-wording';
import type { Engine } from './engine.js';
import { engineForTests } from './testing/engine-for-tests.js';

const FOLDER = new URL('../../python/src/catalogue/', import.meta.url);
const URI = 'file:///project/example.py';

const PAGES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.examples.md'));
const EXAMPLES = PAGES.flatMap(name =>
  catalogueExamples(name.replaceAll('\\', '/'), readFileSync(new URL(name, FOLDER), 'utf8'))
);

/** Of these an example shows a call by that name which loads nothing, or which is not the catalogue's. */
const SILENT = new Set([
  // Only the shape of a model, or a run that begins afresh.
  ...['timm.create_model', 'lightning.**.fit', 'lightning.**.validate', 'lightning.**.predict'],
  ...['skorch.**.load_params', 'accelerate.Accelerator().load_state'],
  ...['', '_vit_h', '_vit_l', '_vit_b'].map(kind => `segment_anything.build_sam${kind}`),
  // JSON, and classes of one's own that refuse what files name.
  ...['pickle.load', 'pickle.loads', 'marshal.load', 'pickle.Unpickler().load', 'dill.Unpickler().load'],
  // Vectors that gensim publishes: a download.
  'gensim.similarities.**.load'
]);

/** Where the function of that row, or one of the same name, is called. */
function callsOf(row: string, text: string): { readonly line: number; readonly character: number }[] {
  const called = new RegExp(`(?<!def )\\b${row.slice(row.lastIndexOf('.') + 1)}\\(`, 'g');
  return text
    .split('\n')
    .flatMap((one, line) => [...one.matchAll(called)].map(({ index: character }) => ({ line, character })));
}

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

  it('are there for every row, a bad one and a good one', () => {
    deepEqual(missingExamples(CATALOGUE_ROWS, EXAMPLES), []);
  });

  for (const name of HARMLESS)
    it(`of ${name}: the hover says that it runs nothing`, async () => {
      const text = EXAMPLES.find(one => one.row === name)?.text ?? '';
      const lines = text.split('\n');
      const called = `${name.slice(name.lastIndexOf('.') + 1)}(`;
      const line = lines.findIndex(one => one.includes(called));
      engine.put({ kind: 'file', uri: URI, version: 1, text });
      await engine.analyse(URI);
      const character = lines[line]?.indexOf(called) ?? 0;
      const explanation = engine.explain(URI, { kind: 'file' }, { line, character });
      engine.close(URI);
      deepEqual([explanation?.mark, explanation?.rows[0]?.text], ['fine', hoverWords('nothing-but-data')]);
    });

  it('have words in the hover on every call of their row, where nothing is wrong too', async () => {
    const silent = new Set<string>();
    let calls = 0;
    for (const { table, row, text } of EXAMPLES) {
      if (table !== 'loaders' && table !== 'hubs') continue;
      engine.put({ kind: 'file', uri: URI, version: 1, text });
      await engine.analyse(URI);
      for (const position of callsOf(row, text)) {
        calls++;
        const label = engine.explain(URI, { kind: 'file' }, position)?.rows[0]?.label;
        if (typeof label !== 'object' || label.id !== 'hover-can-run') silent.add(row);
      }
      engine.close(URI);
    }
    ok(calls > 400, `${calls}`);
    deepEqual([...silent].filter(row => !SILENT.has(row)).sort(), []);
    deepEqual([...SILENT].filter(row => !silent.has(row)).sort(), [], 'these have words by now');
  });

  for (const [table, rows] of CATALOGUE_ROWS)
    for (const name of rows)
      it(`of ${table}: ${name}`, async () => {
        const own = EXAMPLES.filter(one => one.table === table && one.row === name);
        const spoken = new Set(own.flatMap(({ rule }) => rule ?? []));
        for (const { rule, severity, text } of own) {
          const found = await findings(text);
          const said = found.map(one => `${one.rule} ${one.severity} ${one.message.text}`).join('\n');
          if (rule !== undefined) {
            const speaks = found.some(one => one.rule === rule && (severity ?? one.severity) === one.severity);
            ok(speaks, `${rule} is silent in\n${text}\n${said}`);
          } else
            deepEqual(
              found.filter(one => one.severity !== 'information' || spoken.has(one.rule)).map(one => one.message.text),
              [],
              text
            );
        }
      });
});
