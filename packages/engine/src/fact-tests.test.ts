import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCell } from '@loadlight/notebook/blank-magics';
import { readPercentFile } from '@loadlight/notebook/percent-file';
import { PythonProgram, type ProgramCell } from '@loadlight/python/program';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { describeCall } from './testing/describe-call.js';
import { describeFact, readFactTests, type FactCase } from './testing/fact-test-file.js';
import { grammarForTests } from '@loadlight/python/testing/grammar-for-tests';

const root = fileURLToPath(new URL('../../python/src/', import.meta.url));

/** Folders with such files, and what their marks say of a fact. */
const FOLDERS = [
  { folder: `${root}flow/`, describe: describeFact },
  { folder: `${root}meaning/`, describe: describeCall }
];

describe('facts, as their test files say', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  for (const { folder, describe: describeOne } of FOLDERS) {
    for (const file of readdirSync(folder).filter(name => name.endsWith('.test.md'))) {
      describe(file.replace('.test.md', ''), () => {
        for (const example of readFactTests(readFileSync(folder + file, 'utf8'))) {
          it(`${example.title}${example.kind === 'notebook' ? ' (notebook)' : ''}`, () => {
            assert.deepEqual(factsOf(grammar, example, describeOne), example.expected);
          });
        }
      });
    }
  }
});

function factsOf(grammar: PythonGrammar, example: FactCase, describeOne: typeof describeFact): string[] {
  const program = new PythonProgram(grammar, 'file:///project/source', example.kind === 'file');
  program.update(example.cells.map((text, i) => cellOf(text, i, example.kind)));
  const described = program.publish().flatMap(fact => {
    const text = describeOne(fact);
    const { part, range } = fact.place;
    const cell = part.kind === 'source' ? Number(part.cell) : 0;
    return text === undefined ? [] : [{ cell, ...range.start, text }];
  });
  program.dispose();
  return described
    .sort((a, b) => a.cell - b.cell || a.line - b.line || a.character - b.character)
    .map(({ cell, line, text }) => `${cell} ${line}: ${text}`);
}

function cellOf(text: string, index: number, kind: FactCase['kind']): ProgramCell {
  const id = kind === 'file' ? '' : String(index);
  return { id, ...(kind === 'file' ? readPercentFile(text) : readCell(text)) };
}
