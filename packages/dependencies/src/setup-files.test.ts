import { equal } from 'node:assert/strict';
import { readSetupCfg, readSetupPy } from './setup-files.js';
import { written } from './testing/written-ends.js';

const cfg = (text: string): string => written(readSetupCfg(text, 'file:///p/setup.cfg').packages);
const py = (text: string): string => written(readSetupPy(text, 'file:///p/setup.py').packages);

describe('a setup.cfg', () => {
  it('says what is required, with extras', () => {
    const text = [
      '[metadata]',
      'name = sample',
      'version = 1.0',
      '[options]',
      'python_requires = >=3.10',
      'install_requires =',
      '    torch>=2.4,<3',
      '    # the arrays',
      "    numpy==2.2.6; python_version >= '3.10'",
      "    old==1; python_version < '3.10'",
      'packages = find:',
      '[options.extras_require]',
      'train =',
      '    skops ~= 0.10',
      'tests = pytest==8.*',
      '[tool:pytest]',
      'testpaths = tests'
    ].join('\n');
    equal(cfg(text), 'torch [2.4 3), numpy [2.2.6 2.2.6], skops [0.10 1), pytest [8 9)');
    equal(readSetupCfg(text, 'file:///p/setup.cfg').packages.get('torch')?.evidence?.place.range.start.line, 6);
  });

  it('that is broken says what can be read', () => {
    equal(cfg('[options\ninstall_requires = torch==2.4\n'), '');
    equal(cfg('[options]\ninstall_requires = torch==2.4\n====\n'), 'torch [2.4 2.4]');
  });
});

describe('a setup.py', () => {
  it('says what a list of plain texts requires', () => {
    const text =
      'from setuptools import setup\nsetup(\n  install_requires=[\n    "torch>=2.4",  # the framework\n' +
      "    'numpy==2.2.6',\n    # not this\n  ],\n)\n";
    equal(py(text), 'torch [2.4 ), numpy [2.2.6 2.2.6]');
    equal(py('setup(install_requires=[])'), '');
    equal(py('setup(install_requires=["torch==2.4"])'), 'torch [2.4 2.4]');
  });

  const silent = [
    'setup(install_requires=REQUIREMENTS)',
    'setup(install_requires=["torch=="+V])',
    'setup(install_requires=["torch==2.4"] + MORE if x else [])',
    'setup(install_requires=[f"torch=={v}"])',
    'setup(install_requires=["torch==2.4", *more])',
    '# setup(install_requires=["torch==2.4"])',
    'setup(install_requires=["torch==2.4"'
  ];
  for (const text of silent) it(`says nothing in ${text}`, () => equal(py(text), ''));
});
