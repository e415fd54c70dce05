import assert from 'node:assert/strict';
import { readOptions, type OptionTable } from './options.js';

const TABLE: OptionTable = { short: 'Of', long: ['output', 'id'] };
const read = (line: string): [Record<string, readonly string[]>, readonly string[]] => {
  const { given, operands } = readOptions(line.split(' '), TABLE);
  return [Object.fromEntries(given), operands];
};

describe('options of a program', () => {
  it('take their values as getopt does', () => {
    assert.deepEqual(read('-O a -fb --output c --output=d x'), [
      { '-O': ['a'], '-f': ['b'], '--output': ['c', 'd'] },
      ['x']
    ]);
  });
  it('may stand in one word, the last with a value', () => {
    assert.deepEqual(read('-xvf a -qO- x'), [{ '-x': [''], '-v': [''], '-f': ['a'], '-q': [''], '-O': ['-'] }, ['x']]);
  });
  it('may be long with one dash', () => {
    assert.deepEqual(read('-id a'), [{ '--id': ['a'] }, []]);
  });
  it('end at two dashes, and one dash is an operand', () => {
    assert.deepEqual(read('- -- -O'), [{}, ['-', '-O']]);
  });
  it('may lack the value', () => {
    assert.deepEqual(read('--output'), [{ '--output': [''] }, []]);
  });
});
