/** The one stretch that two texts differ in, as UTF-16 offsets; the same text before it and after it. */
export interface Difference {
  readonly start: number;
  /** Where it ends in the text before. */
  readonly oldEnd: number;
  /** Where it ends in the text after. */
  readonly newEnd: number;
}

/** Slices are compared much faster than single units. */
const BLOCK = 4096;

/** What is left of two texts when their common beginning and end are taken off; empty where they are the same. */
export function differenceOf(before: string, after: string): Difference {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start + BLOCK <= most && before.slice(start, start + BLOCK) === after.slice(start, start + BLOCK))
    start += BLOCK;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  const tail = commonTail(before, after, most - start);
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

function commonTail(before: string, after: string, most: number): number {
  const [a, b] = [before.length, after.length];
  let tail = 0;
  while (tail + BLOCK <= most && before.slice(a - tail - BLOCK, a - tail) === after.slice(b - tail - BLOCK, b - tail))
    tail += BLOCK;
  while (tail < most && before.charCodeAt(a - 1 - tail) === after.charCodeAt(b - 1 - tail)) tail++;
  return tail;
}
