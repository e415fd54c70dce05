// Pages that `npm run docs` writes are as the rules and the settings are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/steps/run.mjs';
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
