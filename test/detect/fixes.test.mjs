import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fixKeyOf, SIZE_OF_FIXES } from './fixes-sample.mjs';
import { fetchPackages, PACKAGES } from './packages.mjs';
import { tryFixes } from './try-fixes.mjs';

/** Small ones, of those that other tests fetch, notebooks among them. */
const SLICE = /^(?:gpytorch|nnsight)-/;

describe('fixes in real packages', function () {
  this.timeout(300_000);
  const packages = PACKAGES.filter(({ name }) => SLICE.test(name));
  before(() => fetchPackages(packages));

  it('parse, remove their finding, add none, and change nothing else', async () => {
    const trials = await tryFixes(packages);
    console.log(`      ${trials.length} fixes`);
    assert.ok(trials.length >= 10);
    assert.deepEqual(
      trials.filter(({ problems }) => problems.length > 0),
      []
    );
  });

  it('that are safe come to an end together', async () => {
    const trials = await tryFixes(packages, { torch: '2.13.0', datasets: '5.2.0' });
    assert.ok(trials.some(({ rule }) => rule === 'all'));
    assert.deepEqual(
      trials.filter(({ problems }) => problems.length > 0),
      []
    );
  });

  it('were read by hand: each once, with a word why a maintainer would accept it or not', () => {
    const verdicts = JSON.parse(readFileSync(new URL('fixes.json', import.meta.url), 'utf8'));
    assert.ok(verdicts.length >= SIZE_OF_FIXES);
    assert.equal(new Set(verdicts.map(fixKeyOf)).size, verdicts.length);
    for (const verdict of verdicts)
      assert.ok(typeof verdict.accept === 'boolean' && verdict.why.length > 0, fixKeyOf(verdict));
  });
});
