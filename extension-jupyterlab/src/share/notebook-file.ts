/** A notebook as nbformat 4 has it, as far as it is read here. */
export interface NotebookFile {
  readonly cells: readonly FileCell[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface FileCell {
  readonly cell_type: string;
  readonly source: string | readonly string[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly outputs?: readonly Readonly<Record<string, unknown>>[];
  readonly attachments?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Where Python's `splitlines` ends a line. */
const LINES =
  /[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])|[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+/g; // eslint-disable-line no-control-regex -- those that Python ends a line at

/** What Jupyter adds to a notebook while it is open, and takes out again when it saves it. */
const PASSING = { cell: ['trusted'], notebook: ['signature', 'orig_nbformat', 'orig_nbformat_minor'] };

/**
 * The text of the file that Jupyter Server makes of a notebook (nbformat's `v4/nbjson.py`): texts as lists of lines, keys in order,
 * indented by one.
 */
export function fileTextOf(notebook: NotebookFile): string {
  const cells = notebook.cells.map(cell => ({
    ...cell,
    metadata: without(cell.metadata, PASSING.cell),
    source: lines(cell.source),
    ...(cell.outputs && { outputs: cell.outputs.map(outputWithLines) }),
    ...(cell.attachments && { attachments: mapped(cell.attachments, bundleWithLines) })
  }));
  const whole = { ...notebook, metadata: without(notebook.metadata, PASSING.notebook), cells };
  return `${JSON.stringify(inOrder(whole), undefined, 1)}\n`;
}

/** The cell's text, whichever way the file has it. */
export function sourceOf({ source }: FileCell): string {
  return typeof source === 'string' ? source : source.join('');
}

/** An output with its texts as strings, as JupyterLab keeps it. */
export function outputWithText(output: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { text, data } = output;
  return {
    ...output,
    ...(isListOfText(text) && { text: text.join('') }),
    ...(isObject(data) && {
      data: mapped(data, (value, mime) => (!isJson(mime) && isListOfText(value) ? value.join('') : value))
    })
  };
}

function outputWithLines(output: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { output_type: type, text, data } = output;
  if (type === 'stream') return { ...output, text: lines(text) };
  return isObject(data) ? { ...output, data: bundleWithLines(data) } : output;
}

function bundleWithLines(bundle: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return mapped(bundle, (value, mime) => (isJson(mime) ? value : lines(value)));
}

function lines(value: unknown): unknown {
  return typeof value === 'string' ? (value.match(LINES) ?? []) : value;
}

function isJson(mime: string): boolean {
  return /^application\/(?:json$|.*\+json$)/.test(mime);
}

function mapped<From, To>(
  object: Readonly<Record<string, From>>,
  to: (value: From, key: string) => To
): Record<string, To> {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, to(value, key)]));
}

function without(object: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOrder(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isListOfText(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(line => typeof line === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
