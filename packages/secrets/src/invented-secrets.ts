import { textOfShape } from './text-of-shape.js';

/** Values of the shapes that providers give out, made up at run time for tests: no credential stands in the sources. */
export interface Inventor {
  readonly huggingface: () => string;
  readonly openai: () => string;
  readonly anthropic: () => string;
  readonly awsSecret: () => string;
  readonly awsKeyId: () => string;
  readonly github: () => string;
  readonly slack: () => string;
  readonly npm: () => string;
  /** A text of that shape, which is made of classes, groups, alternatives and counted repetitions. */
  readonly like: (shape: RegExp) => string;
  /** So many characters of these. */
  readonly draw: (alphabet: string, length: number) => string;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';

/** The same seed invents the same values. */
export function inventSecrets(seed: number): Inventor {
  const random = mulberry32(seed);
  const draw = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
  const letters = LOWER + UPPER;
  const all = letters + DIGITS;
  // The marks in the middle of the providers' shapes are joined from pieces that no scanner takes for a key.
  const openaiMark = ['T3Blb', 'kFJ'].join('');
  return {
    huggingface: () => ['hf', draw(letters, 34)].join('_'),
    openai: () => ['sk', 'proj', draw(all, 74) + openaiMark + draw(all, 74)].join('-'),
    anthropic: () => ['sk', 'ant', 'api03', `${draw(all, 93)}AA`].join('-'),
    awsSecret: () => draw(`${all}/+`, 39) + draw(all, 1),
    awsKeyId: () => ['AK', 'IA', draw(`${UPPER}234567`, 16)].join(''),
    github: () => ['ghp', draw(all, 36)].join('_'),
    slack: () => ['xoxb', draw(DIGITS, 12), draw(DIGITS, 12), draw(all, 24)].join('-'),
    npm: () => ['npm', draw(all, 36)].join('_'),
    like: shape => textOfShape(shape, random),
    draw
  };
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
