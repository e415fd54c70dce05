import assert from 'node:assert/strict';
import type { Place } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { decodeText } from './decode-text.js';
import type { Engine } from './engine.js';
import { engineForTests } from './testing/engine-for-tests.js';

const LOAD = 'torch.load("a.pt", weights_only=False)';
const GOOD = `import torch\n${LOAD}\n`;

/** What is odd, and how many loads with `weights_only=False` are found all the same. */
const CASES: readonly (readonly [string, string, number])[] = [
  ['bytes that are not UTF-8', decodeText(Uint8Array.from([0x78, 0x3d, 0x22, 0xff, 0xfe, 0x22, 10])) + GOOD, 1],
  ['lines that end in a lone CR', GOOD.replaceAll('\n', '\r'), 1],
  ['a CR in the middle of a line', `import torch\nx = 1\r${LOAD}\n`, 1],
  ['a NUL byte in a string', `import torch\nx = "\0"\n${LOAD}\n`, 1],
  ['a NUL byte between statements', `import torch\n\0\n${LOAD}\n`, 1],
  ['5,000 nested brackets', `${GOOD}x = ${'('.repeat(5000)}${')'.repeat(5000)}\n${LOAD}\n`, 2],
  ['5,000 brackets that stay open', `${GOOD}x = ${'['.repeat(5000)}\n`, 1],
  ['5,000 calls in each other', `${GOOD}${'f('.repeat(5000)}1${')'.repeat(5000)}\n`, 1],
  ['5,000 attributes of each other', `${GOOD}x${'.a'.repeat(5000)}()\n`, 1],
  ['5,000 methods in a row', `${GOOD}x${'.a()'.repeat(5000)}\n`, 1],
  [
    '150 indented blocks',
    `${GOOD}${Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}if x:`).join('\n')}\n${' '.repeat(150)}pass\n`,
    1
  ],
  [
    'a sum of 5,000 strings',
    `import torch\npath = ${'"a" + '.repeat(5000)}"b"\ntorch.load(path, weights_only=False)\n`,
    1
  ],
  [
    '60 changes of one dictionary, each perhaps',
    `import torch\nd = {"weights_only": False}\n${'if x:\n    d["a"] = x\n'.repeat(60)}torch.load("a", **d)\n`,
    1
  ],
  [
    'a function that calls itself',
    `import torch\ndef f(p):\n    return f(f(p))\ntorch.load(f("a"), weights_only=False)\n`,
    1
  ],
  [
    'functions that call each other',
    'import torch\ndef f(p):\n    return g(p)\ndef g(p):\n    return f(p)\ntorch.load(g("a"), weights_only=False)\n',
    1
  ],
  [
    'functions that call each of the others twice',
    `import torch\n${Array.from({ length: 60 }, (_, i) => `def f${i}(p):\n    return f${(i + 1) % 60}(p) + f${(i + 7) % 60}(p)\n`).join('')}torch.load(f0("a"), weights_only=False)\n`,
    1
  ],
  [
    'classes that are their own bases',
    'import torch\nclass A(B):\n    pass\nclass B(A):\n    pass\ntorch.load(A().path, weights_only=False)\n',
    1
  ],
  ['a name that is itself', 'import torch\nx = x\ny = z\nz = y\ntorch.load(x or y, weights_only=False)\n', 1],
  [
    'an import of itself',
    'import torch\nfrom . import program\nfrom program import *\nimport program as torch2\ntorch.load(program.x, weights_only=False)\n',
    1
  ],
  [
    'a dictionary that contains itself',
    'import torch\nkw = {"weights_only": False}\nkw["self"] = kw\nkw.update(kw)\nkw |= kw\ntorch.load("a.pt", **kw)\n',
    1
  ],
  [
    'a list that contains itself',
    'import torch\na = []\na.append(a)\na += a\ntorch.load(a[0], weights_only=False)\n',
    1
  ],
  [
    '10,000 assignments to one name',
    `import torch\n${Array.from({ length: 10_000 }, (_, i) => `path = "${i}.pt"\n`).join('')}torch.load(path, weights_only=False)\n`,
    1
  ],
  [
    '10,000 assignments to one name in branches',
    `import torch\n${Array.from({ length: 10_000 }, (_, i) => `if x:\n    path = path + "${i}.pt"\n`).join('')}torch.load(path, weights_only=False)\n`,
    1
  ],
  [
    '10,000 changes of one dictionary',
    `import torch\nkw = {}\n${Array.from({ length: 10_000 }, (_, i) => `kw["k${i}"] = kw\n`).join('')}torch.load("a", weights_only=False, **kw)\n`,
    1
  ],
  ['24,000 lines of comments', `import torch\n${'# that was before\n'.repeat(24_000)}${LOAD}\n`, 1],
  [
    '24,000 lines of comments in a function',
    `import torch\ndef f():\n${'    # before\n'.repeat(24_000)}    ${LOAD}\n`,
    1
  ],
  [
    '24,000 lines in a string that look like comments',
    `import torch\nx = """\n${'# no\n'.repeat(24_000)}"""\n${LOAD}\n`,
    1
  ],
  [
    'Python 2',
    `import torch\nprint "a", b\nexec "c"\nraise E, "x"\ntry:\n    pass\nexcept E, e:\n    pass\nx = 0777L\nprint >>f, \`x\`\n${LOAD}\n`,
    1
  ]
];

