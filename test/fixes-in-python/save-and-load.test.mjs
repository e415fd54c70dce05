import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertStopsThePayload, programsOf, prove } from './prove.mjs';

const FIT = 'LinearRegression().fit([[0.0], [1.0]], [1.0, 3.0])';
/** In the folder `payload`, a file of somebody else's takes the place of what was saved. */
const SWAP = '_ = runpy.run_path("swap.py")';
const PREDICT = 'print(type(again).__name__, again.predict([[2.0]]).round(6))\n';
const SHOW = 'print(again.to_dict("list"), list(again.index), again.dtypes.astype(str).tolist())\n';
const FRAME = 'pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}, index=[5, 7])';

/** Programs that save and load a file; the fix does both otherwise, all over the program. */
const PROGRAMS = {
  'fix-skops BadZipFile': {
    plain: `import joblib, runpy\nfrom sklearn.linear_model import LinearRegression\n\njoblib.dump(${FIT}, "model.joblib", compress=3)  # saved\n${SWAP}\nagain = joblib.load("model.joblib")\n${PREDICT}`,
    'a pipeline, by names and keywords': `import runpy\nfrom joblib import dump, load\nfrom sklearn.linear_model import LinearRegression\nfrom sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler\n\nPATH = "model.pkl"\n\n\ndef train():\n    model = make_pipeline(StandardScaler(), LinearRegression()).fit([[0.0], [1.0]], [1.0, 3.0])\n    dump(filename=PATH, value=model)\n\n\ntrain()\n${SWAP}\nagain = load(filename=PATH)\n${PREDICT}`,
    'pickle, in files that are opened': `import pickle, runpy\nfrom sklearn.svm import SVC\n\nclf = SVC(gamma="auto").fit([[0.0], [1.0]], [0, 1])\nwith open("model.pkl", "wb") as file:\n    pickle.dump(clf, file, protocol=4)\n${SWAP}\nwith open("model.pkl", "rb") as file:\n    again = pickle.load(file)  # the classifier\n${PREDICT}`,
    'pickle, in a notebook': [
      'import runpy\nfrom pickle import dump, load',
      `from sklearn.linear_model import LinearRegression\ndump(${FIT}, open('model.sav', 'wb'))`,
      SWAP,
      "again = load(open('model.sav', 'rb'))",
      PREDICT
    ],
    notebook: [
      'import joblib, runpy',
      `from sklearn.linear_model import LinearRegression\nsaved = joblib.dump(${FIT}, "model.joblib")`,
      SWAP,
      'again = joblib.load("model.joblib")',
      PREDICT
    ]
  },
  'fix-parquet ArrowInvalid': {
    plain: `import pandas as pd, runpy\n\ndf = ${FRAME}\ndf.to_pickle("model.pkl")\n${SWAP}\nagain = pd.read_pickle("model.pkl")  # the frame\n${SHOW}`,
    keywords: `import runpy\nimport pandas as pd\nfrom pandas import read_pickle\n\n\ndef save(frame):\n    frame.to_pickle(path="model.pkl")\n\n\nsave(${FRAME})\n${SWAP}\nagain = read_pickle(filepath_or_buffer="model.pkl")\n${SHOW}`,
    notebook: [
      'import pandas as pd, runpy',
      `train_df = ${FRAME}\n%time train_df.to_pickle('model.pickle')`,
      SWAP,
      "again = pd.read_pickle('model.pickle')",
      SHOW
    ]
  }
};

describe('saving and loading in another format, in CPython', function () {
  this.timeout(600_000);
  const all = programsOf(PROGRAMS);
  let proofs;

  before(async () => {
    const engine = await createEngine();
    proofs = await prove(
      engine,
      all.map(one => ({ ...one, versions: {} }))
    );
    engine.dispose();
  });

  for (const { name } of all) {
    it(`${name}: the payload runs before and is refused after`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assert.deepEqual(proof.left, []);
    });
  }
});
