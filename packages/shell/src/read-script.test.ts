import assert from 'node:assert/strict';
import type { Command, Piece } from './command.js';
import { readScript } from './read-script.js';

const piece = (one: Piece): string => {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'variable':
      return `<$${one.name}>`;
    case 'python':
      return `<{${one.source}}>`;
    case 'unknown':
      return '<?>';
  }
};
const words = ({ words: all }: Command): string[] => all.map(word => word.pieces.map(piece).join(''));

describe('a shell script', () => {
  const examples: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
    ['words', 'wget  -O a.pt\thttp://x', [['wget', '-O', 'a.pt', 'http://x']]],
    ['operators', 'a && b; c | d || e & f', [['a'], ['b'], ['c'], ['d'], ['e'], ['f']]],
    ['lines', 'a\nb\r\nc', [['a'], ['b'], ['c']]],
    ['quotes', `a 'b c' "d e" f"g h"i ''`, [['a', 'b c', 'd e', 'fg hi', '']]],
    ['backslashes', 'a b\\ c \\"d "e\\"f" \'g\\h\'', [['a', 'b c', '"d', 'e"f', 'g\\h']]],
    ['a line that goes on', 'a \\\n b', [['a', 'b']]],
    ['comments', 'a # b\n# c\nd#e', [['a'], ['d#e']]],
    ['variables', 'a $b ${c}d "$e" \'$f\' $1', [['a', '<$b>', '<$c>d', '<$e>', '$f', '<?>']]],
    ['commands in words', 'a $(b | c) `d` x*', [['a', '<?>', '<?>', 'x<?>']]],
    ['redirections are no words', 'a > b 2>&1 2> c < d &> e', [['a']]],
    ['the grammar’s own words', 'if a; then b; else c; fi; for x in y; do d; done', [['a'], ['b'], ['c'], ['d']]],
    ['groups', '{ a; }; (b; c)', [['a'], ['b'], ['c']]],
    ['here documents', 'a << END\nb\nEND\nc', [['a'], ['c']]],
    ['braces are a shell’s', 'a {b}', [['a', '{b}']]],
    ['quotes that stay open', `a "b c\nd`, [['a', 'b c\nd']]],
    ['an expansion that stays open', 'a ${b', [['a', '<?>']]],
    ['nothing', ' \n#\n;;', []]
  ];
  for (const [title, script, expected] of examples)
    it(`has ${title}`, () => assert.deepEqual(readScript(script).map(words), expected));

  it('has Python in it where IPython reads it', () => {
    const [command] = readScript(`wget {url} '{a["x"]}' "$b" $$c {{d}} {}`, true);
    assert.ok(command);
    assert.deepEqual(words(command), ['wget', '<{url}>', '<{a["x"]}>', '<$b>', '<$c>', '{d}', '{}']);
  });

  it('knows what stands before a command, and where it writes', () => {
    const [command] = readScript('X=1 Y="$Z" curl -s u > out');
    assert.deepEqual(
      command?.assignments.map(({ name, value }) => [name, value.pieces.map(piece).join('')]),
      [
        ['X', '1'],
        ['Y', '<$Z>']
      ]
    );
    assert.deepEqual(
      command.redirects.map(r => [r.operator, r.target.pieces.map(piece).join('')]),
      [['>', 'out']]
    );
  });

  it('knows what may not run, and what reads from what', () => {
    const commands = readScript('a || b && c; d | e; if f; then g; fi; h');
    assert.deepEqual(
      commands.filter(c => c.conditional).map(c => words(c)[0]),
      ['b', 'c', 'f', 'g']
    );
    assert.equal(commands.find(c => words(c)[0] === 'e')?.input, commands[3]);
  });

  it('is read to its bounds, whatever it is', () => {
    for (const odd of [
      '"',
      "'",
      '${',
      '$(',
      '`',
      '<<',
      '<<<',
      '((((',
      '))))',
      '\\',
      '{',
      '||||',
      '\0',
      '😀 "é',
      '{a\n',
      '<<A\nA\n',
      '$(a\n'
    ]) {
      const long = odd.repeat(20_000);
      assert.ok(readScript(long).length <= 2_000, odd);
      assert.ok(readScript(long, true).length <= 2_000, odd);
    }
  });
});
