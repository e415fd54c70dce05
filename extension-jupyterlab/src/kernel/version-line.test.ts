import { deepEqual } from 'node:assert/strict';
import { readVersions } from './version-line.js';

describe("a kernel's answer about versions", () => {
  const cases: readonly (readonly [string, unknown, object | undefined])[] = [
    [
      'a list',
      `'[["torch", "2.4.0+cpu"], ["Scikit_Learn", "1.5.2"]]'`,
      { torch: '2.4.0+cpu', 'scikit-learn': '1.5.2' }
    ],
    ['the same name twice', `'[["torch", "2.4.0"], ["Torch", "2.6.0"]]'`, { torch: '2.4.0' }],
    ['a broken distribution among others', `'[[null, "1.0"], ["torch", null], ["numpy", "2.0"]]'`, { numpy: '2.0' }],
    ['escapes', `'[["it\\'s", "1.0"], ["a\\\\u0020b", "2.0"]]'`, { "it's": '1.0', 'a b': '2.0' }],
    ['no list', `'{"torch": "2.4.0"}'`, undefined],
    ['no JSON', `'[["torch"'`, undefined],
    ['no text', '[]', undefined],
    ['an answer of another kind', { torch: '2.4.0' }, undefined],
    ['an answer far too long', `'${'x'.repeat(3_000_000)}'`, undefined],
    ['nothing', undefined, undefined]
  ];
  for (const [what, answer, expected] of cases)
    it(`that holds ${what} is read`, () => deepEqual(readVersions(answer), expected));
});
