import { entropy, isPlaceholder, saysStandIn } from '../placeholder.js';
import { isWordy } from '../wordy.js';

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
  if (value.length < 6 || value.length > 128 || /[\s{}<>$()[\]`•]|%\(|^[./~]|:\/\//.test(value)) return false;
  if (/["'\\]/.test(value)) return isChosenWithQuotes(value);
  if (saysStandIn(value) || /change|xxxx/i.test(value)) return false;
  if (isAppPassword(value)) return true;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.-]/].filter(kind => kind.test(value)).length;
  if (KNOWN_TO_ALL.test(value) && !(kinds >= 4 && value.length >= 10)) return false;
  if (/^[a-z]+(?:[._-][a-z]+)*$|^[A-Z]+(?:[._-][A-Z]+)*$|^(?:[A-Z][a-z]+)+$|^[\d.-]+$/.test(value)) return false;
  return kinds >= 3 || (kinds === 2 && value.length >= 8 && /\d/.test(value) && !/[._-]|\D\d$/.test(value));
}

/** With quotes or backslashes in it: no path, no expression and no quoted word. */
function isChosenWithQuotes(value: string): boolean {
  if (/\\.*\\|^[A-Za-z]:|^\\|\\[dwsDWSbB.][+*?]|[,=+]["']|["'][,=+:]|^(["']).*\1$/.test(value)) return false;
  const rest = value.replace(/["'\\]/g, '');
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w.-]/].filter(kind => kind.test(value)).length;
  return kinds >= 3 && rest.length >= 6 && looksLikePassword(rest);
}

/** What Google gives out for programs: sixteen small letters. */
function isAppPassword(value: string): boolean {
  return /^[a-z]{16}$/.test(value) && !isWordy(value);
}
