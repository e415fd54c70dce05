/** `deleteCount` entries from `start` on are replaced by what stands from `start` to `end` in the new list. */
export interface ListChange {
  readonly start: number;
  readonly deleteCount: number;
  readonly end: number;
}

/** The smallest single replacement that makes one list of ids the other; undefined where they are equal. */
export function listChange(before: readonly string[], after: readonly string[]): ListChange | undefined {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const deleteCount = before.length - start - tail;
  const end = after.length - tail;
  return deleteCount === 0 && end === start ? undefined : { start, deleteCount, end };
}
