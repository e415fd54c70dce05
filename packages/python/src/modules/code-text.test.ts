import { equal } from 'node:assert/strict';
import { codeText } from './code-text.js';

describe('the text without comments and docstrings', () => {
  it('keeps code, and of a docstring its quotes', () => {
    const text = `def read(path):  # torch.load
    """Reads as the

    load of torch does.
    """
    return open(path)
`;
    equal(codeText(text), 'def read(path):  \n    """"""\n    return open(path)\n');
  });

  it('keeps texts that are used, and what looks like a comment in them', () => {
    const text = 'run("# load", \'\'\'torch\'\'\', """a""")\nload()\n';
    equal(codeText(text), text);
  });

  it('is not misled by a docstring that ends with a colon, or by quotes in a comment', () => {
    equal(codeText('x = """Usage:\n"""\nload()  # """\nsave()\n'), 'x = """Usage:\n"""\nload()  \nsave()\n');
  });

  it('leaves a text that does not end as it is', () => {
    equal(codeText("text = '''\nload()\n"), "text = '''\nload()\n");
  });

  it('leaves out other prose, but neither names nor what is written into a text', () => {
    equal(codeText(`raise ValueError("torch cannot load this", 'utf-8')`), `raise ValueError("", 'utf-8')`);
    equal(codeText(`x = """two words,\nand three"""\nread(x)`), 'x = """"""\nread(x)');
    const code = `getattr(torch, "load")(f"the file {torch.load(path)} holds", rf'a b {c}')`;
    equal(codeText(code), code);
  });
});
