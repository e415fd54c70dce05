import type { Range } from '@loadlight/facts/place';
import { ERROR_VALUE, OUTPUT_METADATA } from '@loadlight/facts/output-types';
import { TextLines } from '@loadlight/facts/text-lines';
import { ERROR, errorOf, isStream, type OpenOutput, streamText, tracebackOf, valueOf } from './notebook-text.js';

/** An edit of one text; its range counts in the text as it is before any edit. */
export interface PartEdit {
  readonly range: Range;
  readonly newText: string;
}

/** The text with these edits, which do not overlap. */
export function edited(text: string, edits: readonly PartEdit[]): string {
  const lines = new TextLines(text);
  return edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((so, { start, end, newText }) => so.slice(0, start) + newText + so.slice(end), text);
}

/** The output with its text of that type (a name of `SharedPlace.mime`) edited; throws where it has none or the result is no JSON. */
export function editedOutput(output: OpenOutput, mime: string, edits: readonly PartEdit[]): OpenOutput {
  const [first] = output.items;
  if (first === undefined) throw new Error('the output is empty');
  if (isStream(output)) {
    const data = new TextEncoder().encode(edited(streamText(output), edits));
    return { ...(output.metadata && { metadata: output.metadata }), items: [{ mime: first.mime, data }] };
  }
  if (mime === OUTPUT_METADATA) {
    const metadata = JSON.parse(edited(JSON.stringify(output.metadata?.metadata), edits)) as unknown;
    return { ...output, metadata: { ...output.metadata, metadata } };
  }
  if (mime === ERROR_VALUE) {
    const message = edited(errorOf(output).message ?? '', edits);
    const data = new TextEncoder().encode(JSON.stringify({ ...errorOf(output), message }));
    const original = output.metadata?.originalError;
    const kept = typeof original === 'object' && { originalError: { ...original, evalue: message } };
    return { metadata: { ...output.metadata, ...kept }, items: [{ mime: ERROR, data }] };
  }
  if (first.mime === ERROR) {
    const stack = edited(tracebackOf(output).join('\n'), edits);
    const data = new TextEncoder().encode(JSON.stringify({ ...errorOf(output), stack }));
    const original = output.metadata?.originalError;
    // VS Code saves these lines and not the text that it shows.
    const kept = typeof original === 'object' && { originalError: { ...original, traceback: stack.split('\n') } };
    return { metadata: { ...output.metadata, ...kept }, items: [{ mime: ERROR, data }] };
  }
  if (output.items.every(item => item.mime !== mime)) throw new Error(`the output has no ${mime}`);
  const items = output.items.map(item => {
    if (item.mime !== mime) return item;
    const value = valueOf(item);
    const text = edited(typeof value === 'string' ? value : JSON.stringify(value), edits);
    if (typeof value !== 'string') JSON.parse(text);
    return { mime, data: new TextEncoder().encode(text) };
  });
  return { ...(output.metadata && { metadata: output.metadata }), items };
}
