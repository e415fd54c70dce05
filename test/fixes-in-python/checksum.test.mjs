import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertStopsThePayload, job, prove, show } from './prove.mjs';
import { runJobs } from './python.mjs';

const address = file => `f"http://127.0.0.1:{os.environ['LOADLIGHT_PORT']}/${file}"`;
const PRINT = 'print(type(data).__name__, str(data)[:200])\n';

/** Programs that load what they download, by the file that they load; that of the folder `payload` runs code. */
const PROGRAMS = {
  'data.pkl': {
    'an open file': `import os\nimport pickle\nfrom urllib.request import urlretrieve\n\nurlretrieve(${address('data.pkl')}, "got.pkl")\nwith open("got.pkl", "rb") as file:\n    data = pickle.load(file)  # ours\n${PRINT}`,
    'a file that is opened in the call': `import hashlib\nimport os, pickle\nfrom pathlib import Path\nfrom urllib.request import urlretrieve\n\nurlretrieve(${address('data.pkl')}, 'got.pkl')\ndata = pickle.load(open('got.pkl', 'rb'))\n${PRINT}`,
    'bytes in memory': `import os\nimport pickle\nimport urllib.request\n\ncontent = urllib.request.urlopen(${address('data.pkl')}).read()\ndata = pickle.loads(content)\n${PRINT}`,
    'a function, with tabs and Windows line ends':
      `"""Doc."""\nimport os\nimport pathlib\nimport joblib\nfrom urllib.request import urlretrieve\n\n\nclass Reader:\n\tdef read(self, path):\n\t\turlretrieve(${address('data.pkl')}, path)\n\t\treturn joblib.load(path)\n\n\ndata = Reader().read(pathlib.Path("got.pkl"))\n${PRINT}`.replaceAll(
        '\n',
        '\r\n'
      ),
    'a notebook': [
      `import os\nfrom urllib.request import urlretrieve\nNAME = "got"`,
      `import pandas as pd\nurlretrieve(${address('data.pkl')}, NAME + ".pkl")\ndata = pd.read_pickle(NAME + ".pkl")`,
      PRINT
    ]
  },
  'array.npy': {
    'numpy.load': `import os\nimport numpy as np\nfrom urllib.request import urlretrieve\n\npath, _ = urlretrieve(${address('array.npy')}, "got.npy")\nif os.path.exists(path):\n    data = np.load("got.npy", allow_pickle=True)\n${PRINT}`
  },
  'model.pt': {
    'torch.load': `import os\nimport torch\nfrom urllib.request import urlretrieve\n\nfolder = "."\nurlretrieve(${address('model.pt')}, os.path.join(folder, "got.pt"))\ndata = torch.load(\n    os.path.join(folder, "got.pt"),\n    weights_only=False,\n)\n${PRINT}`
  }
};

const ALL = Object.entries(PROGRAMS).flatMap(([file, programs]) =>
  Object.entries(programs).map(([name, program]) => ({ name, program, file }))
);

describe('comparing a checksum before a load in CPython', function () {
  this.timeout(600_000);
  let proofs;

  before(async () => {
    const sums = `import hashlib\nprint(*(hashlib.sha256(open(name, "rb").read()).hexdigest() for name in ${JSON.stringify(Object.keys(PROGRAMS))}))`;
    const { out } = (await runJobs([job('sums', 'good', sums)])).get('sums');
    const sumOf = Object.fromEntries(Object.keys(PROGRAMS).map((file, i) => [file, out.split(' ')[i]]));
    const engine = await createEngine({ asksUser: true });
    proofs = await prove(
      engine,
      ALL.map(one => ({ ...one, fix: 'fix-checksum-asked', answer: sumOf[one.file], ends: 'ValueError', versions: {} }))
    );
    engine.dispose();
  });

  for (const { name } of ALL) {
    it(`${name}: the file is loaded, and another one is refused before it is read`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assert.match(proof.after.payload.error.text, /has another SHA-256 than expected$/);
      assert.deepEqual(
        proof.left.filter(({ severity }) => severity === 'error').map(({ message }) => message.text),
        [],
        show(proof.fixed)
      );
      for (const line of ['import hashlib', 'from pathlib import Path'])
        assert.ok(show(proof.fixed).split(line).length <= 2, show(proof.fixed));
    });
  }
});
