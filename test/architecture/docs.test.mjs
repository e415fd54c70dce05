// What is written about all rules at once is as the rules are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/steps/run.mjs';
import { ruleIndex } from '../../scripts/steps/rule-index.mjs';

describe('the index of rules', () => {
  it('is as `npm run docs` writes it', async () => {
    const index = readFileSync(path.join(root, 'docs/rules/README.md'), 'utf8');
    assert.equal(await ruleIndex(index), index);
  });
});
