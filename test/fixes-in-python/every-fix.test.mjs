import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { withAnyAnswer } from '@loadlight/facts/asked';
import { readRuleTests } from '@loadlight/engine/testing/rule-test-file';
import { suppresses } from '@loadlight/facts/fix';
import { catalogueExamples } from '@loadlight/python/testing/catalogue-examples';
import { createEngine, documentOf, findingsOf, withFix, withFixAll } from './engine.mjs';
import { nameOf } from './prove.mjs';
import { askPython } from './python.mjs';

const LONG = process.env.LOADLIGHT_LONG === '1';
const CATALOGUE = new URL('../../packages/python/src/catalogue/', import.meta.url);
const RULES_FOLDER = new URL('../../packages/rules/src/', import.meta.url);

/** Ways for a program to stand: its lines go somewhere else and mean the same. */
const SURROUNDINGS = {
  'as it is': text => text,
  'Windows line ends': text => text.replaceAll('\n', '\r\n'),
  'a function, with tabs': text => `"""About."""\n\n\ndef run():\n${indented(text, '\t')}\n\nrun()  # at last\n`,
  'an async method, decorated': text =>
    `import functools\n\n\nclass Runner:\n    @staticmethod\n    @functools.cache\n    async def run():\n${indented(text, '        ')}`,
  'blocks in blocks': text =>
    `if True:\n  with open("a") as file:\n    try:\n${indented(text, '      ')}\n    finally:\n      pass`,
  'a notebook': text => ['%matplotlib inline\n# first', '%%time\n' + text, 'print("done")'],
  'the end of a file': text => `# -*- coding: utf-8 -*-\nfrom __future__ import annotations\n${text.trimEnd()}`
};

function indented(text, by) {
  return text
    .trimEnd()
    .split('\n')
    .map(line => (line === '' ? '' : by + line))
    .join('\n');
}

/** Fixes that no row's example and no rule's test has in one file, so these stand in each of the surroundings. */
const MORE = [
  'import torch\nfrom torch import nn\n\nnet = nn.Linear(2, 1)\nnet.load_state_dict(torch.load("net.pt", weights_only=False))\n',
  'import os.path\nimport torch\n\nfolder = "."\nstate = torch.load(\n    os.path.join(folder, "net.pt"),  # ours\n    weights_only=False,\n)\nnet.load_state_dict(state)\n',
  'import pandas as pd\n\nrows = pd.DataFrame({"a": [1]})\nrows.to_pickle("rows.pkl")\nagain = pd.read_pickle("rows.pkl")\n',
  'import os\nimport torch\n\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"\nstate = torch.load("net.pt")\n',
  'import joblib\nfrom sklearn.linear_model import Ridge\n\njoblib.dump(Ridge().fit([[1]], [2]), "m.joblib")\nmodel = joblib.load("m.joblib")\n'
];

