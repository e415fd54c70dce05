import assert from 'node:assert/strict';
import type { PythonGrammar } from '../grammar.js';
import { grammarForTests } from '../testing/grammar-for-tests.js';
import { refusesRecipe } from '../testing/refuses-recipe.js';

describe('saving and loading in another format', () => {
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
  });
  after(() => grammar.dispose());

  const isRefused = (recipe: string, text: string): boolean => refusesRecipe(grammar, recipe, text);

  it('with skops is done only to estimators, and where nothing else names the file', () => {
    const program = (more: string, save = 'dump(m, "m.pkl")', load = 'load("m.pkl")'): string =>
      `import joblib${more}\njoblib.${save}\nx = joblib.${load}\n`;
    const SKLEARN = ', sklearn.svm';
    assert.equal(isRefused('skops-save-and-load', program(SKLEARN)), false);
    assert.ok(isRefused('skops-save-and-load', program('')));
    assert.ok(isRefused('skops-save-and-load', program(`${SKLEARN}, os; os.remove("m.pkl")`)));
    assert.ok(isRefused('skops-save-and-load', program(SKLEARN, 'dump(m, "other.pkl")')));
    assert.ok(isRefused('skops-save-and-load', program(SKLEARN, 'dump(m, "m.pkl", protocol=2)')));
    assert.ok(isRefused('skops-save-and-load', program(SKLEARN, 'dump(m, "m.pkl", **more)')));
    assert.ok(isRefused('skops-save-and-load', program(SKLEARN, undefined, 'load("m.pkl", mmap_mode="r")')));
  });

  it('as Parquet is done only to frames', () => {
    const program = (frame: string, made: string, save = 'to_pickle("a.pkl")'): string =>
      `import pandas as pd\n${frame} = ${made}\n${frame}.${save}\npd.read_pickle("a.pkl")\n`;
    assert.equal(isRefused('parquet-save-and-load', program('table', 'pd.DataFrame()')), false);
    assert.equal(isRefused('parquet-save-and-load', program('train_df', 'made()')), false);
    assert.ok(isRefused('parquet-save-and-load', program('x', 'pd.Series()')));
    assert.ok(isRefused('parquet-save-and-load', program('x', 'made()')));
    assert.ok(isRefused('parquet-save-and-load', program('df', 'made()', 'to_pickle("a.pkl", compression="gzip")')));
  });
});
