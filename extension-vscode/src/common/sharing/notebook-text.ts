import { toBase64 } from '@loadlight/protocol/base64';

/** What is read of a notebook that VS Code has open. */
export interface OpenNotebook {
  readonly metadata: Readonly<Record<string, unknown>>;
  getCells(): readonly OpenCell[];
}

export interface OpenCell {
  /** 1 for markup, 2 for code. */
  readonly kind: number;
  readonly document: { readonly languageId: string; getText(): string };
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly outputs: readonly OpenOutput[];
}

export interface OpenOutput {
  readonly items: readonly { readonly mime: string; readonly data: Uint8Array }[];
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
}

/** VS Code's types of what a cell prints, with the names that nbformat has for the streams. */
const STREAMS: Readonly<Record<string, string>> = {
  'application/vnd.code.notebook.stdout': 'stdout',
  'application/vnd.code.notebook.stderr': 'stderr'
};
export const ERROR = 'application/vnd.code.notebook.error';

/**
 * The notebook as nbformat 4 has it, with what is not saved: the way of VS Code's own serializer (`serializers.ts` of its
 * extension `ipynb`), which extensions cannot call. Only for reading: a file on disk may hold more.
 */
export function notebookText(notebook: OpenNotebook): string {
  const metadata = nbMetadata(notebook.metadata);
  return JSON.stringify({ cells: notebook.getCells().map(nbCell), metadata, nbformat: 4, nbformat_minor: 5 });
}

function nbCell(cell: OpenCell): object {
  const { document, outputs } = cell;
  const known = custom(cell.metadata);
  const type = cell.kind === 1 ? 'markdown' : document.languageId === 'raw' ? 'raw' : 'code';
  return {
    cell_type: type,
    ...(typeof known.id === 'string' && { id: known.id }),
    metadata: nbMetadata(cell.metadata),
    source: document.getText(),
    ...(known.attachments === undefined ? {} : { attachments: known.attachments }),
    ...(type === 'code' && { execution_count: known.execution_count ?? null, outputs: outputs.map(nbOutput) })
  };
}

/** VS Code keeps what the file calls metadata under a key of that name; older versions, one level deeper. */
export function nbMetadata(metadata: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return asObject(custom(metadata).metadata);
}

function custom(metadata: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return metadata.custom === undefined ? metadata : asObject(metadata.custom);
}

function nbOutput(output: OpenOutput): object {
  const { items } = output;
  const first = items[0]?.mime;
  if (first === ERROR) {
    const { name, message } = errorOf(output);
    return { output_type: 'error', ename: name ?? '', evalue: message ?? '', traceback: tracebackOf(output) };
  }
  const known = output.metadata ?? {};
  const stream = first === undefined ? undefined : STREAMS[first];
  if (stream !== undefined) return { output_type: 'stream', name: stream, text: streamText(output) };
  const type = typeof known.outputType === 'string' ? known.outputType : 'display_data';
  return {
    output_type: type,
    data: Object.fromEntries(items.map(item => [item.mime, valueOf(item)])),
    metadata: asObject(known.metadata),
    ...(type === 'execute_result' && { execution_count: known.executionCount ?? null })
  };
}

/** All that was printed: VS Code may keep it in pieces. */
export function streamText({ items }: OpenOutput): string {
  return items.map(({ data }) => decoded(data)).join('');
}

export function isStream({ items }: OpenOutput): boolean {
  return items.length > 0 && items.every(({ mime }) => STREAMS[mime] !== undefined);
}

/** The parts of an error as VS Code keeps them. */
export function errorOf({ items }: OpenOutput): { name?: string; message?: string; stack?: string } {
  const [first] = items;
  return first ? asObject(parsed(decoded(first.data))) : {};
}

/** The lines that are saved. */
export function tracebackOf(output: OpenOutput): readonly string[] {
  const { traceback } = asObject(output.metadata?.originalError);
  if (Array.isArray(traceback) && traceback.every(line => typeof line === 'string')) return traceback;
  const { stack, message } = errorOf(output);
  return (stack || message || '').split('\n');
}

/** What stands under the type in the file: a text, images as base64, or JSON. */
export function valueOf({ mime, data }: OpenOutput['items'][number]): unknown {
  if (mime.startsWith('image/') && mime !== 'image/svg+xml') return toBase64(data);
  const text = decoded(data);
  return !mime.startsWith('text/') && mime.toLowerCase().includes('json') ? (parsed(text) ?? text) : text;
}

function decoded(data: Uint8Array): string {
  return new TextDecoder().decode(data);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
