import { deepEqual, equal } from 'node:assert/strict';
import { inEnglish } from './message.js';
import type { VersionRange } from './version-range.js';
import { intersectRanges, isAtLeast, unionRanges } from './version-range.js';

const range = (bounds: Pick<VersionRange, 'min' | 'max'>, written = ''): VersionRange => ({
  ...bounds,
  written,
  evidence: undefined
});
const from = (version: string, inclusive = true): Pick<VersionRange, 'min'> => ({ min: { version, inclusive } });
const to = (version: string, inclusive: boolean): Pick<VersionRange, 'max'> => ({ max: { version, inclusive } });

describe('a version range', () => {
  it('is at least a version where all of it is', () => {
    equal(isAtLeast(range(from('2.6')), '2.6'), 'yes');
    equal(isAtLeast(range(from('2.6.0+cpu')), '2.6'), 'yes');
    equal(isAtLeast(range(from('2.10')), '2.6'), 'yes');
  });

  it('is below a version where all of it is', () => {
    equal(isAtLeast(range(to('2.6', false)), '2.6'), 'no');
    equal(isAtLeast(range({ ...from('2.4.1'), ...to('2.4.1', true) }), '2.6'), 'no');
    equal(isAtLeast(range({ ...from('2.6.0rc1'), ...to('2.6.0rc1', true) }), '2.6'), 'no');
  });

  it('says nothing where it holds both', () => {
    equal(isAtLeast(undefined, '2.6'), 'unknown');
    equal(isAtLeast(range({}), '2.6'), 'unknown');
    equal(isAtLeast(range(from('2.0')), '2.6'), 'unknown');
    equal(isAtLeast(range(to('2.6', true)), '2.6'), 'unknown');
    equal(isAtLeast(range(from('2.5', false)), '2.6'), 'unknown');
  });

  it('narrows with every clause', () => {
    const both = intersectRanges(
      range({ ...from('2.0'), ...to('3', false) }),
      range({ ...from('2.6'), ...to('4', true) })
    );
    deepEqual(both, range({ ...from('2.6'), ...to('3', false) }));
    deepEqual(intersectRanges(range(from('2.6')), range(from('2.6', false))), range(from('2.6', false)));
  });

  it('widens where files disagree', () => {
    const both = unionRanges(
      range({ ...from('2.4'), ...to('2.4', true) }, '2.4 (requirements.txt)'),
      range(from('2.6'), '>=2.6 (pyproject.toml)')
    );
    deepEqual(both, { ...range(from('2.4')), written: both.written });
    equal(inEnglish(both.written), '2.4 (requirements.txt) or >=2.6 (pyproject.toml)');
    deepEqual(unionRanges(range(from('2.6')), range({})), range({}));
  });
});
