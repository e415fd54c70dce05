import type { Notebook } from './notebook.js';

/** A stored output by its cell's id and its index among those of the cell. */
export interface StoredOutput {
  readonly cell: string;
  readonly index: number;
}

/** The notebook file's text without these outputs; every other byte stays. Those that are not there are passed over. */
export function removeOutputs(notebook: Notebook, removed: readonly StoredOutput[]): string {
  const { text } = notebook;
  const cuts = notebook.cells.flatMap(({ id, outputs }) => {
    const gone = new Set(removed.filter(({ cell }) => cell === id).map(({ index }) => index));
    const kept = outputs.filter(({ index }) => !gone.has(index));
    const [first, last] = [outputs[0], outputs.at(-1)];
    if (kept.length === outputs.length || !first || !last) return [];
    if (kept.length === 0) {
      // Between the brackets and what stands in them there is only white space.
      return [{ start: text.lastIndexOf('[', first.start) + 1, end: text.indexOf(']', last.end) }];
    }
    const lastKept = kept.at(-1)?.index ?? 0;
    return outputs.flatMap(({ index, start, end }) => {
      if (!gone.has(index)) return [];
      const before = outputs[index - 1];
      const after = outputs[index + 1];
      // With the comma behind it, or that before it where nothing is kept behind it.
      if (index < lastKept) return [{ start, end: after?.start ?? end }];
      return [{ start: before?.end ?? start, end }];
    });
  });
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of cuts.sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(done, start));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}
