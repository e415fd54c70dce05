import { equal } from 'node:assert/strict';
import type { Part } from '@loadlight/facts/place';
import { LIMITS } from '@loadlight/notebook/limits';
import { SecretScans } from './secret-scans.js';

const PART: Part = { kind: 'file' };

describe('results of looking for credentials', () => {
  it('are kept for all texts of the longest notebook, so that looking at it comes to an end', async () => {
    // What is found does not matter here: how many are remembered does.
    const finding = { scan: () => Promise.resolve([]) };
    const parts = { bytes: () => Promise.reject(new Error('there are none')), module: () => Promise.resolve(finding) };
    const scans = new SecretScans(parts, reason => {
      throw new Error(reason);
    });
    const look = (): (readonly unknown[] | Promise<void>)[] =>
      Array.from({ length: 2 * LIMITS.cells }, (_, i) => scans.facts(`${i}`, 'file:///a.ipynb', PART));
    for (const answer of look()) await (answer instanceof Promise ? answer : undefined);
    equal(look().filter(answer => answer instanceof Promise).length, 0);
  });
});
