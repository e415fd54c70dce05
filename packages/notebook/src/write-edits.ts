import type { Edit } from '@loadlight/facts/fix';
import { partKey } from '@loadlight/facts/place';
import { linesOfPart, partText } from './file-position.js';
import { encodeJson, escapeStyle, type EscapeStyle } from './json-text.js';
import type { Notebook } from './notebook.js';
import { unitLength, type PartText, type Segment } from './part-text.js';

/** A replacement in the text of the file, or of a part; offsets from its beginning. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * The notebook file's text with these edits of its parts made. Only the strings that they touch are written anew, and of
 * those only the changed characters; a source that is a list of lines stays one. `edits` all count in the text as it is;
 * edits of other documents are the caller's to sort out. Throws where two overlap or a part is not in the notebook.
 */
export function applyEdits(notebook: Notebook, edits: readonly Edit[]): string {
  return replaceAll(notebook.text, fileReplacements(notebook, edits));
}

/** The same as replacements in the file's text, JSON-escaped. */
export function fileReplacements(notebook: Notebook, edits: readonly Edit[]): Replacement[] {
  const byPart = new Map<string, { text: PartText; replacements: Replacement[] }>();
  for (const { part, range, newText } of edits) {
    const text = partText(notebook, part);
    if (!text) throw new Error(`the notebook has no part ${partKey(part)}`);
    const lines = linesOfPart(text);
    const entry = byPart.get(partKey(part)) ?? { text, replacements: [] };
    entry.replacements.push({ start: lines.offset(range.start), end: lines.offset(range.end), newText });
    byPart.set(partKey(part), entry);
  }
  let known: EscapeStyle | undefined;
  // Long files are gone through once, and where a text does not show it itself; nbformat writes characters as they are.
  const ofFile = (): EscapeStyle => (known ??= escapeStyle(notebook.text) ?? 'raw');
  return [...byPart.values()].flatMap(({ text, replacements }) => editPart(notebook.text, text, replacements, ofFile));
}

function replaceAll(text: string, replacements: readonly Replacement[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, newText } of inOrder(replacements)) {
    pieces.push(text.slice(done, start), newText);
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

function inOrder(replacements: readonly Replacement[]): readonly Replacement[] {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, next] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before && next.start < before.end) throw new Error('two edits of a notebook overlap');
  }
  return sorted;
}

function editPart(
  file: string,
  part: PartText,
  replacements: readonly Replacement[],
  ofFile: () => EscapeStyle
): Replacement[] {
  const node = part.node;
  const written = file.slice(node.start, node.end);
  if (part.segments.length > 0 && part.segments[0]?.literal === undefined) {
    return replacements.map(({ start, end, newText }) => ({
      start: node.start + start,
      end: node.start + end,
      newText
    }));
  }
  const style = escapeStyle(written) ?? ofFile();
  if (node.kind === 'array') return editList(file, part, inOrder(replacements), style);
  return replacements.map(replacement => editCharacters(part, replacement, style));
}

/** Edits of a list of lines: characters where the lines stay, else whole elements, one line each. */
function editList(
  file: string,
  part: PartText,
  replacements: readonly Replacement[],
  style: EscapeStyle
): Replacement[] {
  const { segments, node } = part;
  if (segments.length === 0) {
    const lines = linesOf(encodedUnits(replacements.map(({ newText }) => newText).join(''), style));
    return lines.length > 0 ? [{ start: node.start, end: node.end, newText: newList(file, node.start, lines) }] : [];
  }
  const written: Replacement[] = [];
  for (const { group, from, to } of groups(part, replacements)) {
    if (group.every(replacement => staysInLine(part, replacement))) {
      written.push(...group.map(replacement => editCharacters(part, replacement, style)));
      continue;
    }
    const lines = editedLines(file, segments.slice(from, to + 1), group, style);
    // Elements that go take a comma with them, which only the whole list can decide on.
    if (lines.length === 0) return [editElements(file, part, replacements, style)];
    written.push(writeElements(file, part, from, to, lines));
  }
  return written;
}

interface Group {
  readonly group: Replacement[];
  /** The first and the last element that the group touches. */
  readonly from: number;
  to: number;
}

/** Replacements that touch the same elements, or elements that run into each other, go together. */
function groups(part: PartText, replacements: readonly Replacement[]): Group[] {
  const found: Group[] = [];
  for (const replacement of replacements) {
    const from = indexAt(part, replacement.start, false);
    let to = Math.max(from, indexAt(part, replacement.end, replacement.end > replacement.start));
    // A line whose break goes, or that gets text behind its break, runs on into the next element.
    if (!staysInLine(part, replacement) && !replacement.newText.endsWith('\n') && to + 1 < part.segments.length) to++;
    const last = found.at(-1);
    if (last && from <= last.to) {
      last.group.push(replacement);
      last.to = Math.max(last.to, to);
    } else found.push({ group: [replacement], from, to });
  }
  return found;
}

