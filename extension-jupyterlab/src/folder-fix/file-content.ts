import { textAfter } from '../fixes/text-after.js';
import type { FilePlan } from './file-plan.js';

/** A file's content after its changes, for the contents manager; where nothing is to be written, why. */
export type ContentAfter =
  { readonly kind: 'after'; readonly content: unknown } | { readonly kind: 'moved' | 'locked' };

interface FileCell {
  readonly source?: string | readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/**
 * Makes the changes in a content as the contents manager gives it: a text, or a notebook, of which all but the sources of these
 * cells stays as it is. `moved` where its texts are not those that the changes were made for, `locked` where the user has made a cell
 * read-only that would change.
 */
export function contentAfter(content: unknown, { kind, sources, changes }: FilePlan): ContentAfter {
  if (kind === 'file') {
    const [change] = changes;
    return change && content === sources[0]
      ? { kind: 'after', content: textAfter(change.source, change.edits) }
      : { kind: 'moved' };
  }
  const notebook = (content ?? {}) as { cells?: unknown };
  const cells: readonly FileCell[] = Array.isArray(notebook.cells) ? (notebook.cells as FileCell[]) : [];
  const isAsRead = cells.length === sources.length && cells.every((cell, index) => sourceOf(cell) === sources[index]);
  if (!isAsRead) return { kind: 'moved' };
  if (changes.some(({ index }) => cells[index]?.metadata?.editable === false)) return { kind: 'locked' };
  const after = new Map(changes.map(({ index, source, edits }) => [index, textAfter(source, edits)]));
  const changed = cells.map((cell, index) => {
    const source = after.get(index);
    return source === undefined ? cell : { ...cell, source };
  });
  return { kind: 'after', content: { ...notebook, cells: changed } };
}

function sourceOf({ source = '' }: FileCell): string {
  return typeof source === 'string' ? source : source.join('');
}
