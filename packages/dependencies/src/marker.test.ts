import { equal } from 'node:assert/strict';
import { markerHolds, PYTHON_3, type Known } from './marker.js';
import { parseSpecifier } from './specifier.js';

const since = (specifier: string): Known => ({ python: parseSpecifier(specifier) });

describe('an environment marker', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['python_version < "3"', '>=3', 'no'],
    ['python_version >= "3"', '>=3', 'yes'],
    ["python_version < '3.10'", '>=3.10', 'no'],
    ["python_version < '3.10'", '>=3.9', 'unknown'],
    ["python_version > '3.9'", '>=3.10', 'yes'],
    ["python_version <= '3.9'", '>=3.10', 'no'],
    ["python_version == '3.9'", '>=3.10', 'no'],
    ["python_version == '3.10'", '>=3.10', 'unknown'],
    ["'3.10' > python_version", '>=3.10', 'no'],
    ["python_full_version >= '3.10.2'", '>=3.11', 'yes'],
    ["python_full_version > '3.10.2'", '>=3.11', 'unknown'],
    ["sys_platform == 'win32'", '>=3', 'unknown'],
    ["extra == 'train'", '>=3', 'unknown'],
    ["python_version < '3' and sys_platform == 'win32'", '>=3', 'no'],
    ["python_version < '3' or sys_platform == 'win32'", '>=3', 'unknown'],
    ["python_version >= '3' or sys_platform == 'win32'", '>=3', 'yes'],
    ["(python_version < '3' or python_version >= '3.8') and python_version < '3.9'", '>=3.10', 'no'],
    ["python_version in '2.7 2.6'", '>=3', 'unknown'],
    ["python_version not in '2.7'", '>=3', 'unknown'],
    ['python_version <', '>=3', 'unknown'],
    ["python_version < '3' )", '>=3', 'unknown'],
    ['%%', '>=3', 'unknown'],
    ['', '>=3', 'unknown']
  ];
  for (const [marker, python, expected] of cases) {
    it(`${marker || '(empty)'} is ${expected} with Python ${python}`, () =>
      equal(markerHolds(marker, since(python)), expected));
  }

  it('of any depth is read within bounds', () => {
    equal(markerHolds(`${'('.repeat(900)}python_version < "3"${')'.repeat(900)}`, PYTHON_3), 'unknown');
    equal(markerHolds('python_version < "3" and '.repeat(200), PYTHON_3), 'unknown');
  });
});
