import { equal } from 'node:assert/strict';
import type { Part } from '@loadlight/facts/place';
import { LIMITS } from '@loadlight/notebook/limits';
import { SecretScans } from './secret-scans.js';

const PART: Part = { kind: 'file' };

describe('looks for credentials', () => {
  // What is found does not matter here: how often it is looked is what does.
  let looked: string[];
  const finding = {
    scan: (text: string) => {
      looked.push(text);
      return Promise.resolve([]);
    }
  };
  const parts = { bytes: () => Promise.reject(new Error('there are none')), module: () => Promise.resolve(finding) };
  let scans: SecretScans;

  beforeEach(() => {
    looked = [];
    scans = new SecretScans(parts, reason => {
      throw new Error(reason);
    });
  });

  async function look(holders: readonly { readonly text: string }[]): Promise<void> {
    for (const holder of holders) await scans.facts(holder, holder.text, 'file:///a.ipynb', PART);
  }

  it('are remembered for all texts of the longest notebook, so that looking at it comes to an end', async () => {
    const texts = Array.from({ length: 2 * LIMITS.cells }, (_, i) => ({ text: `${i}` }));
    await look(texts);
    equal(looked.length, texts.length);
    await look(texts);
    equal(looked.length, texts.length);
  });

  it('serve the same text in another document too', async () => {
    await look([{ text: 'a' }]);
    await look([{ text: 'a' }]);
    equal(looked.length, 1);
  });

  it('are given up for texts that no document holds and that are long ago', async () => {
    await look([{ text: 'a' }]);
    await look(Array.from({ length: 3000 }, (_, i) => ({ text: `${i}` })));
    await look([{ text: 'a' }]);
    equal(looked.filter(text => text === 'a').length, 2);
  });
});
