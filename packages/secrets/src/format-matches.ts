import { FORMATS, type Format } from './formats.js';
import { entropy, isPlaceholder } from './placeholder.js';

/** A text of a known shape, by UTF-16 offsets. */
export interface FormatMatch {
  readonly format: Format;
  readonly start: number;
  readonly end: number;
}

/** What must not stand around a credential: it would be a piece of something longer. In JSON, `\n` may stand before it. */
const BEFORE = String.raw`(?:(?<![A-Za-z0-9_/+.-])|(?<=\\[nrt]|%20|%3[AaDd]|:\/\/|[^A-Za-z0-9_]-|[\s"'=:(,]\.))`;
const AFTER = String.raw`(?![A-Za-z0-9_])`;

/** Each format with the expression that it is searched by. */
const SEARCHED = FORMATS.map(format => ({
  format,
  pattern: new RegExp(`${BEFORE}(?:${format.shape.source})${AFTER}`, 'g')
}));

/** Credentials stand in such pieces; what is longer is an image. */
const PIECES = /[\w.:/~=+-]{15,}/g;
const LONGEST_PIECE = 4000;

/** All in the text that could be a credential, a piece a line. */
function piecesOf(text: string): string {
  return (text.match(PIECES) ?? []).filter(({ length }) => length <= LONGEST_PIECE).join('\n');
}

/** Whether some part of the text has the shape of a credential. */
export function mayHoldFormat(text: string): boolean {
  const pieces = piecesOf(text);
  return SEARCHED.some(({ format, pattern }) => pieces.includes(format.anchor) && text.search(pattern) >= 0);
}

/** Every credential in the text that its shape gives away, placeholders left out; the particular formats first. */
export function formatMatches(text: string): FormatMatch[] {
  const pieces = piecesOf(text);
  return SEARCHED.flatMap(({ format, pattern }) => {
    if (!pieces.includes(format.anchor)) return [];
    return [...text.matchAll(pattern)]
      .filter(([value]) => isCredential(format, value))
      .map(match => ({ format, start: match.index, end: match.index + match[0].length }));
  });
}

function isCredential(format: Format, value: string): boolean {
  if (format.label === 'json-web-token') return isSecretToken(value);
  if (format.label === 'named-webhook') return !isPlaceholder(value.slice(-32));
  // A whole credential leaves nothing out: where it may hold dots, three of them are drawn.
  return !isPlaceholder(value.replaceAll('...', '')) && entropy(value) >= (format.floor ?? 0);
}

/** What documentation shows of tokens, and keys that are made to be published, say so in what they carry. */
const HARMLESS = /"(?:role":"anon"|name":"(?:John|Jane) Doe|sub":"1234567890)/;

function isSecretToken(token: string): boolean {
  const [, payload = '', signature = ''] = token.split('.');
  return !HARMLESS.test(decoded(payload)) && !isPlaceholder(signature);
}

function decoded(base64: string): string {
  try {
    return atob(base64.replaceAll('-', '+').replaceAll('_', '/')).replace(/\s/g, '');
  } catch {
    return '';
  }
}