/** Within one element, before its line break, and with no break of its own; it leaves something of the element. */
function staysInLine(part: PartText, { start, end, newText }: Replacement): boolean {
  const segment = part.segments[indexAt(part, start, false)];
  if (!segment || newText.includes('\n')) return false;
  const { text } = segment;
  const room = text.endsWith('\n') ? text.length - 1 : text.length;
  const [from, to] = [start - segment.start, end - segment.start];
  return from <= room && to <= room && (newText !== '' || to - from < text.length);
}

function editCharacters(part: PartText, { start, end, newText }: Replacement, style: EscapeStyle): Replacement {
  const from = part.fileOffset(start, false);
  return { start: from, end: end > start ? part.fileOffset(end, true) : from, newText: encodeJson(newText, style) };
}

/** Writes everything from the first to the last touched element anew. */
function editElements(
  file: string,
  part: PartText,
  replacements: readonly Replacement[],
  style: EscapeStyle
): Replacement {
  const found = groups(part, replacements);
  const from = found[0]?.from ?? 0;
  const to = found.at(-1)?.to ?? from;
  return writeElements(file, part, from, to, editedLines(file, part.segments.slice(from, to + 1), replacements, style));
}

function indexAt(part: PartText, offset: number, end: boolean): number {
  const segment = part.segmentAt(offset, end);
  return segment ? part.segments.indexOf(segment) : 0;
}

/** The new elements, each as the inside of a JSON string. */
function editedLines(
  file: string,
  segments: readonly Segment[],
  replacements: readonly Replacement[],
  style: EscapeStyle
): string[] {
  const base = segments[0]?.start ?? 0;
  const units = segments.flatMap(segment => writtenUnits(file, segment));
  const edited: string[] = [];
  let done = 0;
  for (const { start, end, newText } of replacements) {
    edited.push(...units.slice(done, start - base), ...encodedUnits(newText, style));
    done = Math.min(end - base, units.length);
  }
  edited.push(...units.slice(done));
  return linesOf(edited);
}

/** How each UTF-16 unit of the segment is spelled in the file. */
function writtenUnits(file: string, segment: Segment): string[] {
  const units: string[] = [];
  for (let at = segment.fileStart; at < segment.fileEnd;) {
    const length = unitLength(file, at);
    units.push(file.slice(at, at + length));
    at += length;
  }
  return units;
}

function encodedUnits(text: string, style: EscapeStyle): string[] {
  const encoded = encodeJson(text, style);
  return writtenUnits(encoded, { start: 0, text, literal: undefined, fileStart: 0, fileEnd: encoded.length });
}

function linesOf(units: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const unit of units) {
    line += unit;
    if (unit !== '\\n' && unit !== '\\u000a' && unit !== '\\u000A') continue;
    lines.push(line);
    line = '';
  }
  if (line !== '') lines.push(line);
  return lines;
}

function writeElements(file: string, part: PartText, from: number, to: number, lines: readonly string[]): Replacement {
  const literals = part.segments.map(({ fileStart, fileEnd }) => ({ start: fileStart - 1, end: fileEnd + 1 }));
  const first = literals[0];
  const second = literals[1];
  const start = literals[from]?.start ?? part.node.start;
  const end = literals[to]?.end ?? part.node.end;
  if (lines.length > 0) {
    // Two elements show what stands between elements; with one, the white space before it does.
    const separator =
      first && second ? file.slice(first.end, second.start) : `,${file.slice(part.node.start + 1, first?.start)}`;
    const spaced = separator === ',' && !second && file.includes('": ') ? ', ' : separator;
    return { start, end, newText: lines.map(line => `"${line}"`).join(spaced) };
  }
  const before = literals[from - 1];
  const after = literals[to + 1];
  if (before) return { start: before.end, end, newText: '' };
  if (after) return { start, end: after.start, newText: '' };
  return { start: part.node.start, end: part.node.end, newText: '[]' };
}

/** A list in the place of an empty one, laid out as the file is: on lines of their own where the key stands on its own line. */
function newList(file: string, at: number, lines: readonly string[]): string {
  const quoted = lines.map(line => `"${line}"`);
  const lineStart = file.lastIndexOf('\n', at) + 1;
  const indent = /^[ \t]*/.exec(file.slice(lineStart, at))?.[0] ?? '';
  const ownLine = lineStart > 0 && /^[ \t]*"[^"]*"\s*:\s*$/.test(file.slice(lineStart, at));
  if (!ownLine) return `[${quoted.join(', ')}]`;
  const newLine = file[lineStart - 2] === '\r' ? '\r\n' : '\n';
  const step = /\n([ \t]+)"/.exec(file)?.[1] ?? ' ';
  return `[${newLine}${quoted.map(line => indent + step + line).join(`,${newLine}`)}${newLine}${indent}]`;
}
