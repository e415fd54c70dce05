import { partKey, type Part, type Range } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Cell, Notebook } from './notebook.js';
import type { PartText } from './part-text.js';

const linesOf = new WeakMap<Notebook | PartText, TextLines>();
const partsOf = new WeakMap<Notebook, Map<string, PartText>>();

/** The text of that part and its way to the file. Undefined where the notebook has no such part; `file` is none of its parts. */
export function partText(notebook: Notebook, part: Part): PartText | undefined {
  let parts = partsOf.get(notebook);
  if (!parts) {
    parts = new Map(allParts(notebook).map(({ part: one, text }) => [partKey(one), text]));
    partsOf.set(notebook, parts);
  }
  return parts.get(partKey(part));
}

/** Every part of the notebook with its text, in document order. */
export function allParts(notebook: Notebook): { readonly part: Part; readonly text: PartText }[] {
  const parts = notebook.cells.flatMap(cell => partsOfCell(cell));
  if (notebook.metadata) parts.push({ part: { kind: 'metadata', cell: null }, text: notebook.metadata });
  return parts;
}

function partsOfCell(cell: Cell): { part: Part; text: PartText }[] {
  const parts: { part: Part; text: PartText }[] = [{ part: { kind: 'source', cell: cell.id }, text: cell.source }];
  for (const { index, texts } of cell.outputs) {
    for (const [mime, text] of texts) parts.push({ part: { kind: 'output', cell: cell.id, index, mime }, text });
  }
  for (const { name, text } of cell.attachments)
    parts.push({ part: { kind: 'attachment', cell: cell.id, name }, text });
  if (cell.metadata) parts.push({ part: { kind: 'metadata', cell: cell.id }, text: cell.metadata });
  return parts;
}

/** The lines of a part's text, kept for the next question. */
export function linesOfPart(text: PartText): TextLines {
  let lines = linesOf.get(text);
  if (!lines) linesOf.set(text, (lines = new TextLines(text.text)));
  return lines;
}

/**
 * Where a range of a part's text stands in the .ipynb file: 0-based, UTF-16, from the file's first character (a byte
 * order mark counts as one). A range over several elements of a list holds the quotes and commas between them.
 * Throws where the notebook has no such part.
 */
export function fileRange(notebook: Notebook, part: Part, range: Range): Range {
  if (part.kind === 'file') return range;
  const { start, end } = fileOffsets(notebook, part, range);
  let lines = linesOf.get(notebook);
  if (!lines) linesOf.set(notebook, (lines = new TextLines(notebook.text)));
  return lines.range(start, end);
}

/** The same as offsets in the file's text. */
export function fileOffsets(notebook: Notebook, part: Part, range: Range): { start: number; end: number } {
  const text = partText(notebook, part);
  if (!text) throw new Error(`the notebook has no part ${partKey(part)}`);
  const lines = linesOfPart(text);
  const from = lines.offset(range.start);
  const to = lines.offset(range.end);
  const start = text.fileOffset(from, false);
  return { start, end: to > from ? text.fileOffset(to, true) : start };
}
