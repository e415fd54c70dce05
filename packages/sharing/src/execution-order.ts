import type { Execution } from '@loadlight/facts/fact';
import type { Cell } from '@loadlight/notebook/notebook';

/** Which code cells did not run in the order in which they stand, or not at all while others did. */
export function executionOrder(cells: readonly Cell[]): { how: Execution['how']; cells: readonly Cell[] }[] {
  const code = cells.filter(({ kind, source }) => kind === 'code' && source.text.trim() !== '');
  const ran = code.filter(({ executionCount }) => executionCount !== undefined);
  // Where nothing ran, or everything was cleared, nothing is wrong with the order.
  if (ran.length === 0) return [];
  let highest = 0;
  const early: Cell[] = [];
  for (const cell of ran) {
    const count = cell.executionCount ?? 0;
    if (count < highest) early.push(cell);
    highest = Math.max(highest, count);
  }
  const left = code.filter(({ executionCount }) => executionCount === undefined);
  return [
    ...(early.length > 0 ? [{ how: 'out-of-order' as const, cells: early }] : []),
    ...(left.length > 0 ? [{ how: 'not-run' as const, cells: left }] : [])
  ];
}
