import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { mayHoldSecret } from './candidate.js';
import { formatMatches } from './format-matches.js';
import { FORMATS } from './formats.js';
import { ESCAPED_TAIL, QUOTED_TAIL } from './meaning/places.js';
import { stringsThatLookDrawn } from './meaning/strings-that-look-drawn.js';
import { secretsByMeaning } from './meaning/secrets-by-meaning.js';
import { ownMatches } from './own-patterns.js';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const NO_EXPRESSIONS_OF_THE_SCANNER = /\.test\.ts$|^formats\.ts$|^text-of-shape\.ts$/;
/** What else looks for credentials, and masks them. */
const ELSEWHERE = [
  '../../python/src/may-be-drawn.ts',
  '../../python/src/facts/credential-uses.ts',
  '../../facts/src/masked-address.ts'
];

/** `npm run test:long` asks of much longer repetitions, and writes down what came of it. */
const IS_LONG = process.env['LOADLIGHT_LONG'] === '1';
/** The least and the most that a repetition keeps of its counts, and the milliseconds for one expression. */
const [LEAST, MOST, TIMEOUT] = IS_LONG ? [40, 80, 20_000] : [2, 3, 1000];
const RESULTS = fileURLToPath(new URL('../../../test/secrets/expressions.md', import.meta.url));

/** Every regular expression in the sources of this package, and what is put together of them; by where it stands. */
function expressions(): Map<string, RegExp> {
  const all = new Map(
    FORMATS.map(({ anchor, shape: { source } }) => [anchor + source, new RegExp(`(?:${source})(?!\\w)`)])
  );
  all.set('QUOTED_TAIL', QUOTED_TAIL);
  all.set('ESCAPED_TAIL', ESCAPED_TAIL);
  for (const file of [...readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }), ...ELSEWHERE]) {
    if (!file.endsWith('.ts') || NO_EXPRESSIONS_OF_THE_SCANNER.test(file)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
        all.set(`${file} ${node.text}`, new RegExp(source, flags));
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(SOURCES + file, 'utf8'), ts.ScriptTarget.Latest));
  }
  return all;
}

/**
 * The same with small counts and without what looks behind: the checker's automata grow with every count, and whatever a
 * count is, it makes an expression slower by no more than that factor, which the long lines below bound.
 */
function smaller(source: string): string {
  const least = (count: string, most: number): string => (count === '' ? '' : `${Math.min(Number(count), most)}`);
  return source
    .replace(/\(\?<[=!](?:\[[^\]]*\]|\\.|[^()])*\)/g, '')
    .replace(
      /\{(\d+)(,?)(\d*)\}/g,
      (_, from: string, comma: string, to: string) => `{${least(from, LEAST)}${comma}${least(to, MOST)}}`
    );
}

function resultsOf(all: number, unknown: readonly string[]): string {
  return `# Regular expressions that look for credentials

Written by \`npm run test:long\`, on ${new Date().toISOString().slice(0, 10)}. recheck, by automata, of ${all} expressions, with repetitions of up to ${LEAST} (least) and ${MOST} (most)
times and ${TIMEOUT / 1000} s for each: none takes more than linear time, and with ${unknown.length} it does not come to an end:

${unknown.map(name => `- \`${name}\``).join('\n')}

These are asked of no more than a name or the beginning of a line, or stop at the first character that does not fit. All are also run on lines of a
megabyte, in every run of the tests.
`;
}

describe('the regular expressions of the scanner', function () {
  this.timeout(IS_LONG ? 600_000 : 60_000);

  it('take no more than linear time by what recheck says', () => {
    process.env['RECHECK_BACKEND'] = 'pure';
    const all = expressions();
    ok(all.size > 200, `${all.size} were found`);
    const answers = [...all].map(([name, { source, flags }]) => {
      const { status } = checkSync(smaller(source), flags.replace(/[dgy]/g, ''), {
        timeout: TIMEOUT,
        checker: 'automaton'
      });
      return { name, status };
    });
    const those = (wanted: string): string[] => answers.filter(a => a.status === wanted).map(({ name }) => name);
    deepEqual(those('vulnerable'), []);
    // It does not come to an end with a few that are long; none of them is asked of more than a name or a line's beginning.
    ok(those('unknown').length <= 10, those('unknown').join('\n'));
    if (IS_LONG) writeFileSync(RESULTS, resultsOf(answers.length, those('unknown')));
  });

  const MEGABYTE = 1_000_000;
  const PIECES: readonly string[] = [
    ...[
      'a',
      'A1',
      'aB3',
      'x.',
      '://',
      'a:',
      '-',
      '_',
      ' ',
      '"',
      '\\"',
      '=',
      'eyJ',
      '.eyJ',
      'sk-',
      'hf_',
      'https://a:b'
    ],
    ...[
      'key',
      'token=',
      'token=abcdefgh ',
      'password="',
      'password: aB3!aB3! ',
      'api_key: ',
      '&key=',
      '?token=',
      '--token ',
      `password${'1'.repeat(40)}x: aB3!aB3! `,
      `${' '.repeat(110)}(password: aB3!aB3! `
    ],
    ...['Bearer ', 'login(', 'curl -u ', 'machine ', 'PASSWORD ', 'secret_access_key', '"username":"a","key":"'],
    ...[`password="a\\\\\\'`, 'key = "a\\\\', `pw='\\\\`],
    ...['add_argument("--token", ', '-----BEGIN PRIVATE KEY-----', 'a_key="aB3dE6gH9jK2mN5pQ8", ']
  ];
  for (const piece of PIECES) {
    it(`read a line of a megabyte of ${JSON.stringify(piece)} in a few seconds`, () => {
      const text = piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
      const start = process.cpuUsage().user;
      mayHoldSecret(text);
      formatMatches(text);
      ownMatches(text);
      secretsByMeaning(text);
      stringsThatLookDrawn(text);
      const seconds = (process.cpuUsage().user - start) / 1e6;
      ok(seconds < 5, `${seconds} s of processor`);
    });
  }
});
