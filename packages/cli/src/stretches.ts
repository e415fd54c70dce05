/**
 * A list that several workers go through, each its own stretch of it from the front: what stands together is done by the same one.
 * Who is done takes half of what is left to whoever has the most left.
 */
export class Stretches<T> {
  private readonly left: T[][];

  constructor(list: readonly T[], workers: number) {
    const size = Math.ceil(list.length / workers);
    this.left = Array.from({ length: workers }, (_, i) => list.slice(i * size, (i + 1) * size));
  }

  /** What that worker does next; undefined where nothing is left to anybody. */
  next(worker: number): T | undefined {
    const own = this.left[worker];
    if (own?.length === 0) {
      const most = this.left.reduce((a, b) => (b.length > a.length ? b : a));
      own.push(...most.splice(Math.floor(most.length / 2)));
    }
    return own?.shift();
  }

  /** That worker does these before all else. */
  putBack(worker: number, list: readonly T[]): void {
    this.left[worker]?.unshift(...list);
  }

  get isEmpty(): boolean {
    return this.left.every(stretch => stretch.length === 0);
  }
}
