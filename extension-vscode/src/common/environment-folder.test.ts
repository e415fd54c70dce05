import { equal } from 'node:assert/strict';
import { environmentFolder } from './environment-folder.js';

describe("an interpreter's environment", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['/w/.venv/bin/python', '/w/.venv'],
    ['/w/.venv/bin/python3.12', '/w/.venv'],
    ['/opt/conda/envs/train/bin/python3', '/opt/conda/envs/train'],
    ['/usr/bin/python3', '/usr'],
    ['/w/.venv', '/w/.venv'],
    ['/w/.venv/', '/w/.venv'],
    ['C:\\w\\.venv\\Scripts\\python.exe', 'C:\\w\\.venv'],
    ['C:\\Users\\me\\miniconda3\\envs\\train\\python.exe', 'C:\\Users\\me\\miniconda3\\envs\\train'],
    ['python', undefined],
    ['', undefined],
    ['/bin/python', undefined],
    ['/', undefined]
  ];
  for (const [path, folder] of cases)
    it(`of ${path || '(nothing)'} is ${folder ?? 'not known'}`, () => equal(environmentFolder(path), folder));
});
