/** What became of a cell's units, or of what is kept of them. */
export interface Changed<T> {
  readonly gone: readonly T[];
  readonly added: readonly T[];
  /** Those that stayed are in another order now. */
  readonly reordered: boolean;
}

/** What there is to do where the first units became the second; a unit that stayed is the same object. */
export function changeBetween<T>(before: readonly T[], after: readonly T[]): Changed<T> {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  const known = new Set(old);
  const kept = new Set(now);
  const stayed = old.filter(unit => kept.has(unit));
  return {
    gone: old.filter(unit => !kept.has(unit)),
    added: now.filter(unit => !known.has(unit)),
    reordered: now.filter(unit => known.has(unit)).some((unit, i) => unit !== stayed[i])
  };
}
