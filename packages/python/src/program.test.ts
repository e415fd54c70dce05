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

  it('reads around a method that changes in a class of 600, and works out those that it may mean something to', function () {
    this.timeout(20_000);
    const program = new PythonProgram(grammar, 'file:///a.py', true);
    const methods = Array.from({ length: 300 }, (_, i) => [
      `    def load_${i}(self, path, device="cpu"):\n        return torch.load(self.find_${i}(path), map_location=device)`,
      `    def find_${i}(self, name):\n        return self.find_${(i * 7) % 50}(name) if name else self.load_${(i + 1) % 50}(name)`
    ]).flat();
    const text = `import torch\n\nclass Trainer:\n${methods.join('\n\n')}\n`;
    const put = (source: string): ReturnType<typeof program.publish> => {
      program.update([{ id: '', text: source }]);
      return program.publish();
    };
    assert.equal(put(text).length, 300);
    const opening = program.work;
    assert.equal(opening.units, 602);
    const facts = put(text.replace('def load_150(self, path, device', 'def load_150(self, path, device, more'));
    const { parsed, units, steps } = program.work;
    assert.equal(facts.length, 300);
    assert.ok(parsed - opening.parsed < 1_000, `${parsed - opening.parsed} units of text are parsed`);
    assert.ok(units - opening.units <= 15, `${units - opening.units} units are worked out`);
    assert.ok(steps - opening.steps < 20_000, `${steps - opening.steps} expressions are read`);
    program.dispose();
  });

  it('reads the rest of a class again that another head has now', () => {
    const program = new PythonProgram(grammar, 'file:///a.py', true);
    const methods = ['a', 'b', 'c']
      .map(name => `    def ${name}(self):\n        return torch.load(self.path)\n`)
      .join('\n');
    const put = (name: string, path: string): string[] => {
      program.update([{ id: '', text: `import torch\nclass ${name}:\n    path = "${path}"\n${methods}` }]);
      return origins(program);
    };
    assert.deepEqual(put('Reader', 'a.pt'), ['file', 'file', 'file']);
    assert.deepEqual(put('Reader', 'http://models.example.org/a.pt'), ['http', 'http', 'http']);
    assert.deepEqual(put('Loader', 'http://models.example.org/a.pt'), ['http', 'http', 'http']);
    program.dispose();
  });
});
