import { deepEqual, equal } from 'node:assert/strict';
import { readDistributionNames, readPyvenvCfg } from './distribution-names.js';
import { written } from './testing/written-ends.js';

describe("an environment's folders", () => {
  it('say versions by the names in site-packages', () => {
    const names = [
      'torch',
      'torch-2.4.0+cu121.dist-info',
      'scikit_learn-1.5.2.dist-info',
      'Hugging_Face_Hub-0.30.0.egg-info',
      'broken.dist-info',
      '~orch-2.3.0.dist-info',
      '__pycache__'
    ];
    const packages = readDistributionNames(names, 'site-packages', 'file:///p/.venv/lib', '.venv');
    equal(
      written(packages),
      'torch [2.4.0 2.4.0], scikit-learn [1.5.2 1.5.2], hugging-face-hub [0.30.0 0.30.0], ~orch [2.3.0 2.3.0]'
    );
    equal(packages.get('torch')?.written, '2.4.0+cu121 (.venv)');
  });

  it('say versions by the names in conda-meta', () => {
    const names = ['history', 'pytorch-2.4.1-py3.12_cpu_0.json', 'scikit-learn-1.5.2-py312h7a48858_1.json'];
    equal(
      written(readDistributionNames(names, 'conda-meta', 'file:///c/conda-meta', 'train')),
      'torch [2.4.1 2.4.1], scikit-learn [1.5.2 1.5.2]'
    );
  });

  it('say in pyvenv.cfg what they stand on', () => {
    deepEqual(readPyvenvCfg('home = /usr/bin\r\ninclude-system-site-packages = true\r\nversion = 3.12.3\r\n'), {
      home: '/usr/bin',
      seesBase: true
    });
    deepEqual(readPyvenvCfg(''), { home: undefined, seesBase: false });
  });
});
