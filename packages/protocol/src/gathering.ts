/** How long after a first change what cells show is sent; a training loop prints many times in it. In milliseconds. */
export const GATHERING_MS = 400;

/** Gathers what changed, each once, and hands it on together; in the order in which each first changed. */
export class Gathering<T> {
  private readonly waiting = new Set<T>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly handOn: (changed: readonly T[]) => void) {}

  add(changed: T): void {
    this.waiting.add(changed);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const gathered = [...this.waiting];
      this.waiting.clear();
      this.handOn(gathered);
    }, GATHERING_MS);
  }

  /** What is still waiting is forgotten. */
  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }
}
