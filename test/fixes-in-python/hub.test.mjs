import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { applied, assertSameOnGoodFile, comparisons, prove, show } from './prove.mjs';

const CALL = 'load_dataset("json", data_files="rows.jsonl", split="train"';

/** Runs under the real datasets library, on rows that lie beside the program. */
const DATASETS = {
  'from-import': `from datasets import load_dataset\nrows = ${CALL}, trust_remote_code=True)\nprint(rows["a"])\n`,
  alias: `import datasets as ds\nrows = ds.${CALL}, trust_remote_code=True)  # rows\nprint(rows["a"])\n`,
  'in the middle': `from datasets import load_dataset\nrows = load_dataset("json", trust_remote_code=True, data_files="rows.jsonl")\nprint(rows["train"]["a"])\n`,
  'one argument a line': `from datasets import load_dataset\nrows = load_dataset(\n    "json",\n    data_files="rows.jsonl",  # beside\n    trust_remote_code=True,\n)\nprint(rows["train"]["a"])\n`,
  'the last, without a comma': `from datasets import load_dataset\nrows = load_dataset(\n    "json",\n    data_files="rows.jsonl",  # beside\n    trust_remote_code=True\n)\nprint(rows["train"]["a"])\n`,
  'a comment behind it': `from datasets import load_dataset\nrows = load_dataset(\n    "json",\n    trust_remote_code=True,  # once needed\n    data_files="rows.jsonl",\n)\nprint(rows["train"]["a"])\n`,
  'literal dictionary': `from datasets import load_dataset\nrows = ${CALL}, **{"trust_remote_code": True})\nprint(rows["a"])\n`,
  'dictionary variable': `from datasets import load_dataset\nextra = {"split": "train", "trust_remote_code": True}\nrows = load_dataset("json", data_files="rows.jsonl", **extra)\nprint(rows["a"])\n`,
  lambda: `from datasets import load_dataset\nread = lambda: ${CALL}, trust_remote_code=True)\nprint(read()["a"])\n`,
  'a decorated method': `import functools\nimport datasets\n\nclass Reader:\n    @functools.cached_property\n    def rows(self):\n        return datasets.${CALL}, trust_remote_code=True)\n\nprint(Reader().rows["a"])\n`,
  'async code': `import asyncio\nfrom datasets import load_dataset\n\nasync def read():\n    return ${CALL}, trust_remote_code=True)\n\nprint(asyncio.run(read())["a"])\n`,
  'chained calls': `from datasets import load_dataset\nprint(${CALL}, trust_remote_code=True).shuffle(seed=1).sort("a").to_dict())\n`,
  'in an f-string': `from datasets import load_dataset\nprint(f'''{${CALL}, trust_remote_code=True)["a"][0]:03d}''')\n`,
  'backslashes, tabs and Windows line ends':
    `from datasets import load_dataset\nif True:\n\trows = ${CALL}, \\\n\t\ttrust_remote_code=True) \\\n\t\t["a"]\n\tprint(rows[0])\n`.replaceAll(
      '\n',
      '\r\n'
    ),
  'a dictionary filled on the way': `from datasets import load_dataset\noptions = {"split": "train"}\noptions["trust_remote_code"] = True\noptions.update(data_files="rows.jsonl")\nrows = load_dataset("json", **options)\nprint(rows["a"])\n`,
  notebook: ['from datasets import load_dataset', `%time rows = ${CALL}, trust_remote_code=True)`, 'print(rows["a"])']
};

/** No transformers here: these are compared as syntax trees, and not run. */
const TRANSFORMERS = {
  from_pretrained:
    'from transformers import AutoModel\nm = AutoModel.from_pretrained("example-org/m", trust_remote_code=True)\n',
  'in the middle':
    'import transformers\nm = transformers.pipeline("summarization", trust_remote_code=True, model="example-org/m")\n',
  'one argument a line':
    'from transformers import AutoModel\nm = AutoModel.from_pretrained(\n    "example-org/m",  # ours\n    trust_remote_code=True,  # needs it\n    revision="main",\n)\n',
  SentenceTransformer:
    'from sentence_transformers import SentenceTransformer as S\nm = S("example-org/m", trust_remote_code = True , device="cpu")\n'
};

describe('fixes of trust_remote_code', function () {
  this.timeout(120_000);
  let engine;
  before(async () => (engine = await createEngine()));
  after(() => engine.dispose());

  it('fix-drop changes nothing under datasets 5.2.0, where it is safe', async () => {
    const programs = Object.entries(DATASETS).map(([name, program]) => ({ name, program }));
    const proofs = await prove(
      engine,
      programs.map(one => ({ ...one, fix: 'fix-drop', versions: { datasets: '5.2.0' } }))
    );
    for (const proof of proofs) {
      assertSameOnGoodFile(proof);
      assert.deepEqual(proof.differences, [], show(proof.fixed));
      assert.ok(!show(proof.fixed).includes('trust_remote_code'), show(proof.fixed));
      assert.deepEqual(proof.left, []);
    }
  });

  it('fix-drop-review takes out the argument and nothing else', async () => {
    const proofs = [];
    for (const [name, program] of Object.entries(TRANSFORMERS)) {
      const { fixed } = await applied(engine, { name, program, fix: 'fix-drop-review' });
      proofs.push({ program, fixed });
      assert.ok(!fixed.includes('trust_remote_code'), fixed);
    }
    assert.deepEqual(
      await comparisons(proofs),
      proofs.map(() => [])
    );
  });
});
