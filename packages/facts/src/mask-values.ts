import { shownOfSecret } from './shown-of-secret.js';

/** The text with only the first characters of these values, and `…`, wherever they stand in it. */
export function maskValues(text: string, values: Iterable<string>): string {
  // What holds another value goes first.
  return [...new Set(values)]
    .filter(value => value !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((masked, value) => masked.replaceAll(value, () => `${value.slice(0, shownOfSecret(value.length))}…`), text);
}
