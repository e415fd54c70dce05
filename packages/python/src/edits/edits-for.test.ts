import assert from 'node:assert/strict';
import type { Call } from '@loadlight/facts/fact';
import type { Intent } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import type { PythonGrammar } from '../grammar.js';
import { PythonProgram } from '../program.js';
import { grammarForTests } from '../testing/grammar-for-tests.js';
import { editsFor } from './edits-for.js';

type IntentsOf = (call: Place) => readonly Intent[];

const drop: IntentsOf = call => [
  { kind: 'removeArgument', call, name: 'pickle_module' },
  { kind: 'setArgument', call, name: 'weights_only', value: { kind: 'literal', value: true } }
];
const add: IntentsOf = call => drop(call).slice(1);
const rewrite: IntentsOf = call => [{ kind: 'rewriteCall', call, recipe: 'allow-list-unpickler' }];

describe('edits from intents', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  /** The text after the edits for its first load, or undefined where they are refused. */
  function fixed(text: string, intentsOf: IntentsOf): string | undefined {
    const program = new PythonProgram(grammar, 'file:///a.py', true);
    program.update([{ id: '', text }]);
    const load = program.publish().find((fact): fact is Extract<typeof fact, { call: Call }> => fact.kind === 'load');
    assert.ok(load, 'the text has no load');
    const edits = editsFor(program, intentsOf(load.call.place));
    const lines = program.lines('');
    const result = edits?.reduceRight(
      (t, e) => t.slice(0, lines.offset(e.range.start)) + e.newText + t.slice(lines.offset(e.range.end)),
      text
    );
    program.dispose();
    return result;
  }
  const inTorch = (call: string, intentsOf: IntentsOf): string | undefined =>
    fixed(`import torch\n${call}`, intentsOf)?.slice('import torch\n'.length);

  it('do not take a backslash at the end of a line for an argument', () => {
    assert.equal(inTorch('torch.load(p, \\\n    weights_only=False)', add), 'torch.load(p, \\\n    weights_only=True)');
    assert.equal(
      inTorch('torch.load(p, \\\n    None, \\\n    m)', drop),
      'torch.load(p, \\\n    None, \\\n    weights_only=True)'
    );
  });

  it('put a keyword in the place of the argument that goes', () => {
    assert.equal(
      inTorch('torch.load(\n    p,\n    pickle_module=m,  # why\n)', drop),
      'torch.load(\n    p,\n    weights_only=True,  # why\n)'
    );
    assert.equal(inTorch('torch.load(p, **{"pickle_module": m})', drop), 'torch.load(p, **{"weights_only": True})');
    assert.equal(
      inTorch('torch.load(p, pickle_module=m, weights_only=False)', drop),
      'torch.load(p, weights_only=True)'
    );
  });

  it('leave a dictionary that others may use without the new keyword', () => {
    assert.equal(
      inTorch('kw = {"pickle_module": m}\ntorch.load(p, **kw)', drop),
      'kw = {}\ntorch.load(p, **kw, weights_only=True)'
    );
  });

  it('write texts in the quotes of the call, or in others than those of the f-string around it', () => {
    const filter: IntentsOf = call => [
      { kind: 'setArgument', call, name: 'encoding', value: { kind: 'literal', value: 'ASCII' } }
    ];
    for (const [before, after] of [
      ['pickle.load(f)', 'pickle.load(f, encoding="ASCII")'],
      ["pickle.load(open('a', 'rb'))", "pickle.load(open('a', 'rb'), encoding='ASCII')"],
      ['print(f"{pickle.load(f)}")', `print(f"{pickle.load(f, encoding='ASCII')}")`],
      ["print(f'''{pickle.load(f)}''')", `print(f'''{pickle.load(f, encoding="ASCII")}''')`]
    ] as const)
      assert.equal(fixed(`import pickle\n${before}`, filter)?.slice('import pickle\n'.length), after);
  });

  it('find the unpickler where its name was bound', () => {
    const text = 'import pickle\nreader = pickle.Unpickler(f)\ndata = reader.load()\n';
    assert.match(fixed(text, rewrite) ?? '', /\n\n\nreader = AllowListUnpickler\(f\)\ndata = reader.load\(\)\n$/);
  });

  it('refuse where the name may be bound to another object', () => {
    const text = 'import pickle\nr = pickle.Unpickler(f)\nif x:\n    r = pickle.Unpickler(g)\nr.load()\n';
    assert.equal(fixed(text, rewrite), undefined);
  });

  it('put several lines in at one place as one edit', () => {
    const program = new PythonProgram(grammar, 'file:///a.py', true);
    program.update([{ id: '', text: 'import pickle; pickle.load(f)\n' }]);
    const [load] = program.publish();
    assert.ok(load?.kind === 'load');
    const edits = editsFor(program, rewrite(load.call.place)) ?? [];
    const starts = edits.map(e => `${e.range.start.line}:${e.range.start.character}`);
    assert.deepEqual(starts, [...new Set(starts)]);
    assert.match(edits[0]?.newText ?? '', /^import pickle\n\nclass AllowListUnpickler/);
    program.dispose();
  });
});
