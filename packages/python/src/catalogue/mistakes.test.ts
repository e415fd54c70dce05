import { deepEqual } from 'node:assert/strict';
import { LOADERS } from './loaders/loaders.js';
import { loaderMistakes } from './mistakes.js';
import type { LoaderRow } from './row.js';

const ROW: LoaderRow = {
  name: 'example.load',
  aliases: [],
  parameters: ['file', 'trusted'],
  keywordOnly: [],
  source: 'file',
  family: 'checkpoint',
  guard: { parameter: 'trusted', safe: false, default: 'safe' },
  documentation: 'https://example.org/load.html'
};

describe('rows of loaders', () => {
  it('are in order', () => {
    deepEqual(loaderMistakes(LOADERS), []);
  });

  it('are told by name where they are not', () => {
    const mistakes = (change: Partial<LoaderRow>): string[] => loaderMistakes([{ ...ROW, ...change }]);
    deepEqual(mistakes({}), []);
    deepEqual(mistakes({ source: 'path' }), ['example.load: there is no parameter path']);
    deepEqual(mistakes({ keywordOnly: ['file'] }), ['example.load: the parameter file is there twice']);
    deepEqual(mistakes({ aliases: ['example.load'] }), ['example.load is there twice']);
    deepEqual(mistakes({ aliases: ['other load'] }), ['example.load: other load is no qualified name']);
    deepEqual(mistakes({ documentation: '' }), ['example.load: no documentation is named']);
    deepEqual(mistakes({ guard: { parameter: 'safe', safe: true, default: 'safe' } }), [
      'example.load: there is no parameter safe'
    ]);
    deepEqual(mistakes({ guard: { ...ROW.guard, default: { package: 'a', safeFrom: 'new' } } as LoaderRow['guard'] }), [
      'example.load: new is no version'
    ]);
    const named = { names: { Full: { package: 'a', safeFrom: 'soon' } } };
    deepEqual(mistakes({ guard: { parameter: 'trusted', safe: named, default: 'safe' } }), [
      'example.load: soon is no version'
    ]);
    deepEqual(mistakes({ checksum: 'sha256' }), ['example.load: there is no parameter sha256']);
    deepEqual(mistakes({ published: '(' }), ['example.load: ( is no regular expression']);
    deepEqual(mistakes({ safety: { package: 'a', safeFrom: '' } }), ['example.load:  is no version']);
  });
});
