import { deepEqual, equal } from 'node:assert/strict';
import { settingMistakes } from './setting-mistakes.js';

const said = (sent: unknown): string[] => settingMistakes(sent).map(({ text }) => text);

describe('what is wrong in the settings', () => {
  it('is nothing where they are as described, or missing', () => {
    for (const sent of [undefined, null, {}, { enable: false, versions: { torch: '2.4' }, environment: '.venv' }]) {
      deepEqual(settingMistakes(sent), []);
    }
  });

  it('is said in a sentence for each', () => {
    equal(settingMistakes('on').length, 1);
    deepEqual(said({ enable: 'yes', versions: ['torch'], environment: 3 }), [
      'The setting loadlight.enable is neither true nor false: the default counts.',
      'The setting loadlight.versions does not name packages, as in {"torch": "2.6.0"}: it is left out.',
      'The setting loadlight.environment is no text: it is left out.'
    ]);
  });

  it('names the package whose version is no text', () => {
    deepEqual(said({ versions: { torch: 2, numpy: '1.26' } }), [
      'The setting loadlight.versions has no text for torch: that is left out.'
    ]);
  });
});
