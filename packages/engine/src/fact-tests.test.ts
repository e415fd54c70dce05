import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCell } from '@loadlight/notebook/blank-magics';
import { readPercentFile } from '@loadlight/notebook/percent-file';
import { PythonProgram, type ProgramCell } from '@loadlight/python/program';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { describeFact, readFactTests, type FactCase } from './testing/fact-test-file.js';
import { grammarForTests } from '@loadlight/python/testing/grammar-for-tests';

const folder = fileURLToPath(new URL('../../python/src/flow/', import.meta.url));

describe('facts, as their test files say', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  for (const file of readdirSync(folder).filter(name => name.endsWith('.test.md'))) {
    describe(file.replace('.test.md', ''), () => {
      for (const example of readFactTests(readFileSync(folder + file, 'utf8'))) {
        it(`${example.title}${example.kind === 'notebook' ? ' (notebook)' : ''}`, () => {
          const found = factsOf(grammar, example);
          assert.deepEqual(found, example.expected);
        });
      }
    });
  }
});

function factsOf(grammar: PythonGrammar, example: FactCase): string[] {
  const program = new PythonProgram(grammar, 'file:///project/source', example.kind === 'file');
  program.update(example.cells.map((text, i) => cellOf(text, i, example.kind)));
  const described = program.publish().flatMap(fact => {
    const text = describeFact(fact);
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
