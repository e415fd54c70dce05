import assert from 'node:assert/strict';
import { readCell } from './blank-magics.js';

/** Shows blanks as dots, so that the examples can be read. */
const shown = (text: string): string => readCell(text).text.replace(/ /g, '·');

describe('readCell', () => {
  const examples: readonly (readonly [string, string, string])[] = [
    ['a line magic', '%matplotlib inline\nx = 1', '··················\nx·=·1'],
    ['a shell line', '!pip install torch', '··················'],
    ['a shell line that goes on', '!pip install \\\n  torch\nx', '··············\n·······\nx'],
    ['CRLF', '!ls\r\nx\r\n', '···\r\nx\r\n'],
    ['characters of two units', '!echo 😀\nx', '········\nx'],
    ['a function before %time ends', 'def f():\n  x\n%time f()', 'def·f():\n··x\npass;·f()'],
    ['a compound statement after %time', '%time for a in b: c', '······for·a·in·b:·c'],
    ['the statement of %time stays', '%time y = f(x)', 'pass;·y·=·f(x)'],
    ['options of %timeit go', '%timeit -n 3 -r2 f(x)', 'pass;············f(x)'],
    ['a bracket after %time may stay open', '%time y = f(\n  !a)', 'pass;·y·=·f(\n··!a)'],
    ['an assigned magic', 'y = %pwd', 'y·=·_···'],
    ['an assigned command', 'a, b = !ls *.py', 'a,·b·=·_·······'],
    ['an assigned %time', 'y = %time f(x)', 'y·=·······f(x)'],
    ['help after', 'torch.load?', '···········'],
    ['help before', '??torch', '·······'],
    ['help over two lines', 'f(1,\n2)?', '····\n···'],
    ['auto-call', '/f x\n,f a b\n;f a b', '····\n······\n······'],
    ['a body of nothing else parses', 'if x:\n    %ls -l\ny', 'if·x:\n····pass··\ny'],
    ['a short one too', 'try:\n  !ls\nexcept E:\n  pass', 'try:\n··_··\nexcept·E:\n··pass'],
    ['an indented %time keeps the indent', 'if x:\n  %time y = 1\n  z', 'if·x:\n··pass;·y·=·1\n··z'],
    ['bare commands', 'pip install x\nls -la\ncd ..\ngit clone u', '·············\n······\n·····\n···········'],
    [
      'Python that looks like them',
      'ls - la\npip = 1\ntime.sleep(1)\ncat in x',
      'ls·-·la\npip·=·1\ntime.sleep(1)\ncat·in·x'
    ],
    ['inside a string', 's = """\n%time x\n!ls\n"""', 's·=·"""\n%time·x\n!ls\n"""'],
    ['inside brackets', 'x = (5\n% 3)', 'x·=·(5\n%·3)'],
    ['after a backslash', 'x = 5 \\\n% 3', 'x·=·5·\\\n%·3'],
    ['a question mark in a comment or string', 'x # why?\n"a?"', 'x·#·why?\n"a?"'],
    ['comparisons are no commands', 'x != y\nz = a != b', 'x·!=·y\nz·=·a·!=·b'],
    ['a keyword argument is no assignment', 'f(x=1)\nd = {"a": 2}', 'f(x=1)\nd·=·{"a":·2}'],
    ['prompts of a console', '>>> f(a,\n...   b)', '····f(a,\n······b)'],
    ['prompts of IPython', 'In [1]: x = 1', '········x·=·1'],
    ['an unclosed string ends with its line', 's = "a\n!ls', 's·=·"a\n···'],
    ['nothing', '', '']
  ];
  for (const [title, text, expected] of examples) {
    it(title, () => assert.equal(shown(text), expected));
  }

  it('keeps the body of a cell magic that runs Python', () => {
    const cell = readCell('%%time\n%%capture out\ny = 1');
    assert.equal(cell.language, 'python');
    assert.equal(cell.text.trim(), 'y = 1');
    assert.deepEqual(
      cell.magics.map(({ kind, name, argument }) => [kind, name, argument]),
      [
        ['cell', 'time', ''],
        ['cell', 'capture', 'out']
      ]
    );
  });

  for (const [first, language] of [
    ['%%bash', 'bash'],
    ['%%sh -e', 'bash'],
    ['%%HTML', 'html'],
    ['%%script /usr/bin/perl', 'perl'],
    ['%%script python3 -', 'python'],
    ['# a title\n%%javascript', 'javascript'],
    ['%%writefile train.py', 'text'],
    ['%%R -o x', 'r'],
    ['%%python3', 'python']
  ] as const) {
    it(`reads ${JSON.stringify(first)} as ${language}`, () => {
      const cell = readCell(`${first}\nrm -rf x`);
      assert.equal(cell.language, language);
      if (language !== 'python') assert.equal(cell.text.trim(), '');
    });
  }

  it('says what was blanked and where', () => {
    const [magic] = readCell('x = 1\n!wget http://models.example.org/a.pt').magics;
    assert.equal(magic?.kind, 'shell');
    assert.equal(magic.body, 'wget http://models.example.org/a.pt');
    assert.deepEqual(magic.range.start, { line: 1, character: 0 });
    assert.deepEqual(magic.bodyRange.start, { line: 1, character: 1 });
  });
});
