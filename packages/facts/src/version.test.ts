import { deepEqual, equal, ok } from 'node:assert/strict';
import { compareVersions, isVersion, releaseOf } from './version.js';

describe('versions', () => {
  it('stand in the order of PEP 440', () => {
    const inOrder = [
      '1.0.dev456',
      '1.0a1',
      '1.0a2.dev456',
      '1.0a12.dev456',
      '1.0a12',
      '1.0b1.dev456',
      '1.0b2',
      '1.0b2.post345.dev456',
      '1.0b2.post345',
      '1.0rc1.dev456',
      '1.0rc1',
      '1.0',
      '1.0.post456.dev34',
      '1.0.post456',
      '1.1.dev1',
      '1.10',
      '1!0.1'
    ];
    for (let i = 1; i < inOrder.length; i++) {
      const [older = '', newer = ''] = [inOrder[i - 1], inOrder[i]];
      ok((compareVersions(older, newer) ?? 0) < 0, `${older} < ${newer}`);
      ok((compareVersions(newer, older) ?? 0) > 0, `${newer} > ${older}`);
    }
  });

  it('are equal whatever their build and however many zeros', () => {
    equal(compareVersions('2.6', '2.6.0+cpu'), 0);
    equal(compareVersions('v2.6.0', '2.6.0.0'), 0);
    equal(compareVersions('1.0-1', '1.0.post1'), 0);
    equal(compareVersions('1.0c1', '1.0RC1'), 0);
  });

  it('cannot be compared with what is none', () => {
    equal(compareVersions('2.6', 'latest'), undefined);
    equal(isVersion('2.4.*'), false);
    equal(isVersion('1'.repeat(200)), false);
  });

  it('give their release numbers', () => {
    deepEqual(releaseOf('2.4.1rc1+cu121'), [2, 4, 1]);
  });
});
