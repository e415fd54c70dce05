import { shortenedSecret } from './shown-of-secret.js';

/** The text with only the first characters of these values, and `…`, wherever they stand in it. */
export function maskValues(text: string, values: Iterable<string>): string {
  // What holds another value goes first.
  return [...new Set(values)]
    .filter(value => value !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((masked, value) => masked.replaceAll(value, () => shortenedSecret(value)), text);
}

/** A name and what follows it; or a comment. */
const SETTING = /^([ \t]*(?:#[ \t]*)?(?:export[ \t]+)?[A-Za-z_]\w*[ \t]*=[ \t]*|[ \t]*#)?(.*)$/gm;
/** A quote that no other ends in that line. */
const OPEN = /^(["'])(?:\\.|(?!\1)[^\\])*$/;

/** The text of a file of settings such as `.env`, with every value, and every line that may belong to one, as `mask` shows it. */
export function maskSettings(text: string, mask: (value: string) => string = shortened): string {
  let quote: string | undefined;
  return text.replace(SETTING, (line, name: string | undefined, value: string) => {
    if (quote !== undefined) {
      // The last line of a key in base64 looks like a name without a value.
      if (line.includes(quote)) quote = undefined;
      return mask(line);
    }
    if (name?.trimEnd().endsWith('=') === true) quote = OPEN.exec(value.trimEnd())?.[1];
    return (name ?? '') + (name?.trimEnd().endsWith('=') === false ? value : mask(value));
  });
}

function shortened(value: string): string {
  return value === '' ? '' : shortenedSecret(value);
}
