import { deepEqual } from 'node:assert/strict';
import { candidates } from './module-path.js';

const ROOT = 'file:///project';
const PACKAGES = new Set([`${ROOT}/torch`, `${ROOT}/torch/nn`, `${ROOT}/ours`]);
const folders = (name: string, document: string): readonly string[] =>
  candidates(name, `${ROOT}/${document}`, ROOT, folder => PACKAGES.has(folder)).folders;

describe('where a module is looked for', () => {
  it('is beside a script, then in the workspace folder and its src', () => {
    deepEqual(folders('io_utils', 'scripts/train.py'), [`${ROOT}/scripts`, ROOT, `${ROOT}/src`]);
  });

  it('is around the packages that the document is in', () => {
    deepEqual(folders('ours.read', 'ours/train.py'), [ROOT, `${ROOT}/src`]);
    deepEqual(folders('..read', 'ours/deep/train.py'), [`${ROOT}/ours`]);
  });

  it('is beside a script alone for a module that the catalogue knows', () => {
    deepEqual(folders('torch.load', 'scripts/train.py'), [`${ROOT}/scripts`]);
    deepEqual(folders('torch.load', 'ours/train.py'), []);
  });

  it('is the package itself in the sources of a known library', () => {
    deepEqual(folders('torch.serialization', 'torch/nn/module.py'), [ROOT, `${ROOT}/src`]);
    deepEqual(folders('pickle', 'torch/nn/module.py'), []);
  });
});
