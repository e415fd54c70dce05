// One notebook with something to say in every place: what its clean copy is, by the command line and by the language server, and whether
// Jupyter's own nbformat takes it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SHARE } from '@loadlight/protocol/share';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { engineForTests } from '@loadlight/engine/testing/engine-for-tests';
import { TestClient } from '../../language-server/lib/testing/test-client.js';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';
import { loadlight } from '../cli/run-cli.mjs';
import { labelledNotebooks } from '../share/labelled.mjs';
import { differences } from '../share/same-outside.mjs';
import { emptyFolder, mustRun } from './environment.mjs';

const invent = inventSecrets(4712);
const values = [];
/** A credential that stands nowhere else. */
function token() {
  values.push(invent.huggingface());
  return values.at(-1);
}

/** Of each thing that can be taken out, by the labelled notebooks, and of credentials in every place that a notebook has. */
function dirtyNotebook() {
  const cells = [];
  const metadata = { language_info: { name: 'python' } };
  for (const { name, expected, text } of labelledNotebooks()) {
    const found = JSON.parse(text);
    if (expected.length === 0 || / (?:run|meta|code)$|LL408/.test(name)) continue;
    const [cell] = found.cells.filter(({ id }) => id === 'it');
    cells.push({
      ...cell,
      id: `it-${cells.length}`,
      ...(cell.cell_type === 'code' && { execution_count: cells.length })
    });
  }
  metadata.widgets = {
    'application/vnd.jupyter.widget-state+json': { state: { a: { value: '<script>go()</script>' } } }
  };
  metadata.papermill = { token: token(), output_path: '/home/kschulte/out.ipynb' };
  const picture = `screen ${token()}`;
  cells.push(
    code('code', `API = "${token()}"\nprint(API)`, []),
    code('magic', `%env HF_TOKEN=${token()}`, []),
    code('error', 'run()', [
      { output_type: 'error', ename: 'E', evalue: `no ${token()}`, traceback: [`no ${token()}`] }
    ]),
    code('data', 'run()', [
      {
        output_type: 'display_data',
        data: { 'text/plain': ['x'] },
        metadata: { url: `https://u:${token()}@h.example.org`, path: '/home/kschulte/x' }
      }
    ]),
    { ...code('metadata', 'x', []), metadata: { [token()]: { user: { displayName: 'Karin Sch\u00fclte' } } } },
    {
      ...text(
        'markdown',
        `# Keys\n\nMine is ${token()}\n\n![a](attachment:${encodeURIComponent(picture)}.png) ![b](attachment:b.png)`
      ),
      attachments: Object.fromEntries(
        [`${picture}.png`, 'b.png', 'karin.schulte@uni-kiel.de.svg'].map(name => [name, { 'image/png': 'AA==' }])
      )
    },
    { ...text('raw', `key: ${token()}`), cell_type: 'raw' }
  );
  return { cells, metadata, nbformat: 4, nbformat_minor: 5 };
}

const text = (id, source) => ({ cell_type: 'markdown', id, metadata: {}, source: source.split(/(?<=\n)/) });
const code = (id, source, outputs) => ({ ...text(id, source), cell_type: 'code', execution_count: 900, outputs });

const TELLING = [
  /<script|javascript:|onerror=|onclick=|<iframe/i,
  /schulte|sch\\?u?(?:00fc|\u00fc)lte/i,
  /192\.168\.|\.internal/
];

describe('a clean copy', function () {
  this.timeout(120_000);
  let folder;
  let dirty;
  let clean;
  before(() => {
    folder = emptyFolder();
    // All ASCII, as some tools write it.
    dirty = `${JSON.stringify(dirtyNotebook(), null, 1)}\n`.replace(/\p{L}/gu, one =>
      one <= 'z' ? one : `\\u00${one.charCodeAt(0).toString(16)}`
    );
    writeFileSync(path.join(folder, 'dirty.ipynb'), dirty);
    const { stderr } = loadlight(folder, ['share', 'dirty.ipynb', '--clean', 'clean.ipynb']);
    assert.equal(stderr, '');
    clean = readFileSync(path.join(folder, 'clean.ipynb'), 'utf8');
  });

  it('holds nothing of what was found, and a second look finds nothing to take out', () => {
    for (const pattern of TELLING) assert.match(dirty, pattern);
    assert.deepEqual(
      clean.split('\n').filter(line => TELLING.some(pattern => pattern.test(line))),
      []
    );
    assert.deepEqual(
      values.filter(value => clean.includes(value)),
      []
    );
    const [{ items }] = JSON.parse(loadlight(folder, ['share', '--format', 'json', 'clean.ipynb']).stdout).notebooks;
    assert.deepEqual(
      items
        .filter(({ cleaned, level }) => cleaned || level === 'blocks')
        .map(({ rule, cellId }) => `${rule} ${cellId}`),
      []
    );
    assert.match(clean, /!\[a\]\(attachment:removed-by-loadlight-1\.png\) !\[b\]\(attachment:b\.png\)/);
  });

  it('differs in the reported places alone, and is the same by the language server', async () => {
    const engine = await engineForTests();
    const { items, cells } = await engine.share('file:///dirty.ipynb', dirty);
    engine.dispose();
    const places = Object.assign(
      items.filter(({ redaction }) => redaction),
      { cells: new Map(cells.map(({ id }, i) => [id, i])) }
    );
    assert.deepEqual(differences(dirty, clean, places), []);
    const client = await TestClient.start();
    const answer = await client.connection.sendRequest(SHARE, { uri: 'file:///dirty.ipynb', text: dirty, clean: true });
    await client.stop();
    assert.equal(answer.clean.text, clean);
  });

  it('is what nbformat calls a notebook, of the same version', () => {
    const python = ensureVenv('nbconvert', new URL('nbconvert.txt', import.meta.url));
    const check = [
      'import json, sys, nbformat',
      'book = nbformat.read(sys.argv[1], as_version=nbformat.NO_CONVERT)',
      'nbformat.validate(book, relax_add_props=False)',
      'print(book.nbformat, book.nbformat_minor, len(book.cells))'
    ].join('\n');
    const said = mustRun(python, ['-W', 'error', '-c', check, path.join(folder, 'clean.ipynb')]);
    assert.equal(said.trim(), `4 5 ${JSON.parse(dirty).cells.length}`);
  });
});
