/** How much is kept: so many values, and so much of them by weight. */
export interface Bounds {
  readonly count: number;
  readonly weight: number;
}

/** Values by key within bounds: those that nobody asked for the longest go first. */
export class RecentlyUsed<V> {
  private readonly values = new Map<string, V>();
  private total = 0;

  /** `weigh` says the same of a key and value each time. */
  constructor(
    private readonly bounds: Bounds,
    private readonly weigh: (key: string, value: V) => number
  ) {}

  get size(): number {
    return this.values.size;
  }

  get weight(): number {
    return this.total;
  }

  get(key: string): V | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // A map keeps the order in which keys came.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  set(key: string, value: V): void {
    this.delete(key);
    this.values.set(key, value);
    this.total += this.weigh(key, value);
  }

  delete(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.total -= this.weigh(key, value);
  }

  clear(): void {
    this.values.clear();
    this.total = 0;
  }

  /** There is more than the bounds allow. */
  get isFull(): boolean {
    return this.values.size > this.bounds.count || this.total > this.bounds.weight;
  }

  /** Drops what is too much, but nothing that is in use; gives the keys that went. */
  trim(isInUse: (key: string, value: V) => boolean = () => false): string[] {
    const gone: string[] = [];
    for (const [key, value] of this.values) {
      if (!this.isFull) break;
      if (isInUse(key, value)) continue;
      this.delete(key);
      gone.push(key);
    }
    return gone;
  }
}