describe('odd input', function () {
  this.timeout(60_000);
  let engine: Engine;
  before(async () => (engine = await engineForTests()));
  after(() => engine.dispose());

  for (const [name, text, loads] of CASES) {
    it(`is read: ${name}`, async () => {
      const { findings, notes } = await analyse(engine, text);
      const found = findings.filter(({ rule }) => rule === 'LL101');
      assert.equal(found.length, loads);
      assert.deepEqual(notes, []);
      for (const finding of found) assert.match(textAt(text, finding.place), /weights_only\s*=\s*False|^torch\.load$/);
      for (const finding of findings) for (const one of finding.evidence) assert.notEqual(textAt(text, one.place), '');
    });
  }

  it('is said to be too long: a line of 10 MB', async () => {
    const { findings, notes } = await analyse(engine, `import torch; ${LOAD}; x = "${'x'.repeat(10_000_000)}"`);
    assert.deepEqual([findings, notes.map(({ id }) => id)], [[], ['note-file-too-long', 'note-text-too-long']]);
  });

  it('is said to be too long: a module of 5 MB', async () => {
    const { findings, notes } = await analyse(engine, GOOD + 'value = compute(1, 2)\n'.repeat(250_000));
    assert.deepEqual([findings, notes.map(({ id }) => id)], [[], ['note-file-too-long', 'note-text-too-long']]);
  });

  it('is read: two among 24,000 lines of comments that ignore the load behind them', async () => {
    const many = '# for now\n'.repeat(12_000);
    const ignored = `# loadlight: ignore\n${many}${LOAD}\n`;
    const { findings } = await analyse(engine, `import torch\n${ignored}${ignored}`);
    assert.deepEqual(
      findings.map(({ rule, suppressed }) => [rule, suppressed !== undefined]),
      [
        ['LL101', true],
        ['LL101', true]
      ]
    );
  });

  it('is said to take too long: 24,000 comments with the end of a string', async () => {
    const { findings, notes } = await analyse(engine, GOOD + '# """\n'.repeat(24_000));
    assert.deepEqual([findings, notes.map(({ id }) => id)], [[], ['note-file-too-long']]);
  });

  it('is said of the cell that is too long, and the others are read', async () => {
    const cells = [GOOD, `x = "${'x'.repeat(5_000_000)}"`, LOAD].map((text, i) => ({ id: `c${i}`, version: 1, text }));
    engine.put({ kind: 'notebook', uri: 'file:///odd.ipynb', version: 1, language: 'python', cells });
    const { findings, notes } = await settled(engine, 'file:///odd.ipynb');
    engine.close('file:///odd.ipynb');
    assert.deepEqual([findings.length, notes.map(({ id }) => id)], [2, ['note-cells-too-long', 'note-text-too-long']]);
  });
});

async function analyse(engine: Engine, text: string): ReturnType<Engine['analyse']> {
  const uri = 'file:///odd.py';
  engine.put({ kind: 'file', uri, version: 1, text });
  const analysis = await settled(engine, uri);
  engine.close(uri);
  return analysis;
}

async function settled(engine: Engine, uri: string): ReturnType<Engine['analyse']> {
  for (;;) {
    const analysis = await engine.analyse(uri);
    if (!analysis.pending) return analysis;
    await analysis.pending;
  }
}

/** What stands there; fails where the place is not one of the text's. */
function textAt(text: string, { range }: Place): string {
  const lines = new TextLines(text);
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  assert.deepEqual(lines.range(start, end), range);
  return text.slice(start, end);
}
