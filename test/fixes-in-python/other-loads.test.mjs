import { createEngine } from './engine.mjs';
import { assertSmallChange, assertStopsThePayload, programsOf, prove } from './prove.mjs';

const SHOW = 'print(sorted(state), state["weight"].sum().item())\n';
const URL = 'Path("model.pt").resolve().as_uri()';
const PREDICT = 'print(model.predict([1, 2]))\n';
const ARRAY = 'print(array.tolist())\n';
/** What Python before 3.14 does where no filter is given. */
const OLD_TAR = 'tarfile.TarFile.extraction_filter = staticmethod(tarfile.fully_trusted_filter)\n';

const DOWNLOAD = `import os, tarfile\nfrom urllib.request import urlretrieve\n${OLD_TAR}urlretrieve(f"http://127.0.0.1:{os.environ['LOADLIGHT_PORT']}/archive.tar", "got.tar")\nos.makedirs("out", exist_ok=True)\n`;

/** Programs that load through a library or unpack an archive, by the fix that they need and what ends the load after it. */
const PROGRAMS = {
  // LL107; the address is that of the file beside the program.
  'fix-pass UnpicklingError': {
    keyword: `import torch\nfrom pathlib import Path\n\nstate = torch.hub.load_state_dict_from_url(${URL}, model_dir="cache")  # ours\n${SHOW}`,
    'from-import': `from pathlib import Path\nfrom torch.hub import load_state_dict_from_url as fetch\n\nstate = fetch(\n    ${URL},\n    "cache",\n    map_location="cpu",  # no GPU\n)\n${SHOW}`,
    'turned off': `import torch\nfrom pathlib import Path\n\nstate = torch.hub.load_state_dict_from_url(${URL}, weights_only=False, model_dir="cache")\n${SHOW}`,
    model_zoo: `from pathlib import Path\nfrom torch.utils import model_zoo\n\nstate = model_zoo.load_url(${URL}, "cache", progress=False)\n${SHOW}`,
    notebook: [
      'from pathlib import Path\nimport torch',
      `state = torch.hub.load_state_dict_from_url(${URL}, "cache")`,
      SHOW
    ]
  },
  'fix-set-variable MlflowException': {
    plain: `import mlflow.pyfunc\n\nmodel = mlflow.pyfunc.load_model("model")\n${PREDICT}`,
    'from-import': `"""Doc."""\nimport os\nfrom mlflow.pyfunc import load_model\n\n\ndef read(path):\n    return load_model(path)  # ours\n\n\nmodel = read(os.path.join("model"))\n${PREDICT}`,
    'import in a function': `def read():\n    import mlflow\n    return mlflow.pyfunc.load_model("model")\n\nmodel = read()\n${PREDICT}`,
    notebook: ['%matplotlib -l\nimport mlflow', 'model = mlflow.pyfunc.load_model("model")', PREDICT]
  },
  // LL109
  'fix-environment UnpicklingError': {
    variable: `import os\n\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\nimport torch\n\nstate = torch.load("model.pt")  # ours\nprint(sorted(state))\n`
  },
  // LL104
  'fix-change ValueError': {
    keyword: `import numpy as np\n\narray = np.load("array.npy", allow_pickle=True)  # numbers\n${ARRAY}`,
    position: `import numpy\n\narray = numpy.load("array.npy", None, True)\n${ARRAY}`,
    'from-import': `from numpy import load\n\narray = load(\n    "array.npy",\n    allow_pickle=True,\n    mmap_mode=None,\n)\n${ARRAY}`,
    dictionary: `import numpy as np\n\noptions = {"allow_pickle": True}\narray = np.load("array.npy", **options)\n${ARRAY}`,
    notebook: ['import numpy as np', 'array = np.load("array.npy", allow_pickle=True)', ARRAY]
  },
  // LL208
  'fix-filter OutsideDestinationError': {
    extractall: `${DOWNLOAD}\nwith tarfile.open("got.tar") as archive:\n    archive.extractall("out")  # all of it\nprint(os.listdir("out"))\n`,
    unpack_archive: `${DOWNLOAD}import shutil\n\nshutil.unpack_archive("got.tar", "out")\nprint(os.listdir("out"))\n`
  }
};

describe('fixes of other loads in CPython', function () {
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
      assertSmallChange(proof);
    });
  }
});
