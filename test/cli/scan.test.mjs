import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIST, loadlight, notebook, slice, temporaryFolder } from './run-cli.mjs';

const UNSAFE = 'import torch\nstate = torch.load("ckpt.pt", weights_only=False)\n';

describe('loadlight scan', function () {
  this.timeout(30_000);

  it('shows file, code and fix, and counts', () => {
    const folder = temporaryFolder({ 'train.py': UNSAFE });
    const { status, stdout, stderr } = loadlight(folder, ['scan']);
    assert.equal(status, 1);
    assert.equal(stderr, '');
    const lines = stdout.split('\n');
    assert.match(lines[0], /^train\.py:2:\d+$/);
    assert.match(lines[1], /^ {2}warning LL101 unsafe-torch-load {2}torch\.load runs whatever code ckpt\.pt carries/);
    assert.equal(lines[2], '   1 │ import torch');
    assert.equal(lines[3], '   2 │ state = torch.load("ckpt.pt", weights_only=False)');
    assert.match(lines[4], /^ {5}│ {31}━{18}/);
    assert.match(lines.at(-2), /^1 file, 1 warning/);
  });

  it('names the cell as the reader counts it, and finds the import in another one', () => {
    const folder = temporaryFolder({
      'a.ipynb': notebook([
        'import torch',
        '# "😀"\n%time x = torch.load("https://models.example.org/a.pt", weights_only=False)'
      ])
    });
    const { status, stdout } = loadlight(folder, ['scan', 'a.ipynb']);
    assert.equal(status, 1);
    assert.match(stdout, /^a\.ipynb {2}cell 2, line 2\n {2}error LL101/);
    assert.match(stdout, /2 │ %time x = torch\.load/);
  });

  it('says the same in one thread and in several', () => {
    const files = Object.fromEntries(
      Array.from({ length: 80 }, (_, i) => [
        `part${i % 7}/file${i}.py`,
        i % 3 === 0 ? UNSAFE : 'from io_utils import read\n'
      ])
    );
    const folder = temporaryFolder({ ...files, 'broken.ipynb': '{', 'loadlight.toml': 'slect = 1\n' });
    const alone = loadlight(folder, ['scan', '--format', 'json', '--jobs', '1']);
    assert.deepEqual(loadlight(folder, ['scan', '--format', 'json', '--jobs', '3']), alone);
    assert.deepEqual(loadlight(folder, ['scan', '--format', 'json']), alone);
    assert.equal(JSON.parse(alone.stdout).findings.length, 27);
    assert.match(loadlight(folder, ['scan', '--jobs', '0']).stderr, /--jobs takes a number from 1 to 64/);
  });

  it('says in one line that there is nothing', () => {
    const folder = temporaryFolder({ 'a.py': 'x = 1\n', 'b.ipynb': notebook(['x']) });
    assert.deepEqual(loadlight(folder, ['scan']), {
      status: 0,
      stdout: 'Nothing to worry about in 2 files.\n',
      stderr: ''
    });
  });

  it('counts suppressed findings and lists none of them', () => {
    const folder = temporaryFolder({ 'a.py': UNSAFE.replace(/\n$/, '  # loadlight: ignore[LL101] -- our own file\n') });
    const { status, stdout } = loadlight(folder, ['scan']);
    assert.equal(status, 0);
    assert.match(stdout, /^Nothing to worry about in 1 file, 1 suppressed/);
    const { suppressed, findings } = JSON.parse(loadlight(folder, ['scan', '--format', 'json']).stdout);
    assert.equal(suppressed, 1);
    assert.deepEqual(findings[0].suppressed, { reason: 'our own file' });
  });

  it('ignores what the metadata of a cell ignores, and finds what it ignores for nothing', () => {
    const written = JSON.parse(notebook([UNSAFE, 'x = 1', '# text']));
    const [unsafe, unused, markdown] = written.cells;
    unsafe.metadata = { tags: ['a'], loadlight: { ignore: [{ rule: 'LL101', reason: 'our own file' }] } };
    unused.metadata = { loadlight: { ignore: ['LL301'] } };
    Object.assign(markdown, { cell_type: 'markdown', metadata: { loadlight: { ignore: ['LL301'] } } });
    const text = JSON.stringify(written, null, 1);
    const folder = temporaryFolder({ 'a.ipynb': text });
    const { status, stdout } = loadlight(folder, ['scan', '--notes']);
    assert.equal(status, 0);
    assert.match(stdout, /LL001 unused-suppression {2}The metadata of this cell ignores LL301/);
    const { findings } = JSON.parse(loadlight(folder, ['scan', '--format', 'json']).stdout);
    assert.deepEqual(
      findings.map(({ rule, cell, part, suppressed }) => [rule, cell, part, suppressed]),
      [
        ['LL101', 0, 'source', { reason: 'our own file' }],
        ['LL001', 1, 'metadata', null]
      ]
    );
    const { runs } = JSON.parse(loadlight(folder, ['scan', '--format', 'sarif']).stdout);
    const { region } = runs[0].results.find(({ ruleId }) => ruleId === 'LL001').locations[0].physicalLocation;
    assert.equal(text.split('\n')[region.startLine - 1].slice(region.startColumn - 1, region.endColumn - 1), '"LL301"');
    assert.equal(loadlight(folder, ['fix']).status, 0);
  });

  it('never prints a secret, in any format', () => {
    const token = [
      'hf',
      randomBytes(40)
        .toString('base64')
        .replace(/[^A-Za-z]/g, '')
        .padEnd(34, 'kQ')
        .slice(0, 34)
    ].join('_');
    const folder = temporaryFolder({
      'a.ipynb': notebook([`import torch\nT = "${token}"; s = torch.load("a", weights_only=False)`])
    });
    for (const args of [
      ['scan', '--notes'],
      ['scan', '--format', 'json'],
      ['scan', '--format', 'sarif'],
      ['fix', '--diff', '--review']
    ]) {
      const { stdout, stderr } = loadlight(folder, args);
      assert.match(stdout, args[0] === 'fix' ? /os\.environ/ : /LL301/);
      assert.ok(!stdout.includes(token.slice(4)) && !stderr.includes(token.slice(4)), args.join(' '));
    }
  });

  it('has no colours in a pipe', () => {
    const folder = temporaryFolder({ 'a.py': UNSAFE });
    assert.ok(!loadlight(folder, ['scan'], { env: { FORCE_COLOR: '1' } }).stdout.includes('\u001b'));
  });

  it('cannot be steered by what it reads', () => {
    const folder = temporaryFolder({
      'a.py': 'import torch\ntorch.load("\u001b]0;x\u0007\u202e.pt", weights_only=False)\n'
    });
    const { stdout } = loadlight(folder, ['scan']);
    assert.match(stdout, /LL101/);
    assert.ok(!/[\u001b\u0007\u202e]/.test(stdout)); // eslint-disable-line no-control-regex -- these are what must not come out
  });

  describe('ends', () => {
    it('with 0, 1 by --fail-on', () => {
      const folder = temporaryFolder({ 'a.py': UNSAFE });
      const status = level => loadlight(folder, ['scan', '--fail-on', level]).status;
      assert.deepEqual(['error', 'warning', 'information', 'never'].map(status), [0, 1, 1, 0]);
    });
    it('with 2 for wrong usage, and says what is right', () => {
      const { status, stderr } = loadlight(temporaryFolder({}), ['scan', '--format', 'xml']);
      assert.equal(status, 2);
      assert.match(stderr, /^loadlight: --format takes text, json, sarif, not "xml"[^\n]*\n$/);
    });
    it('with 2 for a named file that cannot be read, with the others reported', () => {
      const folder = temporaryFolder({ 'a.py': UNSAFE, 'broken.ipynb': '{"cells": [' });
      const { status, stdout, stderr } = loadlight(folder, ['scan', 'broken.ipynb', 'a.py', 'gone.py']);
      assert.equal(status, 2);
      assert.match(stdout, /LL101/);
      assert.match(stderr, /broken\.ipynb cannot be scanned: .*line 1, column 12/);
      assert.match(stderr, /gone\.py cannot be scanned: it is not there/);
    });
    it('as the others say when a file in a folder is broken, and with 2 when strict', () => {
      const folder = temporaryFolder({ 'a.py': 'x = 1\n', 'broken.ipynb': '<<<<<<< HEAD\n' });
      const { status, stdout } = loadlight(folder, ['scan']);
      assert.equal(status, 0);
      assert.match(stdout, /^skipped broken\.ipynb: .*conflict marks/);
      assert.equal(loadlight(folder, ['scan', '--strict']).status, 2);
    });
    it('with 3 when there is nothing to scan', () => {
      assert.equal(loadlight(temporaryFolder({ 'a.txt': '' }), ['scan']).status, 3);
      assert.equal(loadlight(temporaryFolder({ 'a.ipynb': '' }), ['scan']).status, 3);
    });
    it('with 0 for --help and --version, without the heavy parts', () => {
      const folder = temporaryFolder({});
      mkdirSync(join(folder, 'dist'));
      mkdirSync(join(folder, 'bin'));
      copyFileSync(join(DIST, 'loadlight.cjs'), join(folder, 'dist', 'loadlight.cjs'));
      const bin = join(folder, 'bin', 'loadlight.mjs');
      copyFileSync(join(dirname(DIST), 'bin', 'loadlight.mjs'), bin);
      assert.match(loadlight(folder, ['--help'], { bin }).stdout, /loadlight scan \[PATH…\]/);
      const { version } = JSON.parse(
        readFileSync(fileURLToPath(new URL('../../packages/cli/package.json', import.meta.url)))
      );
      assert.equal(loadlight(folder, ['--version'], { bin }).stdout, `loadlight ${version}\n`);
    });
    it('with one line when it is not built', () => {
      const folder = temporaryFolder({});
      mkdirSync(join(folder, 'bin'));
      const bin = join(folder, 'bin', 'loadlight.mjs');
      copyFileSync(join(dirname(DIST), 'bin', 'loadlight.mjs'), bin);
      const { status, stderr } = loadlight(folder, ['scan'], { bin });
      assert.deepEqual([status, stderr], [2, 'loadlight is not built yet: run npm run setup\n']);
    });
  });

  it('writes the report to a file', () => {
    const folder = temporaryFolder({ 'a.py': UNSAFE });
    const { status, stdout } = loadlight(folder, ['scan', '--format', 'json', '--output', 'report.json']);
    assert.deepEqual([status, stdout], [1, '']);
    assert.equal(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).findings.length, 1);
    assert.equal(loadlight(folder, ['scan', '--output', 'no/such/folder.txt']).status, 2);
  });

  it('gives JSON of version 1', () => {
    const cell = 'x = "😀"; y = torch.load("https://models.example.org/a.pt", weights_only=False)';
    const folder = temporaryFolder({ 'sub/a.ipynb': notebook(['import torch', cell]) });
    const report = JSON.parse(loadlight(folder, ['scan', '--format', 'json']).stdout);
    assert.deepEqual(Object.keys(report), ['version', 'files', 'skipped', 'suppressed', 'findings']);
    const [finding] = report.findings;
    assert.deepEqual(Object.keys(finding), [
      ...[
        'rule',
        'name',
        'severity',
        'file',
        'cell',
        'cellId',
        'part',
        'output',
        'mime',
        'range',
        'message',
        'evidence'
      ],
      ...['fixes', 'fingerprint', 'repeats', 'suppressed', 'baselineState']
    ]);
    assert.deepEqual(
      [finding.file, finding.cell, finding.cellId, finding.part, finding.repeats, finding.suppressed],
      ['sub/a.ipynb', 1, 'cell-1', 'source', null, null]
    );
    assert.equal(slice(cell, finding.range), 'weights_only=False');
    assert.deepEqual(Object.keys(finding.fixes[0].edits[0]), ['file', 'cell', 'range', 'newText']);
    assert.deepEqual(
      finding.fixes.map(({ title }) => title).filter(title => title.startsWith('Ignore')),
      []
    );
  });

  it('reads CRLF, a byte order mark, other kernels and cells of other languages', () => {
    const folder = temporaryFolder({
      'crlf.py': `\ufeff${UNSAFE.replaceAll('\n', '\r\n')}`,
      'r.ipynb': notebook(['torch.load("x", weights_only=False)'], { kernelspec: { name: 'ir', language: 'R' } }),
      'bash.ipynb': notebook(['import torch', '%%bash\ntorch.load("x", weights_only=False)'])
    });
    const { findings, files } = JSON.parse(loadlight(folder, ['scan', '--format', 'json']).stdout);
    assert.equal(files, 3);
    assert.deepEqual(
      findings.map(({ file, range }) => [file, range.start]),
      [['crlf.py', { line: 1, character: 30 }]]
    );
  });
});
