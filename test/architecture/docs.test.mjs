// Pages that `npm run docs` writes are as the rules, the settings and the catalogue are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/steps/run.mjs';
import { HUBS } from '@loadlight/python/catalogue/hubs';
import { LOADERS } from '@loadlight/python/catalogue/loaders/loaders';
import { loadersReference, MOST_USED } from '../../scripts/steps/loaders-reference.mjs';
import { ruleIndex } from '../../scripts/steps/rule-index.mjs';
import { settingsReference } from '../../scripts/steps/settings-reference.mjs';

describe('the index of rules', () => {
  it('is as `npm run docs` writes it', async () => {
    const index = readFileSync(path.join(root, 'docs/rules/README.md'), 'utf8');
    assert.equal(await ruleIndex(index), index);
  });
});

describe('the reference of settings', () => {
  it('is as `npm run docs` writes it', () => {
    assert.equal(readFileSync(path.join(root, 'docs/settings.md'), 'utf8'), settingsReference());
  });

  it('names every setting of both editors', () => {
    for (const name of ['loadlight.enable', 'loadlight.versions', 'versions'])
      assert.ok(settingsReference().includes(`| \`${name}\` |`), name);
  });
});

describe('the page of all that is known', () => {
  it('is as `npm run docs` writes it', () => {
    assert.equal(readFileSync(path.join(root, 'docs/loaders.md'), 'utf8'), loadersReference());
  });

  it('has functions of the forty most used libraries, or says why of one there are none', () => {
    assert.equal(MOST_USED.length, 40);
    const roots = new Set(
      [...LOADERS.map(row => row.name), ...HUBS.map(row => row.pattern)].map(name => name.split('.', 1)[0])
    );
    const without = MOST_USED.filter(({ modules }) => !modules.some(name => roots.has(name)));
    assert.deepEqual(
      without.filter(({ why }) => !why).map(({ library }) => library),
      []
    );
  });
});
