import { deepEqual, equal } from 'node:assert/strict';
import { readPyproject } from './pyproject-file.js';
import { written } from './testing/written-ends.js';

const URI = 'file:///project/pyproject.toml';

describe('a pyproject.toml', () => {
  it('says the versions of all its groups', () => {
    const text = [
      '[project]',
      'dependencies = ["torch>=2.6,<3", \'numpy\']',
      '[project.optional-dependencies]',
      'train = ["transformers ~= 5.0"]',
      '[dependency-groups]',
      'test = ["pytest==8.*", {include-group = "train"}]'
    ].join('\n');
    const { packages } = readPyproject(text, URI);
    deepEqual([...packages.keys()], ['torch', 'numpy', 'transformers', 'pytest']);
    equal(packages.get('torch')?.written, '>=2.6,<3 (pyproject.toml)');
    deepEqual(packages.get('torch')?.evidence?.place.range, {
      start: { line: 1, character: 16 },
      end: { line: 1, character: 31 }
    });
    deepEqual(packages.get('pytest')?.max, { version: '9', inclusive: false });
  });

  const constraints: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ['"^2.4.1"', '2.4.1', '3'],
    ['"^0.4.1"', '0.4.1', '0.5'],
    ['"^0.0.3"', '0.0.3', '0.0.4'],
    ['"^0"', '0', '1'],
    ['"~2.4.1"', '2.4.1', '2.5'],
    ['"~2.4"', '2.4', '2.5'],
    ['"~2"', '2', '3'],
    ['"2.4.1"', '2.4.1', '2.4.1'],
    ['">=2.4,<3"', '2.4', '3'],
    ['"^1.13 || ^2.4"', '1.13', '3'],
    ['"*"', undefined, undefined],
    ['{version = "^2.4", optional = true}', '2.4', '3'],
    ['{git = "https://example.org/torch.git"}', undefined, undefined],
    ['[{version = "2.4.1", python = "<3.10"}, {version = "2.6.0", python = ">=3.10"}]', '2.4.1', '2.6.0']
  ];
  for (const [constraint, min, max] of constraints) {
    it(`reads torch = ${constraint} of Poetry`, () => {
      const text = `[tool.poetry.dependencies]\npython = "^3.10"\ntorch = ${constraint}\n`;
      const { packages } = readPyproject(text, URI);
      const torch = packages.get('torch');
      deepEqual([...packages.keys()], ['torch']);
      deepEqual([torch?.min?.version, torch?.max?.version], [min, max]);
      equal(torch?.evidence?.place.range.start.line, 2);
    });
  }

  it('passes over what its own Python never asks for', () => {
    const text = [
      '[project]',
      'requires-python = ">=3.11"',
      'dependencies = ["torch==1.13; python_version < \'3.10\'", "torch==2.4; python_version >= \'3.10\'"]',
      '[tool.uv]',
      'dev-dependencies = ["skops==0.10"]',
      'constraint-dependencies = ["numpy<3"]',
      '[tool.pdm.dev-dependencies]',
      'test = ["pytest==8.*"]'
    ].join('\n');
    equal(
      written(readPyproject(text, URI).packages),
      'torch [2.4 2.4], pytest [8 9), skops [0.10 0.10], numpy ( 3), python [3.11 )'
    );
  });

  it('says nothing where it is broken', () => {
    equal(readPyproject('[project\ndependencies = [', URI).packages.size, 0);
    equal(readPyproject('project = 3\ntool = "x"\ndependency-groups = [1]\n', URI).packages.size, 0);
    equal(readPyproject('', URI).packages.size, 0);
  });
});
