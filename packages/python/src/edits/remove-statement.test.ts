import assert from 'node:assert/strict';
import type { PythonGrammar } from '../grammar.js';
import { PythonProgram } from '../program.js';
import { grammarForTests } from '../testing/grammar-for-tests.js';
import { editsFor } from './edits-for.js';

// A text without a loader in it is not worked on at all.
const IMPORT = 'import torch\ntorch.load(p)\n';
const CALL = 'enable_unsafe_deserialization()';

describe('a statement is taken out', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  /** The text without the statement `what`, or undefined where that is refused. */
  function without(rest: string, what = CALL): string | undefined {
    const text = IMPORT + rest;
    const program = new PythonProgram(grammar, 'file:///a.py', true);
    program.update([{ id: '', text }]);
    program.publish();
    const lines = program.lines('');
    const start = text.indexOf(what);
    const range = lines.range(start, start + what.length);
    const place = { document: 'file:///a.py', part: { kind: 'file' }, range } as const;
    const edits = editsFor(program, [{ kind: 'removeStatement', place }]);
    const result = edits?.reduceRight(
      (t, e) => t.slice(0, lines.offset(e.range.start)) + e.newText + t.slice(lines.offset(e.range.end)),
      text
    );
    program.dispose();
    return result?.slice(IMPORT.length);
  }

  it('with its line', () => {
    assert.equal(without(`a = 1\n${CALL}\nb = 2\n`), 'a = 1\nb = 2\n');
    assert.equal(without(`a = 1\r\n${CALL};\r\nb = 2`), 'a = 1\r\nb = 2');
    assert.equal(without(`if a:\n\tb = 1\n\t${CALL}\n`), 'if a:\n\tb = 1\n');
    assert.equal(without('x.verify = (\n    False\n)\ny = 1', 'x.verify = (\n    False\n)'), 'y = 1');
  });

  it('but not with the comment behind it', () => {
    assert.equal(without(`if a:\n    b = 1\n    ${CALL}  # why\n`), 'if a:\n    b = 1\n    # why\n');
  });

  it('alone from a line that others share', () => {
    assert.equal(without(`a = 1; ${CALL}; b = 2\n`), 'a = 1; b = 2\n');
    assert.equal(without(`${CALL}; b = 2\n`), 'b = 2\n');
    assert.equal(without(`a = 1; ${CALL}  # why\n`), 'a = 1  # why\n');
  });

  it('and leaves `pass` in a block of its own', () => {
    assert.equal(without(`if a:\n    # about\n    ${CALL}  # why\n`), 'if a:\n    # about\n    pass  # why\n');
    assert.equal(without(`if a: ${CALL}\n`), 'if a: pass\n');
  });

  it('from the head of a class', () => {
    assert.equal(
      without(`class A:\n    ${CALL}\n    def f(self): pass\n`),
      'class A:\n    pass\n    def f(self): pass\n'
    );
  });

  it('unless it does more, or is no statement', () => {
    assert.equal(without(`a = ${CALL}\n`), undefined);
    assert.equal(without('a = b["x"] = 1\n', 'a = b["x"] = 1'), undefined);
    assert.equal(without('os.environ.update(A="1", B="2")\n', 'os.environ.update(A="1", B="2")'), undefined);
  });
});
