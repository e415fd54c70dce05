import { deepEqual, equal } from 'node:assert/strict';
import { readPyproject } from './pyproject-file.js';
import { mergeDeclared, pickRequirementFiles, readRequirementFile } from './requirement-files.js';

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

  it('says nothing where it is broken', () => {
    equal(readPyproject('[project\ndependencies = [', URI).packages.size, 0);
    equal(readPyproject('project = 3\ntool = "x"\ndependency-groups = [1]\n', URI).packages.size, 0);
    equal(readPyproject('', URI).packages.size, 0);
  });
});

describe('the requirement files of a folder', () => {
  it('are picked by name', () => {
    const names = ['train.py', 'requirements-dev.txt', 'pyproject.toml', 'requirements.txt', 'requirements.md'];
    deepEqual(pickRequirementFiles(names), ['requirements.txt', 'requirements-dev.txt', 'pyproject.toml']);
  });

  it('give the range that holds what they ask for together', () => {
    const files = [
      readRequirementFile('torch==2.4.1\nnumpy==2.0.0', 'file:///p/requirements.txt'),
      readRequirementFile('[project]\ndependencies = ["torch>=2.6", "numpy"]', 'file:///p/pyproject.toml')
    ];
    const merged = mergeDeclared(files);
    deepEqual([merged.get('torch')?.min?.version, merged.get('torch')?.max], ['2.4.1', undefined]);
    equal(merged.get('torch')?.written, '2.4.1 (requirements.txt) or >=2.6 (pyproject.toml)');
    equal(merged.get('numpy')?.written, '2.0.0 (requirements.txt)');
  });
});
