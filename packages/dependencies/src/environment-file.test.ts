import { deepEqual, equal } from 'node:assert/strict';
import { readEnvironmentFile } from './environment-file.js';
import { written } from './testing/written-ends.js';

const URI = 'file:///p/environment.yml';
const read = (text: string): string => written(readEnvironmentFile(text, URI).packages);

describe('an environment.yml', () => {
  it('says what conda installs, and pip', () => {
    const text = [
      'name: train # ours',
      'channels:',
      '  - pytorch',
      '  - defaults',
      'dependencies:',
      '  - python=3.11',
      '  # the framework',
      '  - pytorch=2.4.*   # pinned',
      "  - 'numpy >=2,<3'",
      '  - pip',
      '  - pip:',
      '    - transformers==4.40.0',
      '    - -r requirements.txt',
      '    - skops>=0.10',
      '  - scipy',
      'prefix: /opt/envs/train'
    ].join('\n');
    const { packages, includes } = readEnvironmentFile(text, URI);
    equal(
      written(packages),
      'python [3.11 3.12), torch [2.4 2.5), numpy [2 3), pip ( ), transformers [4.40.0 4.40.0], skops [0.10 ), scipy ( )'
    );
    deepEqual(includes, [{ kind: 'requirements', path: 'requirements.txt' }]);
    equal(packages.get('torch')?.written, '2.4.* (environment.yml)');
    deepEqual(packages.get('torch')?.evidence?.place.range, {
      start: { line: 7, character: 4 },
      end: { line: 7, character: 17 }
    });
  });

  it('is read whether its lists are indented, in one line or with other line ends', () => {
    equal(read('dependencies:\n- pytorch=2.4\n- pip:\n  - skops==0.10\n'), 'torch [2.4 2.5), skops [0.10 0.10]');
    equal(read('dependencies: [pytorch=2.4, "numpy>=2,<3"]'), 'torch [2.4 2.5), numpy [2 3)');
    equal(read('\uFEFFdependencies:\r\n  - pytorch=2.4\r\n'), 'torch [2.4 2.5)');
  });

  it('says nothing where there is nothing of the kind', () => {
    equal(read('channels:\n  - pytorch\n'), '');
    equal(read('dependencies: *anchor\n'), '');
    equal(read('dependencies:\n  - {a: [b, {c: d}]}\n\t- x: "\n  - >-\n    folded\n'), '');
    equal(read(`dependencies:\n${'  - '.repeat(1000)}\n`), '');
    equal(read(`dependencies:\n  - pytorch=2.4\n${' '.repeat(1_000_000)}`), '');
  });
});
