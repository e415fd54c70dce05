import { maskedAddress } from '@loadlight/facts/masked-address';
import { partKey, type Part, type Place } from '@loadlight/facts/place';
import { shownOfSecret } from '@loadlight/facts/shown-of-secret';
import { TextLines } from '@loadlight/facts/text-lines';

/** Shorter texts stand in words too; in UTF-16 units. */
const SHORTEST = 4;

/** The text of a part with every secret in it masked by as many `•`, so that columns stay. */
export function maskPart(text: string, part: Part, secrets: readonly Place[]): string {
  const lines = new TextLines(text);
  let masked = text;
  for (const place of secrets) {
    if (partKey(place.part) !== partKey(part)) continue;
    const start = lines.offset(place.range.start);
    const end = lines.offset(place.range.end);
    masked = masked.slice(0, start) + mask(masked.slice(start, end)) + masked.slice(end);
  }
  return masked;
}

/** The secrets themselves, line by line, to be masked wherever else the same characters stand. Never shown, never kept. */
export function secretValues(textOf: (part: Part) => string, secrets: readonly Place[]): string[] {
  const texts = new Map<string, TextLines>();
  const values = secrets.flatMap(({ part, range }) => {
    const key = partKey(part);
    const lines = texts.get(key) ?? new TextLines(textOf(part));
    texts.set(key, lines);
    return lines.text.slice(lines.offset(range.start), lines.offset(range.end)).split(/[\r\n]+/);
  });
  // What holds another value goes first.
  return [...new Set(values)].filter(value => value.length > SHORTEST).sort((a, b) => b.length - a.length);
}

/** The values as they are spelled in JSON. */
export function valuesInJson(values: readonly string[]): string[] {
  return values.flatMap(value => {
    const plain = JSON.stringify(value).slice(1, -1);
    const ascii = plain.replace(/[\u007f-\uffff]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
    return [...new Set([value, plain, ascii, plain.replaceAll('/', '\\/')])];
  });
}

/** The text with these values and the credentials in addresses masked by as many `•`. */
export function maskText(text: string, values: readonly string[]): string {
  const masked = values.reduce((shown, value) => (shown.includes(value) ? shown.replaceAll(value, mask) : shown), text);
  return maskedAddress(masked, mask);
}

/** Keeps line breaks and the first characters. */
export function mask(secret: string): string {
  const shown = shownOfSecret(secret.length);
  return secret.slice(0, shown) + secret.slice(shown).replace(/[^\r\n]/g, '•');
}
