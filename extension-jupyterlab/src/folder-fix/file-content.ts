import { withoutOutputs } from '@loadlight/protocol/clear-outputs';
import { lengthOfOutput } from '@loadlight/protocol/output-texts';
import { textAfter } from '../fixes/text-after.js';
import type { FilePlan } from './file-plan.js';

/** A file's content after its changes, for the contents manager; where nothing is to be written, why. */
export type ContentAfter =
  { readonly kind: 'after'; readonly content: unknown } | { readonly kind: 'moved' | 'locked' };

interface FileCell {
  readonly source?: string | readonly string[];
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly outputs?: readonly unknown[];
}

/**
 * Makes the changes in a content as the contents manager gives it: a text, or a notebook, of which all but the sources of these
 * cells, and outputs that go, stays as it is. `moved` where its texts or these outputs are not those that the changes were made for,
 * `locked` where the user has made a cell read-only that would change.
 */
export function contentAfter(content: unknown, plan: FilePlan): ContentAfter {
  const { kind, sources, changes, clears } = plan;
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
  const touched = new Set([...changes.map(({ index }) => index), ...clears.map(({ cell }) => cell)]);
  if ([...touched].some(index => cells[index]?.metadata?.editable === false)) return { kind: 'locked' };
  const changed: FileCell[] = [...cells];
  for (const index of touched) {
    const after = cellAfter(cells[index] ?? {}, index, plan);
    if (!after) return { kind: 'moved' };
    changed[index] = after;
  }
  return { kind: 'after', content: { ...notebook, cells: changed } };
}

function cellAfter(cell: FileCell, index: number, { changes, clears }: FilePlan): FileCell | undefined {
  const change = changes.find(each => each.index === index);
  const gone = clears.filter(each => each.cell === index).map(each => ({ ...each, cell: '' }));
  const outputs = gone.length > 0 ? withoutOutputs(cell.outputs ?? [], gone, lengthOfOutput) : cell.outputs;
  if (gone.length > 0 && !outputs) return undefined;
  return {
    ...cell,
    ...(change && { source: textAfter(change.source, change.edits) }),
    ...(outputs && { outputs })
  };
}

function sourceOf({ source = '' }: FileCell): string {
  return typeof source === 'string' ? source : source.join('');
}
