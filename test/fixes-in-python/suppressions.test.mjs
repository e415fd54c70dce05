import assert from 'node:assert/strict';
import { createEngine, findingsOf, withFix, withFixAll } from './engine.mjs';
import { comparisons, show } from './prove.mjs';

const PROGRAMS = {
  'behind code': ['x = 1  # loadlight: ignore[LL101] -- old\ny = 2\n', 'x = 1\ny = 2\n'],
  'on its own line': ['import torch\n\n# loadlight: ignore[LL101]\nx = 1\n', 'import torch\n\nx = 1\n'],
  'on its own line, in a block': ['if True:\n    # loadlight: ignore\n    x = 1\n', 'if True:\n    x = 1\n'],
  'behind another comment': ['x = 1  # one  # loadlight: ignore[LL102]\n', 'x = 1  # one\n'],
  'one rule of two': [
    'import pickle\npickle.load(f)  # loadlight: ignore[LL101, LL102] -- ours\n',
    'import pickle\npickle.load(f)  # loadlight: ignore[LL102] -- ours\n'
  ],
  'two of three': [
    'import pickle\npickle.load(f)  # loadlight: ignore[LL101, LL102, LL301] -- ours\n',
    'import pickle\npickle.load(f)  # loadlight: ignore[LL102] -- ours\n'
  ],
  'in the arguments': ['f(\n    1,  # loadlight: ignore[LL101]\n    2,\n)\n', 'f(\n    1,\n    2,\n)\n'],
  'the whole file': ['# loadlight: ignore[LL101]\n', ''],
  'no newline at the end': ['x = 1 # loadlight: ignore', 'x = 1'],
  'windows line ends': ['x = 1  # loadlight: ignore\r\ny = 2\r\n', 'x = 1\r\ny = 2\r\n'],
  'in a cell': [
    ['import torch', '# loadlight: ignore[LL101]\nx = 1', 'print(x)  # loadlight: ignore'],
    ['import torch', 'x = 1', 'print(x)']
  ]
};

/** Where a comment that ignores is to be written: the text around must stay the same program. */
const IGNORED = [
  'import torch\nx = torch.load(p)\n',
  'import torch\nx = torch.load(p)  # why\n',
  'import torch\nx = torch.load(\n    p,\n    weights_only=False,\n)\n',
  'import torch\nif x:\n    y = """\n    """, torch.load(p), """\n    """\n',
  'import torch\nx = 1 + \\\n    torch.load(p) + \\\n    2\n',
  'import pickle\nx = f"""{pickle.load(p)}\n"""\n',
  'import torch\r\nx = torch.load(p)\r\n',
  'import torch\nx = torch.load(p)'
];

describe('suppression comments', () => {
  let engine;
  before(async () => (engine = await createEngine()));
  after(() => engine.dispose());

  for (const [name, [before, after]] of Object.entries(PROGRAMS)) {
    it(`are taken out where they are unused: ${name}`, async () => {
      assert.ok((await findingsOf(engine, before)).some(f => f.rule === 'LL001'));
      assert.deepEqual(await withFixAll(engine, before), after);
      const left = await findingsOf(engine, after);
      assert.deepEqual(
        left.filter(f => f.rule === 'LL001'),
        []
      );
    });
  }

  it('leave the same program when they are taken out or written', async function () {
    this.timeout(60_000);
    const pairs = Object.values(PROGRAMS).map(([program, fixed]) => ({ program, fixed }));
    for (const program of IGNORED) {
      const [finding] = await findingsOf(engine, program);
      const fixed = withFix(
        engine,
        program,
        finding.fixes.find(fix => fix.title.id === 'fix-ignore')
      );
      pairs.push({ program, fixed });
      const after = await findingsOf(engine, fixed);
      assert.deepEqual(
        after.map(f => [f.rule, Boolean(f.suppressed)]),
        [[finding.rule, true]],
        show(fixed)
      );
    }
    assert.deepEqual(
      await comparisons(pairs, true),
      pairs.map(() => [])
    );
  });
});
