import assert from 'node:assert/strict';
import { isExcluded, isSelected } from './applies.js';
import { readConfiguration } from './read-configuration.js';

const read = (text: string): NonNullable<ReturnType<typeof readConfiguration>>['configuration'] => {
  const found = readConfiguration(text, 'file:///p/loadlight.toml', ['LL101', 'LL102', 'LL201', 'LL301']);
  assert.deepEqual(found?.problems, []);
  return found.configuration;
};

describe('a configuration', () => {
  it('looks for everything where it says nothing', () => {
    assert.equal(isSelected(read(''), 'LL101', 'a.py'), true);
    assert.equal(isExcluded(read(''), 'a.py'), false);
  });

  it('selects and ignores rules by id and by their beginning', () => {
    const configuration = read('select = ["LL1", "LL301"]\nignore = ["LL102"]');
    const on = ['LL101', 'LL102', 'LL201', 'LL301'].filter(rule => isSelected(configuration, rule, 'a.py'));
    assert.deepEqual(on, ['LL101', 'LL301']);
  });

  it('turns rules off below a path', () => {
    const configuration = read('[per-path]\n"tests/**" = ["LL1"]\n"*_generated.py" = ["LL301"]');
    assert.equal(isSelected(configuration, 'LL101', 'tests/deep/a.py'), false);
    assert.equal(isSelected(configuration, 'LL101', 'src/tests.py'), true);
    assert.equal(isSelected(configuration, 'LL301', 'src/x_generated.py'), false);
  });

  it('excludes folders and files at any depth, and from the top where there is a slash', () => {
    const configuration = read('exclude = ["build", "data/**", "/old.py"]');
    for (const path of ['build/a.py', 'src/build/b/c.py', 'data/a.ipynb', 'old.py']) {
      assert.equal(isExcluded(configuration, path), true, path);
    }
    for (const path of ['builder/a.py', 'src/data/a.ipynb', 'src/old.py']) {
      assert.equal(isExcluded(configuration, path), false, path);
    }
  });

  it('is read from [tool.loadlight] of a pyproject.toml, which need not have one', () => {
    const text =
      '[project]\nname = "x"\n[tool.loadlight]\nignore = ["LL101"]\n[tool.loadlight.versions]\ntorch = "2.4"\n';
    const found = readConfiguration(text, 'file:///p/pyproject.toml', ['LL101']);
    assert.deepEqual(found?.configuration.ignore, ['LL101']);
    assert.deepEqual([...found.configuration.versions], [['torch', '2.4']]);
    assert.equal(readConfiguration('[project]\nname = "x"\n', 'file:///p/pyproject.toml', ['LL101']), undefined);
    assert.equal(readConfiguration('[broken', 'file:///p/pyproject.toml', ['LL101']), undefined);
  });
});
