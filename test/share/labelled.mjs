import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { LOOK_ALIKES, POSITIVES } from './cases.mjs';

/** The labelled notebooks: a name, the file's text, and the rules of LL303 and LL4xx that should speak of it. */
export function labelledNotebooks() {
  const inventor = inventSecrets(4711);
  const secrets = { huggingface: inventor.huggingface(), openai: inventor.openai(), github: inventor.github() };
  const filled = text => text.replace(/<(huggingface|openai|github)>/g, (_, name) => secrets[name]);
  const positives = POSITIVES.map(([expected, kind, what, instead]) => ({
    kind,
    what,
    expected: (instead ?? expected).split(' ')
  }));
  const lookAlikes = LOOK_ALIKES.map(([kind, what]) => ({ kind, what, expected: [] }));
  return [...positives, ...lookAlikes].map(({ kind, what, expected }, i) => ({
    name: `${String(i).padStart(3, '0')} ${expected.join('+') || 'nothing'} ${kind}`,
    expected,
    text: notebookText(
      kind,
      typeof what === 'string' ? filled(what) : what.times ? what.repeat.repeat(what.times) : what
    )
  }));
}

/** A notebook file in which one thing is special, among cells that are ordinary. */
function notebookText(kind, what) {
  const before = markdown('intro', '# Training\n\nSee the [docs](https://example.org).');
  const first = code('first', 1, 'import numpy as np\nx = np.arange(3)', []);
  const last = code('last', 3, 'x.sum()', [result('text/plain', '3')]);
  const [cells, metadata] = special(kind, what, before, first, last);
  const nb = {
    cells,
    metadata: { language_info: { name: 'python', version: '3.11.4' }, ...metadata },
    nbformat: 4,
    nbformat_minor: 5
  };
  return `${JSON.stringify(nb, null, 1)}\n`;
}

function special(kind, what, before, first, last) {
  const around = (cell, metadata = {}) => [[before, first, cell, last], metadata];
  const shown = (mime, value) => around(code('it', 2, 'show()', [result(mime, value)]));
  switch (kind) {
    case 'run':
      return [[before, ...what.map((count, i) => code(`c${i}`, count || null, count === '' ? '' : 'x', []))], {}];
    case 'md':
      return around(markdown('it', what));
    case 'code':
      return around(code('it', 2, what, []));
    case 'meta':
      return around(code('it', 2, 'x', []), JSON.parse(what));
    case 'cellmeta':
      return around({ ...code('it', 2, 'x', []), metadata: JSON.parse(what) });
    case 'stream':
      return around(code('it', 2, 'run()', [{ name: 'stdout', output_type: 'stream', text: lines(what) }]));
    case 'error':
      return around(
        code('it', 2, 'run()', [{ ename: 'E', evalue: '', output_type: 'error', traceback: ['Traceback', what] }])
      );
    case 'json':
      return shown('application/json', JSON.parse(what));
    default:
      return shown(
        { out: 'text/plain', html: 'text/html', svg: 'image/svg+xml', js: 'application/javascript' }[kind] ?? kind,
        what
      );
  }
}

const lines = text => text.split(/(?<=\n)/);
const result = (mime, value) => ({
  data: { [mime]: typeof value === 'string' && mime !== 'image/png' ? lines(value) : value },
  metadata: {},
  output_type: 'display_data'
});
const markdown = (id, text) => ({ cell_type: 'markdown', id, metadata: {}, source: lines(text) });
const code = (id, count, text, outputs) => ({
  cell_type: 'code',
  execution_count: count,
  id,
  metadata: {},
  outputs,
  source: lines(text)
});
