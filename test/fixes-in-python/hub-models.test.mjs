import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine } from './engine.mjs';
import { assertSameOnGoodFile, assertStopsThePayload, programsOf, prove, show } from './prove.mjs';

const SHOW =
  'print(model.num_parameters(), round(float(model.embeddings.word_embeddings.weight.sum()), 4), model.config.layer_norm_eps)\n';
const ENCODE = 'print(model.encode("a model of words").round(4).tolist())\n';
const AUTO = 'from transformers import AutoModel\n\n';

/** Programs whose model brings code of its own in the folder `payload`. */
const TRUSTING = {
  'fix-drop-review ValueError': {
    from_pretrained: `${AUTO}model = AutoModel.from_pretrained("./tiny", trust_remote_code=True)  # ours\n${SHOW}`,
    'one argument a line': `import transformers as tf\n\nmodel = tf.AutoModel.from_pretrained(\n    "./tiny",\n    trust_remote_code=True,\n    use_safetensors=True,\n)\n${SHOW}`,
    'dictionary in an async function': `import asyncio\n${AUTO}OPTIONS = {"trust_remote_code": True}\n\nasync def read():\n    return AutoModel.from_pretrained("./tiny", **OPTIONS)\n\nmodel = asyncio.run(read())\n${SHOW}`,
    notebook: [
      'from transformers import AutoModel',
      'model = AutoModel.from_pretrained("./tiny", trust_remote_code=True)',
      SHOW
    ],
    SentenceTransformer: `from sentence_transformers import SentenceTransformer\n\nmodel = SentenceTransformer("./tiny-words", trust_remote_code=True, device="cpu")\n${ENCODE}`
  }
};

/** Programs that say which files of weights they take; in `payload` there is a pickle alone. */
const WEIGHTS = {
  'fix-safetensors OSError': {
    keyword: `${AUTO}model = AutoModel.from_pretrained("./tiny-pickle", use_safetensors=False)  # old\n${SHOW}`,
    'in a lambda': `${AUTO}read = lambda name: AutoModel.from_pretrained(name, use_safetensors=False)\nmodel = read("./tiny-pickle")\n${SHOW}`,
    notebook: [
      'from transformers import *',
      'model = AutoModel.from_pretrained("./tiny-pickle", use_safetensors=False)',
      SHOW
    ]
  },
  'fix-weights-only UnpicklingError': {
    keyword: `${AUTO}model = AutoModel.from_pretrained("./tiny-pickle", weights_only=False)\n${SHOW}`
  }
};

const TRUSTED = `${AUTO}model = AutoModel.from_pretrained("example-org/tiny", trust_remote_code=True)\n${SHOW}`;

/** Programs that take whatever stands at `main`; in `payload` that moved since the machine's cache was filled. */
const MOVING = {
  'fix-pin': {
    from_pretrained: `${AUTO}model = AutoModel.from_pretrained("example-org/tiny")\n${SHOW}`,
    'the name of a branch': `${AUTO}model = AutoModel.from_pretrained(\n\t"example-org/tiny",\n\trevision="main",  # the newest\n)\n${SHOW}`,
    SentenceTransformer: `from sentence_transformers import SentenceTransformer\n\nmodel = SentenceTransformer("example-org/tiny", device="cpu")\nprint(model[0].auto_model.config.layer_norm_eps)\n`
  },
  'LL201.fix-pin': {
    'with its code': TRUSTED
  },
  'LL201.fix-pin-asked': {
    'with its code': TRUSTED
  },
  'fix-pin-asked': {
    from_pretrained: `${AUTO}model = AutoModel.from_pretrained("example-org/tiny", revision="main")\n${SHOW}`,
    'torch.hub': `import torch\n\nprint(torch.hub.load("example-org/tiny", "answer", trust_repo=True))\n`
  }
};

/** What the user's cache holds, and types where the fix asks; as in hub_files.py. */
const COMMIT = '0123456789abcdef0123456789abcdef01234567';

describe('fixes of what models of hubs bring, with models made here', function () {
  this.timeout(600_000);
  const all = programsOf({ ...TRUSTING, ...WEIGHTS, ...MOVING });
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-hub-'));
  let proofs;
  const of = programs => programsOf(programs).map(({ name }) => [name, () => proofs.find(one => one.name === name)]);

  before(async () => {
    const references = path.join(folder, 'models--example-org--tiny', 'refs');
    mkdirSync(references, { recursive: true });
    writeFileSync(path.join(references, 'main'), COMMIT);
    const engine = await createEngine({ hubCache: pathToFileURL(folder).href, asksUser: true });
    proofs = await prove(
      engine,
      all.map(one => ({
        ...one,
        versions: {},
        answer: COMMIT,
        env: { HF_HUB_CACHE: 'cache', TORCH_HOME: 'torch-home' }
      }))
    );
    engine.dispose();
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [name, proof] of of(TRUSTING)) {
    it(`${name}: the repository's code runs before, and is refused after`, () => assertStopsThePayload(proof()));
  }

  for (const [name, proof] of of(WEIGHTS)) {
    it(`${name}: the same weights, and nothing is loaded from a pickle that carries more`, () => {
      assertSameOnGoodFile(proof());
      const { after, ends } = proof();
      assert.deepEqual([after.payload.marker, after.payload.error?.type], [false, ends]);
    });
  }

  for (const [name, proof] of of(MOVING)) {
    it(`${name}: what the branch stands for now comes before, and what was read comes after`, () => {
      assertSameOnGoodFile(proof());
      const { before, after, program, fixed } = proof();
      assert.equal(before.payload.error, null, show(program));
      assert.notEqual(before.payload.out, before.good.out);
      assert.deepEqual([after.payload.error, after.payload.out], [null, before.good.out], show(fixed));
    });
  }
});
