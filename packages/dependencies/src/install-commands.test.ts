import { deepEqual, equal } from 'node:assert/strict';
import { readInstalls } from './install-commands.js';
import { written } from './testing/written-ends.js';

const PLACE = {
  ipython: true,
  part: { kind: 'file' },
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
} as const;
const read = (...texts: string[]): string =>
  written(
    readInstalls(
      texts.map(text => ({ text, ...PLACE })),
      'file:///p/a.ipynb'
    ).packages
  );

describe('what a notebook installs', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['pip install torch==2.4', 'torch [2.4 2.4]'],
    ['pip install -q torch==2.4.1 "numpy>=2,<3" \'skops~=0.10\'', 'torch [2.4.1 2.4.1], numpy [2 3), skops [0.10 1)'],
    ['pip3 install torch==2.4 --index-url https://download.example.org/whl/cpu', 'torch [2.4 2.4]'],
    ['pip install --quiet \\\n  torch==2.4 \\\n  numpy', 'torch [2.4 2.4]'],
    ['{sys.executable} -m pip install torch==2.4', 'torch [2.4 2.4]'],
    ['python3.11 -m pip install torch==2.4', 'torch [2.4 2.4]'],
    ['/opt/bin/python -m pip install torch==2.4', 'torch [2.4 2.4]'],
    ['sudo pip install torch==2.4', 'torch [2.4 2.4]'],
    ['PIP_NO_CACHE_DIR=1 pip install torch==2.4', 'torch [2.4 2.4]'],
    ['cd x && pip install torch==2.4; pip install numpy==2.0 | tail -1', 'torch [2.4 2.4], numpy [2.0 2.0]'],
    ['uv pip install --system torch==2.4', 'torch [2.4 2.4]'],
    ['uv add torch==2.4', 'torch [2.4 2.4]'],
    ['conda install -y -c pytorch pytorch=2.4 numpy', 'torch [2.4 2.5)'],
    ['mamba install pytorch==2.4.1', 'torch [2.4.1 2.4.1]'],
    ['pip install https://example.org/torch-2.4.0%2Bcpu-cp311-cp311-linux_x86_64.whl', 'torch [2.4.0 2.4.0]'],
    ['pip install torch@https://example.org/torch-2.4.0-py3-none-any.whl', 'torch [2.4.0 2.4.0]'],
    ['pip install git+https://example.org/huggingface/transformers.git@v4.40.0', 'transformers [4.40.0 4.40.0]'],
    ['pip install git+https://example.org/huggingface/transformers', 'transformers ( )'],
    ['pip install "transformers[torch]==4.40.0"', 'transformers [4.40.0 4.40.0]'],
    ['pip install -U torch', 'torch ( )'],
    ['pip install -qU torch numpy==2.0', 'torch ( ), numpy [2.0 2.0]'],
    ['pip install torch', ''],
    ['pip install -r torch==2.4', ''],
    ['pip install -e .', ''],
    ['pip uninstall -y torch==2.4', ''],
    ['pip download torch==2.4', ''],
    ['# pip install torch==2.4', ''],
    ['echo pip install torch==2.4', ''],
    ['pip', ''],
    ['pip install torch=={VERSION}', 'torch ( )'],
    ['pip install torch==$VERSION', 'torch ( )'],
    ['pip install torch>=2.4', ''],
    ['for p in torch; do pip install torch==2.4; done', 'torch [2.4 2.4]'],
    ['', '']
  ];
  for (const [text, expected] of cases)
    it(`${JSON.stringify(text)} is ${expected || 'nothing'}`, () => equal(read(text), expected));

  it('is what the later one says', () => {
    equal(read('pip install torch==2.4', 'pip install torch==2.6'), 'torch [2.6 2.6]');
    equal(read('pip install torch==2.4', 'pip install torch'), 'torch [2.4 2.4]');
    equal(read('pip install torch==2.4', 'pip install -U torch'), 'torch ( )');
  });

  it('is read within bounds', () => {
    equal(read(`pip install ${'torch==2.4 '.repeat(5000)}`), '');
    equal(read(`pip install ${'"'.repeat(10_000)}`), '');
  });

  it('names the requirement files', () => {
    const text =
      'pip install -q -r reqs/gpu.txt --requirement=../all.txt torch; pip install -rmore.txt; conda install -r no';
    deepEqual(readInstalls([{ text, ...PLACE }], 'file:///p/a.ipynb').files, [
      'reqs/gpu.txt',
      '../all.txt',
      'more.txt'
    ]);
  });
});
