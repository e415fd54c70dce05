import assert from 'node:assert/strict';
import type { PythonGrammar } from './grammar.js';
import { PythonProgram } from './program.js';
import { grammarForTests } from './testing/grammar-for-tests.js';

describe('a program', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  const origins = (program: PythonProgram): string[] =>
    program.publish().flatMap(fact => (fact.kind === 'load' ? [fact.origin.kind] : []));

  it('forgets what a cell did when the cell is deleted', () => {
    const program = new PythonProgram(grammar, 'file:///a.ipynb', false);
    const load = { id: 'load', text: 'import torch\ntorch.load("a.pt")' };
    const save = { id: 'save', text: 'torch.save(1, "a.pt")' };
    program.update([load, save]);
    assert.deepEqual(origins(program), ['written-here']);
    program.update([load]);
    assert.deepEqual(origins(program), ['file']);
    program.dispose();
  });

  it('reads a cell again when a name that it reads is bound elsewhere, and only then', () => {
    const program = new PythonProgram(grammar, 'file:///a.ipynb', false);
    const cells = (path: string, other: string): { id: string; text: string }[] => [
      { id: 'a', text: `import torch\npath = "${path}"` },
      { id: 'b', text: other },
      { id: 'c', text: 'torch.load(path)' }
    ];
    program.update(cells('a.pt', 'x = 1'));
    const [before] = program.publish();
    program.update(cells('a.pt', 'x = 2'));
    assert.equal(program.publish()[0], before);
    program.update(cells('http://models.example.org/a.pt', 'x = 2'));
    assert.deepEqual(origins(program), ['http']);
    program.dispose();
  });
});
