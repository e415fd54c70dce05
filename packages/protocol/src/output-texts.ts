import type { OutputText } from './messages.js';

/** Images, sounds and the like are no texts, whatever stands in them. */
const BINARY = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|octet-stream))/i;

/** So much of one text is sent, and of all outputs of a notebook; in UTF-16 units. */
export const LONGEST = 100_000;
const LONGEST_NOTEBOOK = 2_000_000;

/** Whether an output of that type can be read as text. */
export function isTextType(mime: string): boolean {
  return !BINARY.test(mime);
}

/** What of a notebook's outputs is sent: long texts are cut, and what is too much for the whole notebook is left out. */
export class OutputBudget<Cell> {
  private readonly sizes = new Map<Cell, number>();
  private total = 0;

  /** What is sent of these texts, which are all that the cell shows from now on. */
  take(cell: Cell, texts: readonly OutputText[]): OutputText[] {
    this.forget(cell);
    let size = 0;
    const taken = texts.flatMap(({ index, mime, text }) => {
      const cut = text.slice(0, Math.min(LONGEST, LONGEST_NOTEBOOK - this.total - size));
      size += cut.length;
      return cut === '' ? [] : [{ index, mime, text: cut }];
    });
    this.sizes.set(cell, size);
    this.total += size;
    return taken;
  }

  /** The cell is gone, or shows nothing. */
  forget(cell: Cell): void {
    this.total -= this.sizes.get(cell) ?? 0;
    this.sizes.delete(cell);
  }
}

/** The texts of a cell's outputs, in the form that nbformat 4 gives them; what is no output is passed over. */
export function textsOfOutputs(outputs: readonly unknown[]): OutputText[] {
  return outputs
    .flatMap((output, index) => textsOf(output).map(([mime, text]) => ({ index, mime, text })))
    .filter(({ text }) => text !== '');
}

/** The length of an output's text of that type, in UTF-16 units; undefined where it has none. */
export function lengthOfOutput(output: unknown, mime: string): number | undefined {
  const text = textsOf(output).find(([type]) => type === mime)?.[1];
  return text?.length;
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
