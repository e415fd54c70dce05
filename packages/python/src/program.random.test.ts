import assert from 'node:assert/strict';
import type { PythonGrammar } from './grammar.js';
import type { Magic } from '@loadlight/facts/magic';
import type { Position } from '@loadlight/facts/place';
import { PythonProgram, type ProgramCell } from './program.js';
import { grammarForTests } from './testing/grammar-for-tests.js';

const LONG = process.env.LOADLIGHT_LONG === '1';
const RUNS = LONG ? 400 : 50;
const EDITS = 40;

/** Lines that bind, unbind, load, save and suppress, so that edits change what other cells mean. */
const LINES = [
  'import torch',
  'import torch as t',
  'import pickle',
  'from torch import load',
  'from torch import *',
  'torch = None',
  'path = "a.pt"',
  'path = "http://models.example.org/a.pt"',
  'kw = {"weights_only": False}',
  'kw["weights_only"] = True',
  'state = torch.load(path)',
  'state = t.load(path, **kw)',
  'load("b.pt", weights_only=False)  # loadlight: ignore[LL101] -- x',
  'torch.save(state, "a.pt")',
  'def read(p):\n    import pickle\n    return pickle.load(open(p, "rb"))',
  'if flag:\n    import dill as pickle\nelse:\n    path = "c.pt"',
  'x = (1,\n     2)',
  'def wrap(p, **kwargs):\n    return torch.load(p, **kwargs)',
  'wrap("http://models.example.org/b.pt", weights_only=False)',
  'wrap(path)',
  'read(path)',
  'class Reader:\n    root = "data"\n    def __init__(self, path, load=torch.load):\n        self.path = path\n        self._load = load\n    def get(self):\n        return self._load(self.path)',
  'class Fast(Reader):\n    pass',
  'r = Reader("c.pt"); r.get()',
  'r = Fast(path)',
  'torch.load = wrap',
  'del torch',
  'from functools import partial\nquick = partial(torch.load, weights_only=False)',
  'quick(path)',
  'for path in ["x.pt", "y.pt"]: torch.load(path)',
  'paths = []; paths.append(path); torch.load(paths[0])',
  'with open(path, "rb") as f: pickle.load(f)',
  'def where():\n    return path',
  'torch.load(where())',
  'kw.update(map_location="cpu")',
  'kw |= {"mmap": True}',
  'def turn():\n    global path\n    path = "d.pt"\n    kw["weights_only"] = False',
  'import argparse\np = argparse.ArgumentParser()\np.add_argument("--ckpt", default="e.pt")\nargs = p.parse_args()',
  'torch.load(args.ckpt)',
  'args.ckpt = path',
  '# loadlight: ignore',
  'y = "é😀"; torch.load(path, weights_only=y)',
  'print("""\n',
  'torch.load(',
  '!wget -O a.pt http://models.example.org/a.pt',
  '!wget -O {path} http://models.example.org/$y.pt',
  '!cp a.pt b.pt && mv b.pt c.pt',
  '!git clone https://models.example.org/r; cd r && git checkout abc',
  '%cd sub',
  '%cd ..',
  '%env A=1',
  'import shutil; shutil.copy("a.pt", "c.pt")',
  'open("c.pt", "wb").write(state)',
  'lr =',
  ''
];

/** A cell as the program gets it: lines that Python does not read are blanked and told apart. */
function cellOf({ id, text }: Written): ProgramCell {
  const magics: Magic[] = [];
  const lines = text.split('\n').map((line, number) => {
    const [, sign = '', name = '', body = ''] = /^(!|%)(cd|env|)(.*)$/.exec(line) ?? [];
    if (sign === '') return line;
    const at = (character: number): Position => ({ line: number, character });
    magics.push({
      kind: sign === '!' ? 'shell' : 'line',
      name,
      argument: '',
      body,
      range: { start: at(0), end: at(line.length) },
      bodyRange: { start: at(line.length - body.length), end: at(line.length) }
    });
    return ' '.repeat(line.length);
  });
  return { id, text: lines.join('\n'), magics };
}

interface Written {
  readonly id: string;
  readonly text: string;
}

describe('a program after edits', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  it(`says what a fresh one says (${RUNS} programs, ${EDITS} edits each)`, function () {
    this.timeout(LONG ? 900_000 : 90_000);
    for (let seed = 1; seed <= RUNS; seed++) checkRun(grammar, seed);
  });
});

function checkRun(grammar: PythonGrammar, seed: number): void {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const newText = (): string => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(LINES)).join('\n');
  const program = new PythonProgram(grammar, 'file:///a.ipynb', false);
  let cells: Written[] = [0, 1, 2, 3].map(i => ({ id: `c${i}`, text: newText() }));
  let next = cells.length;
  for (let step = 0; step < EDITS; step++) {
    const at = Math.floor(random() * cells.length);
    const kind = random();
    if (kind < 0.15) cells = [...cells.slice(0, at), { id: `c${next++}`, text: newText() }, ...cells.slice(at)];
    else if (kind < 0.25 && cells.length > 1) cells = cells.filter((_, i) => i !== at);
    else if (kind < 0.35) cells = [...cells.slice(at), ...cells.slice(0, at)];
    else if (kind < 0.4) cells = cells.map((cell, i) => (i === at ? { ...cell, text: turned(cell.text) } : cell));
    else cells = cells.map((cell, i) => (i === at ? { ...cell, text: edited(cell.text, random, newText) } : cell));
    program.update(cells.map(cellOf));
    const incremental = program.publish();
    const fresh = new PythonProgram(grammar, 'file:///a.ipynb', false);
    fresh.update(cells.map(cellOf));
    assert.deepEqual(
      incremental,
      fresh.publish(),
      `seed ${seed}, step ${step}:\n${cells.map(c => c.text).join('\n# %%\n')}`
    );
    fresh.dispose();
  }
  program.dispose();
}

/** The last line goes first, as when lines are moved in an editor. */
function turned(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(-1), ...lines.slice(0, -1)].join('\n');
}

function edited(text: string, random: () => number, newText: () => string): string {
  const start = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, start + Math.floor(random() * 12));
  const added = random() < 0.5 ? '' : random() < 0.5 ? newText() : 'x';
  return text.slice(0, start) + added + text.slice(end);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
