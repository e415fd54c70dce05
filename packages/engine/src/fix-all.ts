import type { Edit, Fix } from '@loadlight/facts/fix';
import { partKey, type Part } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import type { CodeInput } from './document.js';
import type { DocumentServices } from './document-services.js';
import { OpenDocument } from './open-document.js';

/** Fixes may call for fixes; after so many rounds it ends in any case. */
const MAX_ROUNDS = 10;

/** Every safe fix together, found by applying them to a copy until nothing changes. The document itself stays as it is. */
export async function fixAll(
  document: OpenDocument,
  services: DocumentServices,
  signal: AbortSignal | undefined
): Promise<{ edits: Edit[]; fixed: number }> {
  const original = document.input();
  const copy = new OpenDocument(original.uri, original.kind === 'file', services);
  try {
    let input = original;
    let fixed = 0;
    let edits: Edit[] = [];
    for (let round = 0; round < MAX_ROUNDS; round++) {
      copy.put(input);
      let analysis = copy.analyse();
      while (analysis.pending) {
        await analysis.pending;
        analysis = copy.analyse();
      }
      signal?.throwIfAborted();
      const found = analysis.findings
        .filter(f => !f.suppressed)
        .flatMap(f => f.fixes.filter(x => x.kind === 'safe').slice(0, 1));
      const { taken, count } = withoutOverlaps(copy, found);
      if (count === 0) break;
      fixed += count;
      input = apply(input, taken);
      edits = round === 0 ? taken : changedParts(original, input);
    }
    return { edits, fixed };
  } finally {
    copy.dispose();
  }
}

/** The edits of as many fixes as fit together; one that touches another's text waits for the next round. */
function withoutOverlaps(document: OpenDocument, fixes: readonly Fix[]): { taken: Edit[]; count: number } {
  const taken: Edit[] = [];
  let count = 0;
  for (const fix of fixes) {
    const edits = document.edits(fix);
    if (!edits || edits.length === 0) continue;
    const fresh = edits.filter(e => !taken.some(t => same(t, e)));
    if (fresh.some(e => taken.some(t => touches(t, e)))) continue;
    taken.push(...fresh);
    count++;
  }
  return { taken, count };
}

function same(a: Edit, b: Edit): boolean {
  return (
    partKey(a.part) === partKey(b.part) &&
    a.newText === b.newText &&
    JSON.stringify(a.range) === JSON.stringify(b.range)
  );
}

function touches(a: Edit, b: Edit): boolean {
  if (partKey(a.part) !== partKey(b.part)) return false;
  const before = (x: Edit, y: Edit): boolean =>
    x.range.end.line < y.range.start.line ||
    (x.range.end.line === y.range.start.line && x.range.end.character <= y.range.start.character);
  return !before(a, b) && !before(b, a);
}

/** The input with the edits done; ranges count in the text before any of them. */
export function apply(input: CodeInput, edits: readonly Edit[]): CodeInput {
  const change = (text: string, part: Part): string => {
    const lines = new TextLines(text);
    return (
      edits
        .filter(e => partKey(e.part) === partKey(part))
        .map(e => ({ start: lines.offset(e.range.start), end: lines.offset(e.range.end), newText: e.newText }))
        // From the end of the text, and of several insertions at one place the last one first.
        .reverse()
        .sort((a, b) => b.start - a.start || b.end - a.end)
        .reduce((t, e) => t.slice(0, e.start) + e.newText + t.slice(e.end), text)
    );
  };
  if (input.kind !== 'notebook') return { ...input, text: change(input.text, { kind: 'file' }) };
  const cells = input.cells.map(cell => ({ ...cell, text: change(cell.text, { kind: 'source', cell: cell.id }) }));
  return { ...input, cells };
}

/** One edit a changed part: from its first to its last differing character. */
function changedParts(before: CodeInput, after: CodeInput): Edit[] {
  if (before.kind === 'file' && after.kind === 'file')
    return difference(before.uri, { kind: 'file' }, before.text, after.text);
  if (before.kind !== 'notebook' || after.kind !== 'notebook') return [];
  const texts = new Map(after.cells.map(cell => [cell.id, cell.text]));
  return before.cells.flatMap(({ id, text }) =>
    difference(before.uri, { kind: 'source', cell: id }, text, texts.get(id) ?? text)
  );
}

function difference(document: string, part: Part, before: string, after: string): Edit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const range = new TextLines(before).range(start, before.length - tail);
  return [{ document, part, range, newText: after.slice(start, after.length - tail) }];
}
