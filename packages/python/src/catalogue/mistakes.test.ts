import { deepEqual } from 'node:assert/strict';
import { CREDENTIALS } from './credentials.js';
import { HUBS } from './hubs.js';
import { LOADERS } from './loaders/loaders.js';
import { credentialMistakes, fetchMistakes, hubMistakes, loaderMistakes } from './mistakes.js';
import type { FetchRow, HubRow, LoaderRow } from './row.js';
import { FETCHES } from './transfers.js';

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

describe('rows of functions that take a credential', () => {
  it('are in order, and told by name where they are not', () => {
    deepEqual(credentialMistakes(CREDENTIALS), []);
    const row = { name: 'a.b', parameters: ['c'], holds: { d: 'token' }, documentation: '' } as const;
    deepEqual(credentialMistakes([row, row]).slice(0, 3), [
      'a.b is there twice',
      'a.b: there is no parameter d',
      'a.b: no documentation is named'
    ]);
  });
});

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

describe('rows of hubs and downloads', () => {
  const hub: HubRow = {
    pattern: 'example.load',
    kind: 'model-ref',
    parameters: ['name'],
    repository: 'name',
    remoteCode: false,
    documentation: 'https://example.org/load.html'
  };
  const fetch: FetchRow = { name: 'example.get', parameters: ['url'], address: { kind: 'url', parameter: 'url' } };

  it('are in order', () => {
    deepEqual(hubMistakes(HUBS), []);
    deepEqual(fetchMistakes(FETCHES), []);
  });

  it('are told by name where they are not', () => {
    deepEqual(hubMistakes([hub, hub]), ['example.load is there twice']);
    deepEqual(hubMistakes([{ ...hub, repository: 'model' }]), ['example.load: there is no parameter model']);
    deepEqual(hubMistakes([{ ...hub, packed: ['name'] }]), ['example.load: the parameter name is there twice']);
    deepEqual(hubMistakes([{ ...hub, pinnedBy: 'dictionary' }]), ['example.load: no dictionary can pin it']);
    deepEqual(hubMistakes([{ ...hub, documentation: '' }]), ['example.load: no documentation is named']);
    deepEqual(fetchMistakes([fetch, fetch]), ['example.get is there twice']);
    deepEqual(fetchMistakes([{ ...fetch, parameters: ['file'] }]), ['example.get: there is no parameter url']);
    deepEqual(fetchMistakes([{ ...fetch, file: 'name' }]), ['example.get: a file is named, and no folder']);
  });
});
