import { deepEqual } from 'node:assert/strict';
import { parseCondaSpec } from './conda-spec.js';
import { ends } from './testing/written-ends.js';

describe('a match specification of conda', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['pytorch', 'torch', '( )'],
    ['pytorch=2.4', 'torch', '[2.4 2.5)'],
    ['pytorch=2.4.*', 'torch', '[2.4 2.5)'],
    ['pytorch=2.4.1', 'torch', '[2.4.1 2.4.2)'],
    ['pytorch==2.4.1', 'torch', '[2.4.1 2.4.1]'],
    ['pytorch=2.4.1=py3.12_cpu_0', 'torch', '[2.4.1 2.4.2)'],
    ['pytorch 2.4.1 py3.12_cpu_0', 'torch', '[2.4.1 2.4.2)'],
    ['pytorch 2.4.*', 'torch', '[2.4 2.5)'],
    ['pytorch >=2.4, <3', 'torch', '[2.4 3)'],
    ['pytorch>=2.4,<3', 'torch', '[2.4 3)'],
    ['pytorch::pytorch=2.4', 'torch', '[2.4 2.5)'],
    ['conda-forge/linux-64::pytorch>=2.4', 'torch', '[2.4 )'],
    ["pytorch[version='>=2.4,<2.6', build=cuda*]", 'torch', '[2.4 2.6)'],
    ['pytorch=2.4|2.6', 'torch', '[2.4 2.7)'],
    ['pytorch!=2.5', 'torch', '( )'],
    ['pytorch-gpu=2.4', 'torch', '[2.4 2.5)'],
    ['huggingface_hub=0.30', 'huggingface-hub', '[0.30 0.31)'],
    ['pytorch=latest', 'torch', '( )']
  ];
  for (const [text, name, range] of cases)
    it(`${text} is ${name} ${range}`, () => {
      const spec = parseCondaSpec(text);
      deepEqual([spec?.name, spec && ends(spec.bounds)], [name, range]);
    });

  for (const text of ['', '==2.4', '[x]', 'p'.repeat(600)])
    it(`${text.slice(0, 10) || '(empty)'} is none`, () => deepEqual(parseCondaSpec(text), undefined));
});
