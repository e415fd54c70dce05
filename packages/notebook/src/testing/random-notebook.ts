import { randomNumbers } from './random-numbers.js';

const CHARACTERS = [
  'a',
  'b',
  ' ',
  '\n',
  '\n',
  '\r\n',
  '"',
  '\\',
  '\t',
  'é',
  '😀',
  '\u2028',
  '\b',
  '\ud800',
  '/',
  '漢',
  '\x7f'
];

/** A notebook file as text, with sources of both shapes and escapes of every kind; the same for the same seed. */
export function randomNotebook(seed: number): string {
  const random = randomNumbers(seed);
  const pick = <T>(...choices: readonly T[]): T => choices[random(choices.length)] as T; // never empty
  const text = (): string => Array.from({ length: random(25) }, () => pick(...CHARACTERS)).join('');
  const multiline = (): string | string[] => pick<string | string[]>(text(), text().split(/(?<=\n)/));
  const cells = Array.from({ length: 1 + random(4) }, (_, i) => ({
    cell_type: pick('code', 'markdown'),
    id: `c${i}`,
    metadata: { note: text() },
    outputs: [{ output_type: 'stream', name: 'stdout', text: multiline() }],
    source: multiline()
  }));
  const json = JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, pick(0, 1, 2));
  const escaped = pick(json, json, ascii(json), json.replace(/\\n/g, '\\u000a'), json.replace(/\//g, '\\/'));
  const breaks = pick(escaped, escaped.replace(/\n/g, '\r\n'));
  return pick('', '\ufeff') + breaks + pick('', '\n');
}

function ascii(json: string): string {
  // eslint-disable-next-line no-control-regex -- the ASCII range begins with control characters
  return json.replace(/[^\x00-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
