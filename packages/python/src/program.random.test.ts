import assert from 'node:assert/strict';
import type { PythonGrammar } from './grammar.js';
import type { Magic } from '@loadlight/facts/magic';
import { TextLines } from '@loadlight/facts/text-lines';
import { PythonProgram, type ProgramCell } from './program.js';
import { grammarForTests } from './testing/grammar-for-tests.js';

const LONG = process.env.LOADLIGHT_LONG === '1';
const SEQUENCES = LONG ? 20_000 : 1_000;
const MOST_EDITS = 8;

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

/** What a key brings. */
const TYPED = [
  'x',
  ' ',
  '    ',
  '\n',
  '\r',
  '\r\n',
  '(',
  ')',
  '"',
  '"""',
  '#',
  '\\',
  ';',
  ':',
  '\n\n',
  '\nelse:',
  '@',
  '\t'
];

/** A cell as the program gets it: lines that Python does not read are blanked and told apart. */
function cellOf({ id, text }: Written): ProgramCell {
  const lines = new TextLines(text);
  const magics: Magic[] = [];
  const blanked = text.replace(/^([!%])(cd|env|)([^\r\n]*)/gm, (line: string, sign, name, body, start: number) => {
    const end = start + line.length;
    magics.push({
      kind: sign === '!' ? 'shell' : 'line',
      name: String(name),
      argument: '',
      body: String(body),
      range: lines.range(start, end),
      bodyRange: lines.range(end - String(body).length, end)
    });
    return ' '.repeat(line.length);
  });
  return { id, text: blanked, magics };
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

  it(`says what a fresh one says (${SEQUENCES} sequences of up to ${MOST_EDITS} edits)`, function () {
    this.timeout(LONG ? 1_800_000 : 90_000);
    const start = performance.now();
    for (let seed = 1; seed <= SEQUENCES; seed++) checkSequence(grammar, seed);
    const seconds = (performance.now() - start) / 1000;
    console.log(`      ${seconds.toFixed(1)} s, ${((seconds / SEQUENCES) * 1000).toFixed(1)} s for 1000 sequences`);
  });
});

/** Every other sequence is of one long cell, the others of a notebook whose cells come, go and move. */
function checkSequence(grammar: PythonGrammar, seed: number): void {
  const random = generator(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const newText = (lines = 4): string =>
    Array.from({ length: 1 + Math.floor(random() * lines) }, () => pick(LINES)).join('\n');
  const isFile = seed % 2 === 0;
  const program = new PythonProgram(grammar, 'file:///a', isFile);
  let cells: Written[] = isFile
    ? [{ id: '', text: newText(30) }]
    : [0, 1, 2, 3].map(i => ({ id: `c${i}`, text: newText() }));
  const edits = 1 + Math.floor(random() * MOST_EDITS);
  const history: string[] = [];
  for (let step = 0; step <= edits; step++) {
    if (step > 0) cells = changed(cells, `${seed}-${step}`, isFile, random, newText);
    history.push(cells.map(cell => cell.text).join('\n# %%\n'));
    program.update(cells.map(cellOf));
    // What is asked in between must not matter either.
    if (step < edits && random() < 0.7) program.publish();
  }
  const fresh = new PythonProgram(grammar, 'file:///a', isFile);
  fresh.update(cells.map(cellOf));
  assert.deepEqual(program.publish(), fresh.publish(), `sequence ${seed}:\n${history.join('\n# ==\n')}`);
  fresh.dispose();
  program.dispose();
}

/** The cells after one edit. */
function changed(
  cells: readonly Written[],
  id: string,
  isFile: boolean,
  random: () => number,
  newText: () => string
): Written[] {
  const at = Math.floor(random() * cells.length);
  const kind = random();
  if (!isFile) {
    if (kind < 0.15) return [...cells.slice(0, at), { id, text: newText() }, ...cells.slice(at)];
    if (kind < 0.25 && cells.length > 1) return cells.filter((_, i) => i !== at);
    if (kind < 0.35) return [...cells.slice(at), ...cells.slice(0, at)];
  }
  const change = (text: string): string => (kind < 0.4 ? turned(text) : edited(text, random, newText));
  return cells.map((cell, i) => (i === at ? { ...cell, text: change(cell.text) } : cell));
}

/** The last line goes first, as when lines are moved in an editor. */
function turned(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(-1), ...lines.slice(0, -1)].join('\n');
}

function edited(text: string, random: () => number, newText: () => string): string {
  const start = Math.floor(random() * (text.length + 1));
  const end = Math.min(text.length, start + (random() < 0.3 ? 0 : Math.floor(random() * 12)));
  const added = random() < 0.4 ? '' : random() < 0.4 ? newText() : (TYPED[Math.floor(random() * TYPED.length)] ?? '');
  return text.slice(0, start) + added + text.slice(end);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