/** The bad examples of all rows, and what the rules' tests show a fix of. */
function examples() {
  const pages = readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.examples.md')
  );
  const rows = pages
    .flatMap(name => catalogueExamples(name.replaceAll('\\', '/'), readFileSync(new URL(name, CATALOGUE), 'utf8')))
    .filter(({ kind }) => kind === 'bad')
    .map(({ text }) => ({ text, versions: {} }));
  const tests = readdirSync(RULES_FOLDER).filter(name => name.endsWith('.test.md'));
  const shown = tests
    .flatMap(name => readRuleTests(readFileSync(new URL(name, RULES_FOLDER), 'utf8')))
    .filter(({ kind, fixes, files }) => kind === 'file' && fixes.length > 0 && Object.keys(files).length === 0)
    .map(({ cells, versions }) => ({ text: cells[0], versions }))
    // Those that show where a line of imports or a credential goes have their own place to stand.
    .filter(({ text }) => !/«|__future__|^(?:#|\s*""")|loadlight:|\t/m.test(text));
  return [
    ...new Map([...rows, ...shown, ...MORE.map(text => ({ text, versions: {} }))].map(one => [one.text, one])).values()
  ];
}

/** Each in one of the surroundings, or in the long run in all. */
function programs() {
  const ways = Object.entries(SURROUNDINGS);
  return examples().flatMap(({ text, versions }, i) =>
    ways
      .filter((_, way) => LONG || MORE.includes(text) || way === i % ways.length)
      .map(([name, surround]) => ({ name, versions, program: surround(text) }))
  );
}

/** A cache of the hub that has each repository of an example, at some commit. */
function hubCacheOf(folder, texts) {
  const names = new Set(
    texts.flatMap(text => [...text.matchAll(/["']([\w-]+\/[\w.-]+)["']/g)].map(([, name]) => name))
  );
  for (const name of names) {
    for (const kind of ['models', 'datasets']) {
      const refs = path.join(folder, `${kind}--${name.replace('/', '--')}`, 'refs');
      mkdirSync(refs, { recursive: true });
      writeFileSync(path.join(refs, 'main'), '0123456789abcdef0123456789abcdef01234567');
    }
  }
  return pathToFileURL(folder).href;
}

const keyOf = ({ rule, message }) => `${rule} ${message.id}`;
const countOf = (findings, key) => findings.filter(one => keyOf(one) === key).length;
const RANK = { information: 0, warning: 1, error: 2 };
/** How many of the rule weigh as much as that one, or more. */
const weightOf = (findings, { rule, severity }) =>
  findings.filter(one => one.rule === rule && RANK[one.severity] >= RANK[severity]).length;
const show = program => (typeof program === 'string' ? program : program.join('\n# ---- next cell ----\n'));

describe('every fix of every example of catalogue and rules', function () {
  this.timeout(1_800_000);
  const fixed = [];
  const counts = new Map();
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-hub-'));
  let engine;

  before(async () => {
    const hubCache = hubCacheOf(
      folder,
      examples().map(({ text }) => text)
    );
    engine = await createEngine({ asksUser: true, hubCache });
    for (const { name, program, versions } of programs()) {
      const findings = await findingsOf(engine, program, versions);
      for (const finding of findings) {
        for (const fix of finding.fixes.filter(one => !suppresses(one))) {
          await findingsOf(engine, program, versions);
          const after = withFix(engine, program, withAnyAnswer(fix));
          const left = after === undefined ? [] : await findingsOf(engine, after, versions);
          fixed.push({ name, program, findings, finding, fix: nameOf(fix), after, left });
          counts.set(nameOf(fix), (counts.get(nameOf(fix)) ?? 0) + 1);
        }
      }
    }
  });
  after(() => {
    engine.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  const about = ({ name, program, fix, after }) =>
    `${fix} in ${name}\n---- before ----\n${show(program)}\n---- after ----\n${after === undefined ? '(refused)' : show(after)}\n----`;

  it('can be made, takes its finding away and brings none that weighs as much', () => {
    console.log(`      ${fixed.length} fixes: ${[...counts].map(([id, n]) => `${id} ${n}`).join(', ')}`);
    assert.ok(fixed.length > 400 && counts.size >= 25, `${fixed.length} fixes of ${counts.size} kinds`);
    for (const id of ['fix-safetensors-convert', 'fix-parquet', 'fix-skops', 'fix-pin', 'fix-environment'])
      assert.ok(counts.has(id), `no ${id}`);
    for (const one of fixed) {
      const { findings, finding, left, after } = one;
      assert.notEqual(after, undefined, about(one));
      assert.ok(countOf(left, keyOf(finding)) < countOf(findings, keyOf(finding)), `still found: ${about(one)}`);
      // The same said at less, or of the same weight in other words, is not more.
      for (const other of left.filter(({ severity }) => RANK[severity] >= RANK[finding.severity]))
        assert.ok(weightOf(left, other) <= weightOf(findings, other), `new, ${keyOf(other)}: ${about(one)}`);
    }
  });

  it('leaves a program that CPython compiles, with its line ends', async () => {
    const plain = fixed.filter(({ after }) => typeof after === 'string');
    const broken = await askPython(
      '../real-code/compile.py',
      [],
      plain.flatMap((one, i) => [
        { name: `${i} before`, text: one.program },
        { name: `${i} after`, text: one.after }
      ])
    );
    const names = new Set(broken.map(({ name }) => name));
    // Some programs do not compile as they are: a line beside the call is broken.
    const made = broken.filter(({ name }) => name.endsWith('after') && !names.has(name.replace('after', 'before')));
    assert.ok(names.size < plain.length / 20, `${names.size} do not compile`);
    assert.deepEqual(
      made.map(({ name, error }) => `${name}: ${error}\n${about(plain[Number.parseInt(name, 10)])}`),
      []
    );
    for (const one of plain.filter(({ name }) => name === 'Windows line ends'))
      assert.doesNotMatch(one.after, /[^\r]\n/, about(one));
  });

  it('leaves nothing for a second fix-all, where it is safe', async () => {
    const versions = { torch: '2.13.0', datasets: '5.2.0' };
    let changed = 0;
    for (const { program } of programs().filter(({ program: text }) => /torch|datasets/.test(show(text)))) {
      await findingsOf(engine, program, versions);
      const once = await withFixAll(engine, program);
      if (show(once) === show(program)) continue;
      changed++;
      await findingsOf(engine, once, versions);
      assert.equal((await engine.fixAll(documentOf(once).uri)).fixed, 0, show(once));
    }
    assert.ok(changed > 3, `${changed} programs changed`);
  });
});
