// A language that nobody speaks: every letter of ours has an accent, so that what is shown without one is not translated.

/** BCP 47 has it for this. */
export const PSEUDO = 'qps-ploc';

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = [...'ÀßÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽàƀçđéƒĝĥîĵķļṁñöþǫŕšţûṽŵẋýž'];

/** Holes, plural categories with their brackets, addresses of links and placeholders stay; every other letter changes. */
const KEPT = /\{\w+, plural,|\b(?:zero|one|two|few|many|other) \{|\{\w*\}|\(command:[^)]*\)|%\d|\\n/g;

/** The text in the language that nobody speaks. */
export function pseudo(text) {
  let at = 0;
  let said = '';
  for (const match of text.matchAll(KEPT)) {
    said += accented(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return `⟦${said}${accented(text.slice(at))}⟧`;
}

/** A table of texts, by their own keys. */
export const pseudoAll = texts => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, pseudo(text)]));

function accented(text) {
  return [...text].map(letter => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
}

/** Words of at least three plain letters that are none of `data`: what was shown and is not translated. */
export function untranslated(shown, data) {
  const known = new Set(data.flatMap(text => text.split(/[^A-Za-z]+/)));
  return [...new Set(shown.split(/[^A-Za-zÀ-ɏḀ-ỿ]+/))].filter(word => /^[A-Za-z]{3,}$/.test(word) && !known.has(word));
}
