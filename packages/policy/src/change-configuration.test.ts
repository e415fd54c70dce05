import assert from 'node:assert/strict';
import { TextLines } from '@loadlight/facts/text-lines';
import { isExcluded } from './applies.js';
import { changeConfiguration, type ConfigurationChange } from './change-configuration.js';
import { readConfiguration } from './read-configuration.js';

const RULES = ['LL101', 'LL102'];
const OFF: ConfigurationChange = { kind: 'turnOff', rule: 'LL101' };

/** The file after the change. */
function changed(text: string, change = OFF, file = 'loadlight.toml'): string | undefined {
  const edit = changeConfiguration(text, `file:///p/${file}`, change, RULES);
  const lines = new TextLines(text);
  return (
    edit && text.slice(0, lines.offset(edit.range.start)) + edit.newText + text.slice(lines.offset(edit.range.end))
  );
}

describe('turning a rule off', () => {
  const files: readonly (readonly [string, string, string | undefined])[] = [
    ['an empty file', '', 'ignore = ["LL101"]\n'],
    ['a file of comments', '# ours', '# ours\nignore = ["LL101"]\n'],
    ['no key', 'select = ["LL1"]  # all\n', 'select = ["LL1"]  # all\nignore = ["LL101"]\n'],
    ['no key, CRLF', 'select = ["LL1"]\r\n', 'select = ["LL1"]\r\nignore = ["LL101"]\r\n'],
    ['a table first', '# ours\n[versions]\ntorch = "2"\n', 'ignore = ["LL101"]\n\n# ours\n[versions]\ntorch = "2"\n'],
    [
      'a key and a table',
      'select = ["LL1"]\n\n[versions]\ntorch = "2"\n',
      'select = ["LL1"]\nignore = ["LL101"]\n\n[versions]\ntorch = "2"\n'
    ],
    ['an empty array', 'ignore = []  # none\n', 'ignore = ["LL101"]  # none\n'],
    ['an empty array over lines', 'ignore = [ # none\n]\n', 'ignore = ["LL101" # none\n]\n'],
    ['an array', "ignore = ['LL102'] # old\n", 'ignore = [\'LL102\', "LL101"] # old\n'],
    ['an array with a comma at the end', 'ignore = ["LL102",]', 'ignore = ["LL102", "LL101",]'],
    [
      'an array over lines',
      'ignore = [\n  "LL102",  # old\n  # more\n]\n',
      'ignore = [\n  "LL102",  # old\n  "LL101",\n  # more\n]\n'
    ],
    [
      'an array over lines without a comma at the end',
      'ignore = [\n\t"LL102"  # old\n]\n',
      'ignore = [\n\t"LL102",  # old\n\t"LL101"\n]\n'
    ],
    ['something else than an array', 'ignore = "LL102"\n', undefined],
    ['a broken file', 'ignore = [\n', undefined]
  ];
  for (const [title, text, expected] of files) it(`in ${title}`, () => assert.equal(changed(text), expected));

  const projects: readonly (readonly [string, string, string | undefined])[] = [
    [
      'a table',
      '[tool.loadlight]\nselect = ["LL1"]\n\n[tool.ruff]\n',
      '[tool.loadlight]\nselect = ["LL1"]\nignore = ["LL101"]\n\n[tool.ruff]\n'
    ],
    ['an empty table', '[tool.loadlight]  # ours\n', '[tool.loadlight]  # ours\nignore = ["LL101"]\n'],
    [
      'a table below it only',
      '[tool.loadlight.versions]\ntorch = "2"\n',
      '[tool.loadlight.versions]\ntorch = "2"\n\n[tool.loadlight]\nignore = ["LL101"]\n'
    ],
    ['dotted keys', '[tool]\nloadlight.ignore = ["LL102"]\n', '[tool]\nloadlight.ignore = ["LL102", "LL101"]\n'],
    ['an inline table', '[tool]\nloadlight = { select = ["LL1"] }\n', undefined]
  ];
  for (const [title, text, expected] of projects) {
    it(`in a pyproject.toml with ${title}`, () => assert.equal(changed(text, OFF, 'pyproject.toml'), expected));
  }

  it('makes the file where there is none', () => {
    const edit = changeConfiguration(undefined, 'file:///p/loadlight.toml', OFF, RULES);
    assert.equal(edit?.newText, 'ignore = ["LL101"]\n');
    assert.equal(edit.creates, true);
  });
});

describe('excluding a file', () => {
  const exclude = (path: string): string => changed('', { kind: 'exclude', path }) ?? '';

  it('names it from the top', () => {
    assert.equal(exclude('train.py'), 'exclude = ["/train.py"]\n');
    assert.equal(exclude('src/train.py'), 'exclude = ["src/train.py"]\n');
  });

  for (const path of ['a [1] (copy).ipynb', 'x*y/{z}.py', '!a.py', 'ä "b"/c.py', 'plus+/@(a).py']) {
    it(`leaves ${path} out, and no other`, () => {
      const configuration = readConfiguration(exclude(path), 'file:///p/loadlight.toml', RULES)?.configuration;
      assert.ok(configuration);
      assert.equal(isExcluded(configuration, path), true);
      for (const other of [`sub/${path}`, 'a 1 copy.ipynb', 'xzy/z.py']) {
        assert.equal(isExcluded(configuration, other), false, other);
      }
    });
  }
});
