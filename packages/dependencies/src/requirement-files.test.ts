import { deepEqual, equal } from 'node:assert/strict';
import { inEnglish } from '@loadlight/facts/message';
import {
  constrain,
  firstOf,
  longestOf,
  mergePackages,
  pickRequirementFiles,
  readRequirementFile
} from './requirement-files.js';
import { written } from './testing/written-ends.js';
import type { Packages } from './declared.js';

const file = (name: string, text: string): Packages => readRequirementFile(text, `file:///p/${name}`).packages;

describe('the requirement files of a folder', () => {
  it('are picked by name, locks first', () => {
    const picked = [
      'poetry.lock',
      'uv.lock',
      'pylock.dev.toml',
      'Pipfile.lock',
      'requirements.txt',
      'requirements-dev.txt',
      'pyproject.toml',
      'conda.yaml',
      'environment-gpu.yml',
      'environment.yaml',
      'Pipfile',
      'setup.cfg',
      'setup.py'
    ];
    const others = ['train.py', 'requirements.md', 'yarn.lock', 'docker-compose.yml', 'my-uv.lock'];
    deepEqual(pickRequirementFiles([...others, ...picked].reverse()), picked);
    deepEqual(pickRequirementFiles([...picked, ...others]), picked);
  });

  it('give the range that holds what they ask for together', () => {
    const merged = mergePackages([
      file('requirements.txt', 'torch==2.4.1\nnumpy==2.0.0'),
      file('pyproject.toml', '[project]\ndependencies = ["torch>=2.6", "numpy"]')
    ]);
    equal(written(merged), 'torch [2.4.1 ), numpy [2.0.0 2.0.0]');
    equal(inEnglish(merged.get('torch')?.written ?? ''), '2.4.1 (requirements.txt) or >=2.6 (pyproject.toml)');
    equal(merged.get('numpy')?.written, '2.0.0 (requirements.txt)');
  });

  const narrowed: readonly (readonly [string, string, string, string])[] = [
    ['torch', 'torch==2.4', 'torch [2.4 2.4]', '2.4 (c.txt)'],
    ['torch>=2.4', 'torch==2.6.0', 'torch [2.6.0 2.6.0]', '2.6.0 (c.txt)'],
    ['torch>=2.4', 'torch<2.6', 'torch [2.4 2.6)', '>=2.4 (requirements.txt) and <2.6 (c.txt)'],
    ['torch>=2.4', 'torch', 'torch [2.4 )', '>=2.4 (requirements.txt)'],
    ['torch==2.4', 'torch<2.6', 'torch [2.4 2.4]', '2.4 (requirements.txt) and <2.6 (c.txt)'],
    ['torch>=2.6', 'torch<2.5', 'torch ( 2.5)', '<2.5 (c.txt)'],
    ['', 'torch==2.4', 'torch [2.4 2.4]', '2.4 (c.txt)']
  ];
  for (const [requirement, constraint, expected, shown] of narrowed)
    it(`that ask for ${requirement || 'nothing'} under the constraint ${constraint} give ${expected}`, () => {
      const packages = constrain(file('requirements.txt', requirement), file('c.txt', constraint));
      equal(written(packages), expected);
      equal(inEnglish(packages.get('torch')?.written ?? ''), shown);
    });

  it('give way in order, and what has no ends to what has', () => {
    const first = file('requirements.txt', 'torch==2.4\nnumpy');
    equal(
      written(firstOf([first, file('b.txt', 'torch==2.6\nnumpy==2.0\nskops')])),
      'torch [2.4 2.4], numpy [2.0 2.0], skops ( )'
    );
  });

  it('may be long where they are locks', () => {
    deepEqual([longestOf('uv.lock'), longestOf('requirements.txt')], [8_000_000, 1_000_000]);
  });
});
