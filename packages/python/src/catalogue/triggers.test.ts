import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { catalogueExamples } from '../testing/catalogue-examples.js';
import { Triggers } from './triggers.js';

const FOLDER = new URL('../../src/catalogue/', import.meta.url);
const PAGES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.examples.md'));
const BAD = PAGES.flatMap(name =>
  catalogueExamples(name.replaceAll('\\', '/'), readFileSync(new URL(name, FOLDER), 'utf8'))
).filter(({ kind }) => kind === 'bad');

describe('the words that a text is looked at for', () => {
  it('stand in every example of the catalogue in which something is found', () => {
    assert.ok(BAD.length > 300, `${BAD.length}`);
    const lost = BAD.filter(({ text }) => !new Triggers().mayHold([text]));
    assert.deepEqual(lost, []);
  });

  it('are found in the cells of a notebook, however they are divided and in whatever order they come', () => {
    const cells = fc
      .constantFrom(...BAD)
      .chain(({ text }) => fc.shuffledSubarray(text.split('\n'), { minLength: text.split('\n').length }));
    fc.assert(
      fc.property(cells, texts => new Triggers().mayHold(texts)),
      { seed: 20_261_121, numRuns: 2_000 }
    );
  });

  it('are not in code that loads nothing', () => {
    assert.equal(new Triggers().mayHold(['import torch\nx = torch.zeros(3)\n']), false);
    assert.equal(new Triggers().mayHold(['import json', 'load = json.load']), false);
    assert.equal(new Triggers().mayHold(['import torch', 'x = list(torch.zeros(3))']), false);
    assert.equal(
      new Triggers().mayHold(['import torch\n\ndef load(path):\n    raise OSError("torch cannot load it")\n']),
      false
    );
  });
});
