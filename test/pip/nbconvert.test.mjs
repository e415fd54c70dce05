// The preprocessor of the wheel in the real nbconvert.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { WHEEL } from '../../extension-jupyterlab/wheel.mjs';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';
import { emptyFolder, mustRun } from './environment.mjs';

describe('exporting with nbconvert', function () {
  this.timeout(240_000);
  const token = inventSecrets(101).huggingface();
  let home;
  let python;
  before(() => {
    home = emptyFolder();
    python = ensureVenv('nbconvert', new URL('nbconvert.txt', import.meta.url));
    const target = path.join(home, 'packages');
    mustRun(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', target, WHEEL]);
  });

  /** Exports a notebook with that code and the token in its output. */
  function exported(name, source, options = [], more = []) {
    const outputs = [{ name: 'stdout', output_type: 'stream', text: ['fine\n', `token ${token}\n`] }, ...more];
    const cell = { cell_type: 'code', execution_count: 1, id: 'a', metadata: {}, outputs, source };
    const file = path.join(home, `${name}.ipynb`);
    writeFileSync(file, JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }));
    const preprocessor = '--Exporter.preprocessors=loadlight.export.SharePreprocessor';
    const { status, stderr } = spawnSync(python, ['-m', 'nbconvert', '--to', 'html', preprocessor, ...options, file], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: path.join(home, 'packages') }
    });
    const page = path.join(home, `${name}.html`);
    return { status, stderr, page: existsSync(page) ? readFileSync(page, 'utf8') : undefined };
  }

  it('writes a page without what was found', () => {
    const { status, stderr, page } = exported('clean', 'run()');
    assert.equal(status, 0, stderr);
    assert.match(page, /fine[^]*token \[removed by loadlight: a Hugging Face token\]/);
    assert.ok(!page.includes(token));
  });

  it('keeps the charts that it is told to', () => {
    const html = '<div class="plotly-graph-div"></div><script>Plotly.newPlot("p", [])</script>';
    const chart = { output_type: 'display_data', metadata: {}, data: { 'text/html': html } };
    const { status, stderr, page } = exported('chart', 'run()', ['--SharePreprocessor.keep=plotly'], [chart]);
    assert.equal(status, 0, stderr);
    assert.ok(page.includes('Plotly.newPlot("p", [])'));
    assert.ok(!page.includes(token));
    const wrong = exported('wrong', 'run()', ['--SharePreprocessor.keep=charts'], [chart]);
    assert.equal(wrong.page, undefined);
    assert.match(wrong.stderr, /--keep takes plotly, bokeh, altair, widgets, not "charts"/);
  });

  it('writes nothing where something is left that only its author can change, or where it is told to refuse', () => {
    const unsafe = exported('unsafe', 'import torch\ntorch.load("a.pt", weights_only=False)');
    assert.notEqual(unsafe.status, 0);
    assert.equal(unsafe.page, undefined);
    assert.match(unsafe.stderr, /is not ready to be shared, so it is not exported:\n {2}Cell 1: LL101 /);
    const refused = exported('refused', 'run()', ['--SharePreprocessor.on_findings=refuse']);
    assert.equal(refused.page, undefined);
    assert.match(refused.stderr, /Cell 1 output: LL303 /);
    assert.ok(!refused.stderr.includes(token));
  });
});
