import { equal } from 'node:assert/strict';
import { readPipfile, readPipfileLock } from './pipfile.js';
import { written } from './testing/written-ends.js';

const LOCK = `{
    "_meta": {
        "hash": { "sha256": "00" },
        "requires": { "python_version": "3.12" },
        "sources": [{ "name": "pypi" }]
    },
    "default": {
        "torch": {
            "hashes": ["sha256:00"],
            "index": "pypi",
            "markers": "python_version >= '3.8'",
            "version": "==2.4.1"
        },
        "local": { "editable": true, "path": "." }
    },
    "develop": {
        "numpy": { "version": "==2.2.6" }
    }
}`;

describe('a Pipfile', () => {
  it('says the packages of all its categories', () => {
    const text = [
      '[[source]]',
      'url = "https://pypi.org/simple"',
      'name = "pypi"',
      '[packages]',
      'torch = "==2.4.1"',
      'numpy = "*"',
      'skops = {version = ">=0.10,<1", extras = ["rust"]}',
      'old = {version = "==1.0", markers = "python_version < \'3.10\'"}',
      '[dev-packages]',
      'scipy = "~=1.10"',
      '[requires]',
      'python_version = "3.12"'
    ].join('\n');
    const { packages } = readPipfile(text, 'file:///p/Pipfile');
    equal(written(packages), 'torch [2.4.1 2.4.1], numpy ( ), skops [0.10 1), scipy [1.10 2)');
    equal(packages.get('torch')?.written, '2.4.1 (Pipfile)');
    equal(packages.get('torch')?.evidence?.place.range.start.line, 4);
  });

  it('that is broken says nothing', () => equal(readPipfile('[packages\n', 'file:///p/Pipfile').packages.size, 0));
});

describe('a Pipfile.lock', () => {
  it('says a version for each package', () => {
    const { packages } = readPipfileLock(LOCK, 'file:///p/Pipfile.lock');
    equal(written(packages), 'torch [2.4.1 2.4.1], numpy [2.2.6 2.2.6]');
    equal(packages.get('torch')?.written, '2.4.1 (Pipfile.lock)');
    equal(packages.get('torch')?.evidence?.place.range.start.line, 7);
  });

  for (const broken of ['', '{', '[]', 'null', '{"default": 3}', '{"default": {"torch": {"version": 2}}}'])
    it(`says nothing where it is ${broken || 'empty'}`, () =>
      equal(readPipfileLock(broken, 'file:///p/Pipfile.lock').packages.size, 0));
});
