import { deepEqual, equal } from 'node:assert/strict';
import type { VersionRange } from '@loadlight/facts/version-range';
import { readRequirements } from './requirements-file.js';
import { written } from './testing/written-ends.js';

const URI = 'file:///project/requirements.txt';
const read = (text: string): ReadonlyMap<string, VersionRange> => readRequirements(text, URI).packages;

describe('a requirements file', () => {
  it('says versions by normalised name', () => {
    const packages = read('torch==2.4.1\nHugging_Face.Hub >= 0.30, < 1\n');
    deepEqual([...packages.keys()], ['torch', 'hugging-face-hub']);
    equal(packages.get('torch')?.written, '2.4.1 (requirements.txt)');
    equal(packages.get('hugging-face-hub')?.written, '>=0.30,<1 (requirements.txt)');
  });

  it('is read past comments, extras, markers, hashes and continuation lines', () => {
    const text = [
      '\uFEFF# the project',
      'torch[opt] == 2.4.1+cpu ; python_version > "3.9" # pinned',
      'numpy==2.4.6 \\',
      '    --hash=sha256:aa \\',
      '    --hash=sha256:bb',
      'scipy (>=1.10)',
      ''
    ].join('\r\n');
    const packages = read(text);
    deepEqual(packages.get('torch')?.max, { version: '2.4.1', inclusive: true });
    deepEqual(packages.get('numpy')?.min, { version: '2.4.6', inclusive: true });
    deepEqual(packages.get('scipy')?.min, { version: '1.10', inclusive: true });
  });

  it('points at the requirement', () => {
    const evidence = read('# one\n  torch==2.4.1  # pinned\n').get('torch')?.evidence;
    deepEqual(evidence?.place, {
      document: URI,
      part: { kind: 'file' },
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 14 } }
    });
    equal(evidence.message.text, '`torch==2.4.1` is asked for in requirements.txt.');
  });

  it('names the files that it includes', () => {
    const text =
      '-r base.txt\n--requirement=more.txt\n-c constraints.txt\n-rshort.txt\n--index-url https://pypi.example.org\n';
    deepEqual(readRequirements(text, URI).includes, [
      { kind: 'requirements', path: 'base.txt' },
      { kind: 'requirements', path: 'more.txt' },
      { kind: 'constraints', path: 'constraints.txt' },
      { kind: 'requirements', path: 'short.txt' }
    ]);
  });

  it('says the version of what comes from an address where that says it', () => {
    const text = [
      'torch @ https://example.org/whl/torch-2.4.0%2Bcu121-cp311-cp311-linux_x86_64.whl ; sys_platform == "linux"',
      'numpy@https://example.org/numpy.whl',
      'https://example.org/scipy-1.14.0.tar.gz#sha256=00',
      'git+https://example.org/transformers.git@v4.40.0#egg=transformers',
      '-e git+https://example.org/other.git#egg=other',
      '-e ./local',
      './wheel.whl'
    ].join('\n');
    equal(
      written(read(text)),
      'torch [2.4.0 2.4.0], numpy ( ), scipy [1.14.0 1.14.0], transformers [4.40.0 4.40.0], other ( )'
    );
    equal(read(text).get('torch')?.written, '2.4.0+cu121 (requirements.txt)');
  });

  it('passes over what no Python asks for that it may run with', () => {
    equal(written(read('torch==1.4; python_version < "3"\ntorch==2.4; python_version >= "3"')), 'torch [2.4 2.4]');
  });

  it('gives a package named twice the range that holds both', () => {
    const torch = read('torch==2.4.1; sys_platform == "darwin"\ntorch==2.6.0; sys_platform != "darwin"\n').get('torch');
    deepEqual([torch?.min?.version, torch?.max?.version], ['2.4.1', '2.6.0']);
  });

  it('survives lines that are no requirements', () => {
    deepEqual([...read('torch torch\n==2\n\\\n<html>\n{{ torch }}\n').keys()], []);
    equal(read(`torch==2.4\n${' '.repeat(1_000_000)}`).size, 0);
  });
});
