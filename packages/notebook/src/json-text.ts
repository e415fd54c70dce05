/** How a file spells characters beyond ASCII in its strings: as they are, or as `\uXXXX`. */
export type EscapeStyle = 'raw' | 'ascii';

const RAW = /[^\x00-\x7f]/; // eslint-disable-line no-control-regex -- the ASCII range begins with control characters
const ESCAPED = /\\u(?!00[0-7])[0-9a-fA-F]{4}/;

/** The style that the JSON text shows; undefined where all in it is ASCII and nothing is escaped. */
export function escapeStyle(text: string): EscapeStyle | undefined {
  if (RAW.test(text)) return 'raw';
  return ESCAPED.test(text) ? 'ascii' : undefined;
}

/** The inside of the JSON string for that text, without the quotes; spelled as Python's json module does. */
export function encodeJson(text: string, style: EscapeStyle): string {
  const inner = JSON.stringify(text).slice(1, -1);
  if (style === 'raw') return inner;
  return inner.replace(/[^\x00-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`); // eslint-disable-line no-control-regex -- as above
}
