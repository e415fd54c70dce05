import assert from 'node:assert/strict';
import { suppresses } from '@loadlight/facts/fix';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { createEngine, findingsOf } from './engine.mjs';
import { applied, comparisons, job, show } from './prove.mjs';
import { runJobs } from './python.mjs';

/** Programs that print a token, `SECRET` standing for it. */
const PROGRAMS = {
  assignment: 'token = "SECRET"\nprint(token)\n',
  'single quotes and a comment': "token = 'SECRET'  # mine\nprint(token)\n",
  'three quotes': 'token = """SECRET"""\nprint(token)\n',
  'raw string': 'token = r"SECRET"\nprint(token)\n',
  'os imported already': 'import sys\nimport os\n\ntoken = "SECRET"\nprint(token, os.sep)\n',
  'os by another name': 'import os as system\n\ntoken = "SECRET"\nprint(token, system.sep)\n',
  'from os': 'from os import path\n\ntoken = "SECRET"\nprint(token, path.sep)\n',
  'os imported below': 'token = "SECRET"\nimport os\nprint(token, os.sep)\n',
  'os imported on the same line': 'import os; token = "SECRET"; print(token, os.sep)\n',
  'docstring and future import':
    '#!/usr/bin/env python\n"""Doc."""\nfrom __future__ import annotations\n\ntoken = "SECRET"\nprint(token)\n',
  'docstring and comments': '"""Doc."""\n# about\n\ntoken = "SECRET"\nprint(token)\n',
  'keyword argument': 'def login(token):\n    print(token)\n\nlogin(token="SECRET")\n',
  'default value': 'def login(token="SECRET"):\n    print(token)\n\nlogin()\n',
  'in a function': 'def login():\n    # who\n    token = "SECRET"\n    return token\n\nprint(login())\n',
  'in a function that imports os':
    'def login():\n    import os\n    token = "SECRET"\n    return token + os.sep\n\nprint(login())\n',
  'in a dictionary, two of them':
    'headers = {\n    "Authorization": "SECRET",  # first\n    "Again": "SECRET",\n}\nprint(headers)\n',
  'behind a keyword': 'def login():\n    return"SECRET"\n\nprint(login())\n',
  'between keywords': 'print("SECRET"if True else"")\n',
  'import in a block': 'try:\n    import os\nexcept ImportError:\n    pass\ntoken = "SECRET"\nprint(token)\n',
  'windows line ends': 'import sys\r\ntoken = "SECRET"\r\nprint(token)\r\n',
  'in the environment': 'import os\nos.environ["LOADLIGHT_TEST"] = "SECRET"\nprint(os.environ["LOADLIGHT_TEST"])\n',
  'notebook: imports in the first cell': ['# Setup\nimport sys', 'token = "SECRET"', 'print(token)'],
  'notebook: no imports': ['!echo hello', '# mine\ntoken = "SECRET"\nprint(token)'],
  'notebook: timed': ['%%time\ntoken = "SECRET"\nprint(token)']
};

/** A string that a look-up cannot stand for: nothing is offered. */
const WITHOUT_FIX = {
  bytes: 'token = b"SECRET"\n',
  'in a longer string': 'token = "Bearer SECRET"\n',
  'joined strings': 'token = "SECRET" ""\n',
  'in an f-string': 'x = 1\ntoken = f"SECRET{x}"\n',
  'inside the braces of an f-string': 'print(f"{str(\'SECRET\')}")\n',
  'a pattern': 'match x:\n    case "SECRET":\n        pass\n',
  docstring: 'def f():\n    """SECRET"""\n'
};

const fill = (program, secret) =>
  typeof program === 'string' ? program.replaceAll('SECRET', secret) : program.map(cell => fill(cell, secret));

describe('fixes of written-out credentials in CPython', function () {
  this.timeout(120_000);
  const secret = inventSecrets(7).huggingface();
  const env = { HF_TOKEN: secret };
  let engine;
  let proofs;

  before(async () => {
    engine = await createEngine();
    proofs = [];
    for (const [name, template] of Object.entries(PROGRAMS)) {
      const program = fill(template, secret);
      proofs.push({ name, program, ...(await applied(engine, { name, program, fix: 'fix-environment' })) });
    }
    const jobs = proofs.flatMap(({ name, program, fixed }) => [
      job(`${name} before`, 'good', program),
      job(`${name} after`, 'good', fixed, env),
      job(`${name} without`, 'good', fixed)
    ]);
    const [outcomes, differences] = await Promise.all([runJobs(jobs), comparisons(withTheName(proofs))]);
    proofs = proofs.map((proof, i) => ({
      ...proof,
      before: outcomes.get(`${proof.name} before`),
      after: outcomes.get(`${proof.name} after`),
      without: outcomes.get(`${proof.name} without`),
      differences: differences[i]
    }));
  });
  after(() => engine.dispose());

  /** The token is the one thing that may differ, so the comparison gets the look-up on both sides. */
  const withTheName = list =>
    list.map(({ program, fixed }) => {
      const common = text => text.replace(/(?:os|system)\.environ\["HF_TOKEN"\]|r?("""|"|')hf_\w+\1/g, ' TOKEN ');
      const each = value => (typeof value === 'string' ? common(value) : value.map(common));
      return { program: each(program), fixed: each(fixed) };
    });

  for (const name of Object.keys(PROGRAMS)) {
    it(`fix-environment, ${name}: the same result with the variable set, and the value is gone`, async () => {
      const { program, fixed, before, after, without, differences } = proofs.find(proof => proof.name === name);
      const text = `${show(program)}\n---- became ----\n${show(fixed)}`;
      assert.equal(before.error, null, text);
      assert.match(before.out, /hf_/);
      assert.deepEqual([after.error, after.out], [null, before.out], `${JSON.stringify(after)}\n${text}`);
      assert.deepEqual(without.error?.type, name === 'notebook: timed' ? undefined : 'KeyError', text);
      assert.deepEqual(differences, [], text);
      assert.ok(!show(fixed).includes(secret), 'the value still stands there');
      assert.deepEqual(await findingsOf(engine, fixed), []);
    });
  }

  for (const [name, template] of Object.entries(WITHOUT_FIX)) {
    it(`nothing but to ignore is offered for ${name}`, async () => {
      const findings = await findingsOf(engine, fill(template, secret));
      const [offered] = findings.map(finding => finding.fixes.filter(fix => !suppresses(fix)));
      assert.deepEqual([findings.length, offered], [1, []]);
    });
  }
});
