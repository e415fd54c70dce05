import { deepEqual } from 'node:assert/strict';
import { blocksOf, tellingNames, Vocabulary } from './telling-names.js';

function names(...texts: readonly string[]): { called: string[]; classes: string[] } {
  const vocabulary = new Vocabulary();
  const modules = texts.map(text => blocksOf(text, /\btorch_load\b/, vocabulary));
  const { called, classes } = tellingNames(modules, vocabulary);
  return { called: [...called].sort(), classes: [...classes].sort() };
}

describe('names that tell of a load', () => {
  it('are those of functions that load, and of who mentions them, in any module', () => {
    const own = 'def read(path):\n    torch_load(path)\n\ndef other():\n    pass\n';
    const importing =
      'from .own import read as take\nREADERS = [take]\n\ndef all(paths):\n    map(READERS[0], paths)\n';
    deepEqual(names(importing, own), { called: ['READERS', 'all', 'read', 'take'], classes: [] });
  });

  it('are those of single methods: making an object of the class loads nothing', () => {
    const text =
      'class Model:\n    size = 1\n\n    def load(self):\n        torch_load()\n\n    def train(self):\n        pass\n';
    deepEqual(names(`${text}\nm = Model()\n`), { called: ['load'], classes: ['Model'] });
  });

  it('are that of a class that loads when an object is made, and of those that derive from it', () => {
    const text = `class Base:
    def __init__(self, path):
        torch_load(path)

class Own(Base):
    def __init__(self):
        super().__init__("m.pt")

    def train(self):
        pass
`;
    deepEqual(names(text), { called: ['Base', 'Own', '__init__'], classes: ['Base', 'Own'] });
  });

  it('are not those of who only gives something the same name', () => {
    const text = `def read(path):
    torch_load(path)

def options(call):
    return call(read=True)

with open("names.txt") as lines:
    read(lines)
`;
    deepEqual(names(text), { called: ['read'], classes: [] });
  });

  it('are mentioned alone only where they are of the module or imported, and not as modules', () => {
    const own =
      'def read(path):\n    torch_load(path)\n\nclass Results:\n    def numpy(self):\n        read(self.path)\n';
    const other = `import numpy as np
from .read import size

def count(read):
    return read + size + np.zeros(3)

def opens(reader):
    return reader.read()

def named(reader):
    return getattr(reader, "read")()
`;
    deepEqual(names(own, other), { called: ['named', 'numpy', 'opens', 'read'], classes: ['Results'] });
  });

  it('are not that of a class that stands in a function', () => {
    const text = `def make():
    class Own:
        def __init__(self):
            torch_load("m.pt")

    return Own()

class Other(Base):
    def __init__(self):
        super().__init__()
`;
    deepEqual(names(text), { called: ['Own', '__init__', 'make'], classes: [] });
  });
});
