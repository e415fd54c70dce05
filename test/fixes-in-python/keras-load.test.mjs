import { createEngine } from './engine.mjs';
import { assertSmallChange, assertStopsThePayload, prove } from './prove.mjs';

const SHOW = 'print(model.count_params(), [layer.name.split("_")[0] for layer in model.layers])\n';

/** Programs that load a model with safe mode off; the fix turns it on. */
const PROGRAMS = {
  keyword: `import keras\n\nmodel = keras.models.load_model("model.keras", safe_mode=False)  # ours\n${SHOW}`,
  'from-import': `from keras.saving import load_model\n\nmodel = load_model("model.keras", None, safe_mode=False, compile=True)\n${SHOW}`,
  dictionary: `import keras\n\noptions = {"compile": False, "safe_mode": False}\nmodel = keras.models.load_model("model.keras", **options)\n${SHOW}`,
  'notebook: import in another cell': [
    'from keras.models import load_model as read',
    'model = read(\n    "model.keras",\n    safe_mode=False,  # why\n)',
    SHOW
  ]
};

describe('fixes of keras.models.load_model in CPython', function () {
  this.timeout(600_000);
  let proofs;

  before(async () => {
    const engine = await createEngine();
    const programs = Object.entries(PROGRAMS).map(([name, program]) => ({ name, program, fix: 'fix-change' }));
    proofs = await prove(
      engine,
      programs.map(one => ({
        ...one,
        versions: { keras: '3.12.3' },
        env: { KERAS_BACKEND: 'torch' },
        ends: 'ValueError'
      }))
    );
    engine.dispose();
  });

  for (const name of Object.keys(PROGRAMS)) {
    it(`fix-change, ${name}: the payload runs before and is refused after`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assertSmallChange(proof);
    });
  }
});
