import { shortenedSecret } from './shown-of-secret.js';

/** The text with only the first characters of these values, and `…`, wherever they stand in it. */
export function maskValues(text: string, values: Iterable<string>): string {
  // What holds another value goes first.
  return [...new Set(values)]
    .filter(value => value !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((masked, value) => masked.replaceAll(value, () => shortenedSecret(value)), text);
}

/** The text of a file of settings such as `.env`, with every value, and every line that may belong to one, as `mask` shows it. */
export function maskSettings(text: string, mask: (value: string) => string = shortened): string {
  return text.replace(
    /^([ \t]*(?:#[ \t]*)?(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*|[ \t]*#)?(.*)$/gm,
    (_, name: string | undefined, value: string) =>
      (name ?? '') + (name?.trimEnd().endsWith('=') === false ? value : mask(value))
  );
}

function shortened(value: string): string {
  return value === '' ? '' : shortenedSecret(value);
}
