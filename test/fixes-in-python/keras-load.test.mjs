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

/** Programs that turn safe mode off for the whole process; the fix takes that out. The session is that of the program before. */
const SWITCHED = {
  'a statement': `import keras\n\nkeras.backend.clear_session()\nkeras.config.enable_unsafe_deserialization()  # ours\nmodel = keras.models.load_model("model.keras")\n${SHOW}`,
  'the only one of a function': `import keras\n\ndef prepare():\n    keras.config.enable_unsafe_deserialization()\n\nkeras.backend.clear_session()\nprepare()\nmodel = keras.models.load_model("model.keras")\n${SHOW}`,
  'on a line with others': `import keras; keras.backend.clear_session()\nkeras.config.enable_unsafe_deserialization(); model = keras.models.load_model("model.keras")\n${SHOW}`
};

const ALL = [
  ...Object.entries(PROGRAMS).map(([name, program]) => ({ name, program, fix: 'fix-change' })),
  ...Object.entries(SWITCHED).map(([name, program]) => ({ name, program, fix: 'fix-turns-off' }))
];

describe('fixes of keras.models.load_model in CPython', function () {
  this.timeout(600_000);
  let proofs;

  before(async () => {
    const engine = await createEngine();
    proofs = await prove(
      engine,
      ALL.map(one => ({
        ...one,
        versions: { keras: '3.12.3' },
        env: { KERAS_BACKEND: 'torch' },
        ends: 'ValueError'
      }))
    );
    engine.dispose();
  });

  for (const { name, fix } of ALL) {
    it(`${fix}, ${name}: the payload runs before and is refused after`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assertSmallChange(proof);
    });
  }
});
