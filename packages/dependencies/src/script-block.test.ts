import { equal } from 'node:assert/strict';
import { inEnglish } from '@loadlight/facts/message';
import { readScriptBlock } from './script-block.js';
import { written } from './testing/written-ends.js';

const read = (text: string): string | undefined => {
  const packages = readScriptBlock(text, 'file:///p/a.py', { kind: 'file' });
  return packages && written(packages);
};
const block = (...lines: string[]): string => ['# /// script', ...lines, '# ///', 'import torch', ''].join('\n');

describe("a script's inline metadata", () => {
  it('says its dependencies', () => {
    const text = `#!/usr/bin/env -S uv run\n${block('# requires-python = ">=3.11"', '# dependencies = [', '#   "torch==2.4.1",', '#   "old==1; python_version < \'3.10\'",', '#', '#   "numpy",', '# ]')}`;
    equal(read(text), 'torch [2.4.1 2.4.1], numpy ( )');
    const torch = readScriptBlock(text, 'file:///p/a.py', { kind: 'file' })?.get('torch');
    equal(inEnglish(torch?.written ?? ''), "2.4.1 (the script's header)");
    equal(torch?.evidence?.place.range.start.line, 4);
    equal(read(text.replace(/\n/g, '\r\n')), 'torch [2.4.1 2.4.1], numpy ( )');
  });

  it('is none where it does not end, is of another type or stands in other words', () => {
    equal(read('# /// script\n# dependencies = ["torch==2.4"]\nimport torch\n'), undefined);
    equal(read('# /// other\n# dependencies = ["torch==2.4"]\n# ///\n'), undefined);
    equal(read('import torch\n'), undefined);
  });

  it('says nothing where it is broken', () => equal(read(block('# dependencies = [')), ''));
});
