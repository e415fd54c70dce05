import assert from 'node:assert/strict';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { run } from '../../packages/cli/lib/main.js';
import { DIST, loadlight, temporaryFolder } from './run-cli.mjs';

const TOKEN = inventSecrets(91).huggingface();
/** A user without rights. */
const NOBODY = 65534;
const MARK = '[removed by loadlight: a Hugging Face token]';

/** A notebook file with these outputs, a cell each. */
function notebookOf(...outputs) {
  const cells = outputs.map((output, i) => ({
    cell_type: 'code',
    execution_count: i + 1,
    id: `cell-${i}`,
    metadata: {},
    outputs: [output],
    source: ['run()']
  }));
  return `${JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

const stream = text => ({ name: 'stdout', output_type: 'stream', text: text.split(/(?<=\n)/) });
const shown = html => ({ data: { 'text/html': html }, metadata: {}, output_type: 'display_data' });

/** The same with these texts printed. */
const printed = (...texts) => notebookOf(...texts.map(stream));

describe('loadlight share', function () {
  this.timeout(30_000);

  it('says what blocks and what is worth a look, with exit code 1, and with 0 where nothing blocks', () => {
    const folder = temporaryFolder({
      'a.ipynb': printed(`token ${TOKEN}\n`, '/home/mmuster/x.py\n'),
      'b.ipynb': printed('loss 0.1\n')
    });
    const { status, stdout } = loadlight(folder, ['share', 'a.ipynb']);
    assert.equal(status, 1);
    assert.match(stdout, /^a\.ipynb +Not ready: 1 thing\n {2}● Cell 1 output {2}LL303 A Hugging Face token/);
    assert.match(stdout, /○ Cell 2 output {2}LL404 .*\n +\/home\/…\/x\.py\n {2}2 cells, 2 outputs looked at\./);
    assert.ok(!stdout.includes(TOKEN));
    const ready = loadlight(folder, ['share', 'b.ipynb']);
    assert.equal(ready.status, 0);
    assert.match(ready.stdout, /^b\.ipynb +Ready to share\n/);
  });

  it('leaves out what the configuration excludes, also where it is named if it is told to', () => {
    const text = printed(`token ${TOKEN}\n`);
    const folder = temporaryFolder({
      'old/a.ipynb': text,
      'b.ipynb': text,
      'loadlight.toml': 'exclude = ["old/**"]\n'
    });
    const files = args => {
      const { status, stdout } = loadlight(folder, ['share', '--format', 'json', ...args]);
      return [status, ...JSON.parse(stdout).notebooks.map(({ file }) => file)];
    };
    assert.deepEqual(files(['.']), [1, 'b.ipynb']);
    assert.deepEqual(files(['old/a.ipynb']), [1, 'old/a.ipynb']);
    assert.deepEqual(files(['--force-exclude', 'old/a.ipynb']), [0]);
    assert.equal(loadlight(folder, ['share', 'old']).stdout, 'Nothing to look at: the configuration leaves it out.\n');
  });

  it('leaves a notebook as it is in a folder where nothing can be written, and says so', function () {
    // Root may write everywhere; a user without rights may not be able to read the command itself.
    const as = process.getuid?.() === 0 ? NOBODY : undefined;
    if (loadlight('/', ['--version'], { as }).status !== 0) this.skip();
    const text = printed(`token ${TOKEN}\n`);
    const folder = temporaryFolder({ 'a.ipynb': text });
    chmodSync(folder, 0o555);
    for (const args of [['--in-place'], ['--clean', 'b.ipynb']]) {
      const { status, stderr } = loadlight(folder, ['share', 'a.ipynb', ...args], { as });
      assert.equal(status, 2);
      assert.match(stderr, /clean copy of a\.ipynb is not written: nothing may be written there/);
      assert.deepEqual(readdirSync(folder), ['a.ipynb']);
      assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), text);
    }
    chmodSync(folder, 0o755);
  });

  it('writes a clean copy beside, and the notebook itself in place with its mode', () => {
    const text = `\ufeff${printed(`token ${TOKEN}\n`).replaceAll('\n', '\r\n')}`;
    const folder = temporaryFolder({ 'a.ipynb': text });
    chmodSync(join(folder, 'a.ipynb'), 0o600);
    const beside = loadlight(folder, ['share', 'a.ipynb', '--clean', 'clean.ipynb']);
    assert.equal(beside.status, 0);
    assert.match(beside.stdout, /Clean copy: clean\.ipynb, 1 place taken out; ready to share\.\n$/);
    assert.equal(readFileSync(join(folder, 'clean.ipynb'), 'utf8'), text.replace(TOKEN, MARK));
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), text);
    assert.equal(loadlight(folder, ['share', '--in-place', 'a.ipynb']).status, 0);
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), text.replace(TOKEN, MARK));
    assert.equal(statSync(join(folder, 'a.ipynb')).mode & 0o777, 0o600);
  });

  it('reports as JSON, and as one page that runs and fetches nothing', () => {
    const folder = temporaryFolder({ 'a<b>.ipynb': printed(`<img src=x onerror=alert(1)> ${TOKEN}\n`) });
    const json = JSON.parse(loadlight(folder, ['share', '--format', 'json', '.']).stdout);
    assert.deepEqual([json.version, json.ready, json.notebooks[0].items[0].rule], [1, false, 'LL303']);
    const page = loadlight(folder, ['share', '--format', 'html', '.']).stdout;
    assert.match(page, /<h2>a&lt;b&gt;\.ipynb<\/h2>/);
    assert.match(page, /&lt;img src=x onerror=alert\(1\)&gt; hf_/);
    assert.ok(!page.includes(TOKEN) && !/<script|<img|src=["']|https?:/.test(page.replace(/<code>.*?<\/code>/g, '')));
  });

  it('keeps the interactive outputs that it is told to, and says so, but not what does more', () => {
    const plot = '<div class="plotly-graph-div"></div><script>Plotly.newPlot("p", [])</script>';
    const acts = '<div class="plotly-graph-div"></div><script>IPython.notebook.kernel.execute("x")</script>';
    const text = notebookOf(shown(plot), shown(acts), stream(`token ${TOKEN}`));
    const folder = temporaryFolder({ 'a.ipynb': text });
    const { stdout } = loadlight(folder, ['share', 'a.ipynb', '--keep', 'bokeh,plotly', '--clean', 'clean.ipynb']);
    assert.match(stdout, /○ Cell 1 output {2}LL401 .*\[kept: plotly\]\n/);
    assert.match(
      stdout,
      /● Cell 2 output {2}LL401 .*\[Take out\]\n[^]*Clean copy: clean\.ipynb, 2 places taken out; ready to share\./
    );
    const clean = readFileSync(join(folder, 'clean.ipynb'), 'utf8');
    assert.ok(
      clean.includes(JSON.stringify(plot).slice(1, -1)) && !clean.includes('execute') && !clean.includes(TOKEN)
    );
    const without = loadlight(folder, ['share', 'a.ipynb', '--keep', 'bokeh', '--clean', 'without.ipynb']);
    assert.match(without.stdout, /3 places taken out/);
    const wrong = loadlight(folder, ['share', 'a.ipynb', '--keep', 'charts']);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--keep takes plotly, bokeh, altair, widgets, not "charts"/);
  });

  it('says where a notebook cannot be read, and what to do', () => {
    const twice = '{"cells": [],\n "metadata": {"a": 1, "a": 2}, "nbformat": 4, "nbformat_minor": 5}';
    const folder = temporaryFolder({
      'broken.ipynb': '{"cells": [\n',
      'two.ipynb': '{"nbformat": 2, "worksheets": []}',
      'twice.ipynb': twice,
      'odd.ipynb': printed('x').replace('"stream"', '"hologram"'),
      'three.ipynb': JSON.stringify({
        nbformat: 3,
        nbformat_minor: 0,
        metadata: {},
        worksheets: [
          { cells: [{ cell_type: 'code', input: ['x'], outputs: [{ output_type: 'pyout', text: [TOKEN] }] }] }
        ]
      })
    });
    assert.equal(loadlight(folder, ['share', 'broken.ipynb']).stdout, 'Nothing was looked at.\n');
    const all = ['broken.ipynb', 'two.ipynb', 'twice.ipynb', 'none.ipynb', 'odd.ipynb', 'three.ipynb'];
    const { status, stdout, stderr } = loadlight(folder, ['share', ...all]);
    assert.equal(status, 2);
    assert.match(stderr, /broken\.ipynb cannot be looked at: the file ends too early \(line 2, column 1\)\. Repair/);
    assert.match(stderr, /two\.ipynb .*version of the notebook format is not known \(line 1, column 14\)/);
    assert.match(stderr, /twice\.ipynb .*the key "a" stands twice in this object \(line 2, column 23\)/);
    assert.match(stderr, /none\.ipynb cannot be looked at: it is not there/);
    // Types and formats of others are read as far as they go.
    assert.match(stdout, /odd\.ipynb +Ready to share[^]*three\.ipynb +Not ready: 1 thing/);
    assert.equal(loadlight(folder, ['share']).status, 2);
    assert.equal(loadlight(folder, ['share', '--clean', 'odd.ipynb', 'odd.ipynb']).status, 2);
    mkdirSync(join(folder, 'empty'));
    assert.equal(loadlight(folder, ['share', 'empty']).status, 3);
  });

  it('leaves a notebook alone that somebody saves while it is looked at', async () => {
    const folder = temporaryFolder({ 'a.ipynb': printed(`token ${TOKEN}\n`) });
    const saved = printed('saved meanwhile\n');
    // The part that looks for credentials is fetched in the midst of it.
    const parts = temporaryFolder({
      'secrets.cjs': `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'a.ipynb'))}, ${JSON.stringify(saved)});\nmodule.exports = require(${JSON.stringify(join(DIST, 'secrets.cjs'))});`
    });
    for (const name of ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'])
      copyFileSync(join(DIST, name), join(parts, name));
    let said = '';
    const err = text => (said += text);
    const host = { parts, bundle: undefined, cwd: folder, colours: false, columns: 100, out: () => undefined, err };
    assert.equal(await run(['share', '--in-place', 'a.ipynb'], host), 2);
    assert.match(said, /the clean copy of a\.ipynb is not written: it changed meanwhile; run loadlight share again/);
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), saved);
    assert.deepEqual(readdirSync(folder), ['a.ipynb']);
  });

  it('loses nothing where it cannot write', () => {
    const text = printed(`token ${TOKEN}\n`);
    const folder = temporaryFolder({ 'a.ipynb': text });
    const { status, stderr } = loadlight(folder, ['share', 'a.ipynb', '--clean', 'no/such/folder.ipynb']);
    assert.equal(status, 2);
    assert.match(stderr, /the clean copy of a\.ipynb is not written: it is not there/);
    assert.ok(!existsSync(join(folder, 'no')));
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), text);
    writeFileSync(join(folder, 'a.ipynb'), '');
    assert.equal(loadlight(folder, ['share', '--in-place', 'a.ipynb']).status, 2);
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), '');
  });
});
