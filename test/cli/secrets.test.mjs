import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { PLACES, shown } from '../secrets/notebook-places.mjs';
import { loadlight, notebook, temporaryFolder } from './run-cli.mjs';

const invent = inventSecrets(41);
const token = () => invent.huggingface();
const password = () => invent.like(/[A-Z][a-z]{3}\d{2}[!#^*][a-z]{3}\d{2}/);

describe('credentials in a scan', function () {
  this.timeout(30_000);

  it('are found in every part of a notebook, at their place in the file', () => {
    const values = new Map(Object.keys(PLACES).map(name => [name, token()]));
    const whole = JSON.parse(notebook(Object.keys(PLACES).map(() => '')));
    for (const [i, [name, [, , put]]] of Object.entries(PLACES).entries()) put(whole.cells[i], values.get(name), whole);
    const folder = temporaryFolder({ 'all.ipynb': JSON.stringify(whole, null, 1) });
    const { findings } = JSON.parse(loadlight(folder, ['scan', '--format', 'json']).stdout);
    const sarif = JSON.parse(loadlight(folder, ['scan', '--format', 'sarif']).stdout);
    const told = findings.map(({ rule, part, message }) => `${rule} ${part} ${/hf_./.exec(message)}`);
    const due = Object.entries(PLACES).map(([name, [rule, part]]) => `${rule} ${part} ${values.get(name).slice(0, 4)}`);
    assert.deepEqual(told.sort(), due.sort());
    const lines = readFileSync(join(folder, 'all.ipynb'), 'utf8').split('\n');
    const marked = sarif.runs[0].results.map(
      ({
        locations: [
          {
            physicalLocation: { region }
          }
        ]
      }) => lines[region.startLine - 1].slice(region.startColumn - 1, region.endColumn - 1)
    );
    assert.deepEqual(marked.sort(), [...values.values()].sort());
  });

  it('are found in settings, in what Jupyter keeps, and in notebooks of other kernels', () => {
    const checkpoint = notebook([`token = "${token()}"\nimport torch\ntorch.load("m.pt", weights_only=False)`]);
    const r = notebook([`Sys.setenv(HF_TOKEN = "${token()}")`], { kernelspec: { language: 'R', name: 'ir' } });
    const folder = temporaryFolder({
      '.env': `# mine\nHF_TOKEN=${token()}\nDB_PASSWORD=${password()}\n`,
      'conf/db.yaml': `db:\n  host: db.acme.io\n  password: ${password()}\n`,
      'kaggle.json': `{"username":"trainer","key":"${invent.like(/[0-9a-f]{32}/)}"}`,
      'app.toml': `[wandb]\napi_key = "${invent.like(/[0-9a-f]{40}/)}"\n`,
      'odbc.ini': `[db]\nconnection = Driver=x;Server=db.acme.io;Pwd=${password()};\n`,
      'broken.json': Buffer.from([0xff, 0xfe, 0x00, 0x80]),
      'vocab.json': JSON.stringify({ '<pad>': 0, token: 1, password: 2, secret_key: 3 }),
      '.ipynb_checkpoints/a-checkpoint.ipynb': checkpoint,
      'r.ipynb': r
    });
    const { findings, skipped } = JSON.parse(loadlight(folder, ['scan', '--format', 'json']).stdout);
    assert.deepEqual(
      findings.map(({ file, rule }) => `${file} ${rule}`),
      [
        '.env LL301',
        '.env LL302',
        '.ipynb_checkpoints/a-checkpoint.ipynb LL301',
        'app.toml LL302',
        'conf/db.yaml LL302',
        'kaggle.json LL302',
        'odbc.ini LL302',
        'r.ipynb LL301'
      ]
    );
    assert.deepEqual(
      skipped.map(({ file }) => file),
      ['broken.json']
    );
  });

  it('are taken out of code and outputs by a fix, and the rest of the file stays as it is', () => {
    const value = token();
    const print = text => ({ output_type: 'stream', name: 'stdout', text: [text] });
    const before = JSON.parse(notebook(['import os', `login("${value}")\nprint("a")`, `%env HF_TOKEN=${value}\n!ls`]));
    before.cells.push({
      cell_type: 'markdown',
      id: 'text',
      metadata: { mine: { token: value } },
      source: [`Use *${value}*.`]
    });
    before.metadata.note = `see ${value}`;
    before.cells[1].outputs = [print('a\n'), print(`${value}\n`), print('b\n')];
    const text = JSON.stringify(before, null, 1);
    const folder = temporaryFolder({ 'a.ipynb': text });
    const shown = loadlight(folder, ['fix', '--review', '--diff']);
    assert.ok(!`${shown.stdout}${shown.stderr}`.includes(value.slice(0, 5)), shown.stdout);
    const { status, stdout } = loadlight(folder, ['fix', '--review']);
    assert.deepEqual(
      [status, stdout],
      [0, '.env  written\na.ipynb  6 fixed\n2 files changed, 6 findings fixed.\n'],
      stdout
    );
    const after = structuredClone(before);
    after.cells[1].source = ['login(os.environ["HF_TOKEN"])\n', 'print("a")'];
    after.cells[1].outputs.splice(1, 1);
    after.cells[2].source = ['!ls'];
    after.cells[3].source = ['Use *[removed: HF_TOKEN]*.'];
    after.cells[3].metadata.mine.token = '[removed: HF_TOKEN]';
    after.metadata.note = 'see [removed: HF_TOKEN]';
    assert.equal(readFileSync(join(folder, 'a.ipynb'), 'utf8'), JSON.stringify(after, null, 1));
    assert.equal(readFileSync(join(folder, '.env'), 'utf8'), `HF_TOKEN=${value}\n`);
  });

  it('are read from Colab’s secrets in notebooks that say that they are Colab’s', () => {
    const value = token();
    for (const metadata of [{ colab: { provenance: [] } }, { accelerator: 'GPU' }]) {
      const folder = temporaryFolder({ 'a.ipynb': notebook([`login("${value}")`], metadata) });
      loadlight(folder, ['fix', '--review']);
      const [{ source }] = JSON.parse(readFileSync(join(folder, 'a.ipynb'), 'utf8')).cells;
      assert.equal(source.join(''), 'from google.colab import userdata\n\nlogin(userdata.get("HF_TOKEN"))');
    }
  });

  it('move into .env, which git ignores, and the programs get the same values from there', () => {
    const [first, second, other] = [token(), password(), password()];
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'dist',
      '.env': `OTHER_PASSWORD=${other}`,
      'a.py': `db_password = "${second}"\ntoken = "${first}"\nprint(token, db_password)\n`,
      'b.py': `token = "${first}"\nprint(token)\n`
    };
    const folder = temporaryFolder(files);
    const read = name => readFileSync(join(folder, name), 'utf8');
    const shown = loadlight(folder, ['fix', '--review', '--diff']);
    for (const value of [first, second, other])
      assert.ok(!`${shown.stdout}${shown.stderr}`.includes(value.slice(0, 5)), shown.stdout);
    assert.match(shown.stdout, /^\+HF_TOKEN=hf_.•+$/m);
    for (const [name, text] of Object.entries(files)) assert.equal(read(name), text);

    const { status, stdout } = loadlight(folder, ['fix', '--review']);
    assert.deepEqual(
      [status, stdout],
      [0, '.env  written\n.gitignore  written\na.py  2 fixed\nb.py  1 fixed\n4 files changed, 3 findings fixed.\n']
    );
    assert.equal(read('.gitignore'), 'dist\n.env\n');
    assert.equal(read('.env').split('\n').length, 4);
    for (const value of [first, second]) assert.ok(!`${read('a.py')}${read('b.py')}`.includes(value));
    const run = 'set -a; . ./.env; python3 a.py; python3 b.py';
    assert.equal(execFileSync('sh', ['-c', run], { cwd: folder, encoding: 'utf8' }), `${first} ${second}\n${first}\n`);
  });

  it('are found beside whatever else a file holds', () => {
    const odd = JSON.parse(notebook(['1', '2']));
    odd.cells[0].outputs.push(
      ...[null, 7, 'text', [], {}, { output_type: 'stream', text: 7 }, { output_type: 'stream', text: [null, [1]] }],
      { output_type: 'display_data', data: { 'text/plain': { a: 1 }, 'text/html': [1, null], 'image/png': 3 } },
      { output_type: 'display_data', data: 'none', metadata: 1 },
      { output_type: 'error', traceback: { a: 1 }, evalue: 3 },
      { output_type: 'stream', name: 'stdout', text: `\ud800 \udc00\ud83d token = ${token()}\n` }
    );
    odd.cells[1].id = odd.cells[0].id = 'same';
    odd.cells[1].source = `token = "${token()}"`;
    const minified = 'var a=[0,1,"x",function(b){return b.key||"none"}];'.repeat(100_000);
    shown(odd.cells[1], { 'text/html': `<script>${minified}</script>`, 'text/plain': `token = ${token()}` });
    const folder = temporaryFolder({
      'odd.ipynb': JSON.stringify(odd),
      // What is larger is data, which is said, and read where it is named.
      'minified.json': JSON.stringify({ token: token(), script: minified }),
      // Of settings of any size the beginning is looked at.
      'values.yaml': `token: ${token()}\n${'# nothing\n'.repeat(150_000)}`,
      'binary.json': Buffer.concat([Buffer.from('{"token": "'), Buffer.alloc(4096, 0xfe)]),
      'half.py': Buffer.from(`token = "${token()}"  # \xed\xa0\x80\n`, 'latin1')
    });
    const told = (...paths) => {
      const { stdout, stderr } = loadlight(folder, ['scan', '--format', 'json', ...paths]);
      const { findings, skipped } = JSON.parse(stdout);
      assert.equal(stderr, '');
      return [
        findings.map(({ file, rule, cell }) => `${file} ${rule} ${cell}`),
        skipped.map(({ file }) => file).sort()
      ];
    };
    assert.deepEqual(told(), [
      ['odd.ipynb LL303 0', 'odd.ipynb LL301 1', 'odd.ipynb LL303 1', 'values.yaml LL301 null'],
      ['binary.json', 'half.py', 'minified.json', 'odd.ipynb', 'values.yaml']
    ]);
    assert.deepEqual(told('minified.json'), [['minified.json LL301 null'], ['minified.json']]);
  });
});
