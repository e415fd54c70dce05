import assert from 'node:assert/strict';
import type { PythonGrammar } from './grammar.js';
import { culprits, without } from './mend.js';
import { grammarForTests } from './testing/grammar-for-tests.js';

describe('statements that keep their neighbours from being read', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  const parses = (text: string): boolean => {
    const tree = grammar.parse(text);
    const ok = tree !== undefined && !tree.rootNode.hasError;
    tree?.delete();
    return ok;
  };
  const found = (text: string): string[] =>
    culprits(text, [{ start: 0, end: text.length }], parses).map(({ start, end }) => text.slice(start, end).trim());

  const examples: readonly (readonly [string, string, readonly string[]])[] = [
    ['a gap to be filled in', 'KEY = <YOUR-KEY>\nimport pickle\npickle.load(f)', ['KEY = <YOUR-KEY>']],
    ['nothing after the equals sign', 'lr =\nimport torch', ['lr =']],
    ['a bracket that stays open', 'x = [1, 2\nimport torch\ny = torch.load("a")', ['x = [1, 2']],
    ['a dictionary that stays open', 'a = {\n"x": ...\nimport torch', ['a = {\n"x": ...']],
    ['quotes that stay open', "s = '''\nimport torch", ["s = '''"]],
    ['a string over lines is one statement', "s = '''\nimport torch\n'''\nlr =", ['lr =']],
    [
      'a body belongs to its head',
      'class A\n  def f(self):\n    pass\nimport torch',
      ['class A\n  def f(self):\n    pass']
    ],
    ['one statement alone', 'lr =', []],
    ['nothing', '', []]
  ];
  for (const [title, text, expected] of examples) it(title, () => assert.deepEqual(found(text), expected));

  it('are blanked with their line breaks kept', () => {
    assert.equal(without('a =\r\nb\nc', [{ start: 0, end: 5 }]), '   \r\nb\nc');
  });
});
