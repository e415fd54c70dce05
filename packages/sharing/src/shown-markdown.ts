import type { FoundRange } from './found-range.js';

/**
 * Markdown with blanks for the code in it (fences, spans, lines indented behind an empty one), as long as before: what is left may
 * be markup. Linear in the text.
 */
export function withoutCode(markdown: string): string {
  if (!/`|~~~|^(?: {4}|\t)/m.test(markdown)) return markdown;
  let done = 0;
  let shown = '';
  for (const { start, end } of codeIn(markdown)) {
    shown += markdown.slice(done, start) + markdown.slice(start, end).replace(/[^\n]/g, ' ');
    done = end;
  }
  return shown + markdown.slice(done);
}

function* codeIn(text: string): Iterable<FoundRange> {
  let fence: string | undefined;
  let isCode = true;
  let paragraph: number | undefined;
  for (const { 0: line, index } of text.matchAll(/[^\n]*(?:\n|$)/g)) {
    const end = index + line.length;
    const marks = /^ {0,3}(`{3,}|~{3,})([^\n]*)/.exec(line);
    const opens = marks?.[1] !== undefined && !(marks[1].startsWith('`') && marks[2]?.includes('`') === true);
    const ends = fence === undefined ? opens || line.trim() === '' : true;
    if (ends && paragraph !== undefined) {
      yield* spansIn(text, paragraph, index);
      paragraph = undefined;
    }
    if (fence !== undefined) {
      yield { start: index, end };
      if (marks?.[1]?.startsWith(fence) && marks[2]?.trim() === '') fence = undefined;
    } else if (opens) {
      fence = marks[1];
      yield { start: index, end };
    } else if (line.trim() === '') isCode = true;
    else if (isCode && paragraph === undefined && /^(?: {4}|\t)/.test(line)) yield { start: index, end };
    else {
      isCode = false;
      paragraph ??= index;
    }
  }
  if (paragraph !== undefined) yield* spansIn(text, paragraph, text.length);
}

/** A run of backticks goes with the next one that is as long, within its paragraph. */
function* spansIn(text: string, from: number, to: number): Iterable<FoundRange> {
  const runs = [...text.slice(from, to).matchAll(/`+/g)];
  const next = new Map<number, number>();
  const partner = runs.map(() => -1);
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]?.[0].length ?? 0;
    partner[i] = next.get(length) ?? -1;
    next.set(length, i);
  }
  for (let i = 0; i < runs.length; i++) {
    const [open, close] = [runs[i], runs[partner[i] ?? -1]];
    if (!open || !close) continue;
    yield { start: from + open.index, end: from + close.index + close[0].length };
    i = partner[i] ?? i;
  }
}
