import type { OutputText } from './messages.js';

/** Images, sounds and the like are no texts, whatever stands in them. */
const BINARY = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|octet-stream))/i;

/** So much of one text is sent, and of all outputs of a cell; in UTF-16 units. */
const LONGEST = 200_000;
const LONGEST_CELL = 1_000_000;

/** Whether an output of that type can be read as text. */
export function isTextType(mime: string): boolean {
  return !BINARY.test(mime);
}

/** The texts of a cell's outputs, in the form that nbformat 4 gives them; what is no output is passed over. */
export function textsOfOutputs(outputs: readonly unknown[]): OutputText[] {
  return bounded(outputs.flatMap((output, index) => textsOf(output).map(([mime, text]) => ({ index, mime, text }))));
}

/** Long texts are cut, and what comes after the bound of a cell is left out. */
export function bounded(texts: readonly OutputText[]): OutputText[] {
  let left = LONGEST_CELL;
  return texts.flatMap(({ index, mime, text }) => {
    const cut = text.slice(0, Math.min(LONGEST, left));
    left -= cut.length;
    return cut === '' ? [] : [{ index, mime, text: cut }];
  });
}

function textsOf(output: unknown): (readonly [mime: string, text: string])[] {
  const { output_type: type, name, text, traceback, data } = asObject(output);
  if (type === 'stream') return [[`application/vnd.jupyter.${name === 'stderr' ? 'stderr' : 'stdout'}`, joined(text)]];
  if (type === 'error') return [['application/vnd.jupyter.error', joined(traceback, '\n')]];
  return Object.entries(asObject(data))
    .filter(([mime]) => isTextType(mime))
    .map(([mime, value]) => [mime, joined(value)]);
}

/** Lines as nbformat has them, or JSON as text. */
function joined(value: unknown, separator = ''): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every(line => typeof line === 'string')) return value.join(separator);
  return value === undefined ? '' : JSON.stringify(value);
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
