import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PythonGrammar } from './grammar.js';
import type { Magic } from '@loadlight/facts/magic';
import { TextLines } from '@loadlight/facts/text-lines';
import { PythonProgram, type ProgramCell } from './program.js';
import { grammarForTests } from './testing/grammar-for-tests.js';

const LONG = process.env.LOADLIGHT_LONG === '1';
const SEQUENCES = LONG ? 20_000 : 300;
/** The same sequences in every run; the message of a failure has the seed and the path that lead to it. */
const SEED = 20_261_121;
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
  'class Fast(Reader):\n    root: str = "h.pt"\n    def again(self):\n        return self.more(self.root)',
  '    def more(self, p="g.pt"):\n        self.kind = p\n        return torch.load(p)',
  '    def again(self, load=torch.load):\n        self._load = load\n        return self.more(self.kind)',
  '    @property\n    def kind(self):\n        global path\n        path = "i.pt"\n        return self.root',
  '    root = "http://models.example.org/d.pt"\n    torch.load(root)',
  '    size: int = 1; path: str = path',
  '    # of the class',
  'r.more("http://models.example.org/e.pt")',
  'Fast(path).again()',
  'r = Reader("c.pt"); r.get()',
  'r = Fast(path)',
  'torch.load = wrap',
  'setattr(torch, "load", wrap)',
  'from unittest.mock import patch\nwith patch("torch.load"):\n    torch.load(path)',
  'import glob, os\nfor path in glob.glob("data/*.pt"): torch.load(path)',
  'os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = path',
  'import requests\nwith open(path, "wb") as f:\n    for part in requests.get(URL).iter_content(): f.write(part)',
  'URL = "https://models.example.org/f.pt"',
  'del torch',
  'from functools import partial\nquick = partial(torch.load, weights_only=False)',
  'quick(path)',
  'for path in ["x.pt", "y.pt"]: torch.load(path)',
  'paths = []; paths.append(path); torch.load(paths[0])',
  'with open(path, "rb") as f: pickle.load(f)',
  'r = read\nr("http://models.example.org/c.pt")',
  'READERS = {"pt": wrap, "pkl": read}\nREADERS[kind](path)',
  'def each(fn, given):\n    for one in given: fn(one)',
  'each(read, [path, "f.pt"])',
  'list(map(wrap, [path]))',
  'torch.load(path[:4] + ".pt")',
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
    fc.assert(
      fc.property(sequence, one => checkSequence(grammar, one)),
      { numRuns: SEQUENCES, seed: SEED }
    );
  });
});

/** What one does to a program. Places are taken modulo what there is, so that every edit fits every text. */
type Edit = { readonly publish: boolean } & (
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'remove' | 'move' | 'turn'; readonly at: number }
  | {
      readonly kind: 'type';
      readonly at: number;
      readonly start: number;
      readonly length: number;
      readonly added: string;
    }
);

interface Sequence {
  readonly isFile: boolean;
  readonly texts: readonly string[];
  readonly edits: readonly Edit[];
}

const place = fc.nat({ max: 2_000 });
const publish = fc.boolean();

function textOf(lines: number): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...LINES), { minLength: 1, maxLength: lines, size: 'max' })
    .map(all => all.join('\n'));
}

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      at: place,
      start: place,
      length: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
      added: fc.oneof(fc.constant(''), textOf(4), fc.constantFrom(...TYPED)),
      publish
    })
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: place, text: textOf(4), publish }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('remove' as const, 'move' as const, 'turn' as const),
      at: place,
      publish
    })
  }
);

/** One long cell, or a notebook whose cells come, go and move. */
const sequence: fc.Arbitrary<Sequence> = fc.boolean().chain(isFile =>
  fc.record({
    isFile: fc.constant(isFile),
    texts: isFile
      ? fc.array(textOf(30), { minLength: 1, maxLength: 1 })
      : fc.array(textOf(4), { minLength: 1, maxLength: 5 }),
    edits: fc.array(edit, { minLength: 1, maxLength: MOST_EDITS, size: 'max' })
  })
);

function checkSequence(grammar: PythonGrammar, { isFile, texts, edits }: Sequence): void {
  const program = new PythonProgram(grammar, 'file:///a', isFile);
  const fresh = new PythonProgram(grammar, 'file:///a', isFile);
  try {
    let cells: readonly Written[] = texts.map((text, i) => ({ id: isFile ? '' : `c${i}`, text }));
    program.update(cells.map(cellOf));
    edits.forEach((one, step) => {
      // What is asked in between must not matter.
      if (one.publish) program.publish();
      cells = changed(cells, one, `e${step}`, isFile);
      program.update(cells.map(cellOf));
    });
    fresh.update(cells.map(cellOf));
    assert.deepEqual(program.publish(), fresh.publish());
  } finally {
    program.dispose();
    fresh.dispose();
  }
}

/** The cells after one edit; of a file only the text changes. */
function changed(cells: readonly Written[], one: Edit, id: string, isFile: boolean): readonly Written[] {
  const at = one.at % cells.length;
  if (one.kind === 'insert')
    return isFile ? cells : [...cells.slice(0, at), { id, text: one.text }, ...cells.slice(at)];
  if (one.kind === 'remove') return isFile || cells.length === 1 ? cells : cells.filter((_, i) => i !== at);
  if (one.kind === 'move') return [...cells.slice(at), ...cells.slice(0, at)];
  const change = (text: string): string => (one.kind === 'type' ? typed(text, one) : turned(text));
  return cells.map((cell, i) => (i === at ? { ...cell, text: change(cell.text) } : cell));
}

/** The last line goes first, as when lines are moved in an editor. */
function turned(text: string): string {
  const lines = text.split('\n');
  return [...lines.slice(-1), ...lines.slice(0, -1)].join('\n');
}

function typed(text: string, { start, length, added }: Extract<Edit, { kind: 'type' }>): string {
  const from = start % (text.length + 1);
  return text.slice(0, from) + added + text.slice(from + length);
}
