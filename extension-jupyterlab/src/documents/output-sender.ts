/** How long after a first change what cells show is sent; a training loop prints many times in it. In milliseconds. */
const DELAY_MS = 400;

/** Gathers the cells whose outputs changed, and sends them together. */
export class OutputSender<T> {
  private readonly waiting = new Set<T>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (cells: readonly T[]) => void) {}

  changed(cell: T): void {
    this.waiting.add(cell);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const cells = [...this.waiting];
      this.waiting.clear();
      this.send(cells);
    }, DELAY_MS);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting.clear();
  }
}
