import { entropy, isPlaceholder } from '../placeholder.js';

/** Pairs of letters that make up three quarters of English text and names made of it, and a quarter of random letters. */
const COMMON_PAIRS = new Set(
  `th he in er an re nd at on nt ha es st en ed to it ou ea hi is or ti as te et ng of al de se le sa si ar ve ra ld ur
  ro ri io ic ne me li ll be co ma ch ce ot ta el la ec us wa fo em ns no om so ut lo ac tr il ho di pe sh ss na ca ad mo
  ge ol un ee rs po wh id ly ai tu lu pa pr ke ul gr tt op im ie ct sp am oo bo ci fi vi ba ag ig mi ir su ay ow ev ab ts
  cl ap bl wi ef ex br if ep iv fe pl ty qu vo do ga mb va ck gi nc av fr gh ey rt rd ok mp pi ub ib ye ry ks ym`.split(
    /\s+/
  )
);

const WORDY_SHARE = 0.52;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Characters of a credential: a space, a brace or a bracket makes it a text or a template. */
const PLAIN = /^[\w\-.~+/=:|!@#^*&]+$/;

export function isUuid(value: string): boolean {
  return UUID.test(value);
}

/** Whether the text was drawn at random, as keys and tokens are, and says nothing: no name, path, model or version. */
export function looksRandom(value: string): boolean {
  if (!PLAIN.test(value) || isPlaceholder(value)) return false;
  if (/^[0-9a-f]+$/i.test(value)) return /\d/.test(value) && /[a-f]/i.test(value) && entropy(value) >= 2.9;
  const isLong = value.length >= 24;
  if (entropy(value) < (isLong ? 3.5 : 3.1)) return false;
  return hasMixture(value) && !isWordy(value) && !isMadeOfShortPieces(value);
}

/** Digits among letters, or capitals among small letters that no camel explains. */
function hasMixture(value: string): boolean {
  const digits = value.match(/\d/g)?.length ?? 0;
  const turns = value.match(/[a-z][A-Z]|[A-Z][a-z]|[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0;
  return (digits >= 2 && turns >= 3) || turns >= value.length / 3;
}

/** Most of its letters stand as they do in words. */
function isWordy(value: string): boolean {
  const pieces = value.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
  const letters = pieces.filter(piece => /[A-Za-z]/.test(piece));
  const length = letters.reduce((sum, piece) => sum + piece.length, 0);
  if (letters.length === 0 || length / letters.length < 2.4) return false;
  let pairs = 0;
  let common = 0;
  for (const piece of letters) {
    const lower = piece.toLowerCase();
    for (let i = 0; i + 1 < lower.length; i++) {
      pairs++;
      if (COMMON_PAIRS.has(lower.slice(i, i + 2))) common++;
    }
  }
  return pairs > 0 && common / pairs >= WORDY_SHARE;
}

/** `2024-01-15T10:00:00`, `a/b/c-1.2.3`, `cu118.torch2.1-py3`: pieces that are short, or numbers, or words. */
function isMadeOfShortPieces(value: string): boolean {
  const pieces = value.split(/[-_./:|+=~@#!*&^]+/).filter(piece => piece !== '');
  return pieces.length > 2 && pieces.every(piece => piece.length <= 8 || /^\d+$/.test(piece) || isWordy(piece));
}

const KNOWN_TO_ALL =
  /pass(?:word|wd|phrase|code)?|pwd|secret|token|test|admin|root|guest|user|default|field|input|name|value|string|letmein|qwerty|welcome|12345|postgres|mysql|mongo|redis|minio|none|null|true|false|undefined|key$/i;

/** Whether a person would choose it as a password, or a machine: it has several kinds of characters and is no name or template. */
export function looksLikePassword(value: string): boolean {
  if (/^[a-z]{4}(?: [a-z]{4}){3}$/.test(value)) return isAppPassword(value.replaceAll(' ', ''));
  if (value.length < 6 || value.length > 128 || /[\s{}<>$()[\]`"'\\•]|%\(|^[./~]|:\/\//.test(value)) return false;
  if (
    /your|example|placeholder|dummy|change|redacted|replace|insert|xxxx|foobar|sample|todo|\.\.\.|\*\*\*|…/i.test(value)
  )
    return false;
  if (isAppPassword(value)) return true;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.-]/].filter(kind => kind.test(value)).length;
  if (KNOWN_TO_ALL.test(value) && !(kinds >= 4 && value.length >= 10)) return false;
  if (/^[a-z]+(?:[._-][a-z]+)*$|^[A-Z]+(?:[._-][A-Z]+)*$|^(?:[A-Z][a-z]+)+$|^[\d.-]+$/.test(value)) return false;
  return kinds >= 3 || (kinds === 2 && value.length >= 8 && /\d/.test(value) && !/[._-]|\D\d$/.test(value));
}

/** What Google gives out for programs: sixteen small letters. */
function isAppPassword(value: string): boolean {
  return /^[a-z]{16}$/.test(value) && !isWordy(value);
}
