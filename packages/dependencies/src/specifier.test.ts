import { deepEqual, equal } from 'node:assert/strict';
import { isAtLeast } from '@loadlight/facts/version-range';
import { parseSpecifier, specifierBounds } from './specifier.js';

const ends = (specifier: string): string => {
  const { min, max } = specifierBounds(specifier);
  return `${min ? (min.inclusive ? '[' : '(') + min.version : '('} ${max ? max.version + (max.inclusive ? ']' : ')') : ')'}`;
};

describe('a specifier', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['==2.4.1', '[2.4.1 2.4.1]'],
    ['==2.4.1+cpu', '[2.4.1 2.4.1]'],
    ['===2.4.1', '[2.4.1 2.4.1]'],
    ['==2.4.*', '[2.4 2.5)'],
    ['~=2.4.1', '[2.4.1 2.5)'],
    ['~=2.4', '[2.4 3)'],
    ['>=2.6,<3', '[2.6 3)'],
    [' >= 2.6 , < 3 , ', '[2.6 3)'],
    ['>2.6,<=2.10.0', '(2.6 2.10.0]'],
    ['>=2.0,>=2.6', '[2.6 )'],
    ['!=2.5.0', '( )'],
    ['>=2.4,!=2.5.*', '[2.4 )'],
    ['>=2.6.0rc1', '[2.6.0rc1 )'],
    ['2.4', '[2.4 2.5)'],
    ['2', '[2 3)'],
    ['2.4.1', '[2.4.1 2.4.1]'],
    ['', '( )'],
    ['latest', '( )'],
    ['>=2.6,whatever', '( )'],
    ['~=2', '( )'],
    [`==${'1.'.repeat(400)}1`, '( )']
  ];
  for (const [specifier, expected] of cases) {
    it(`${specifier.slice(0, 30) || '(empty)'} is ${expected}`, () => equal(ends(specifier), expected));
  }

  it('from a setting keeps what the user wrote', () => {
    const range = parseSpecifier(' >=2.6 ');
    deepEqual([range.written, range.evidence], ['>=2.6', undefined]);
    equal(isAtLeast(range, '2.6'), 'yes');
    equal(isAtLeast(parseSpecifier('2.4'), '2.6'), 'no');
  });
});
