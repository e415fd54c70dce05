/** So many files and folders are asked for at once. */
const AT_ONCE = 16;

/** Lets only so many reads run at the same time; the others wait for their turn, first come, first served. */
export class Reads {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  async run<T>(read: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>(resolve => this.waiting.push(resolve));
    else this.running++;
    try {
      return await read();
    } finally {
      const next = this.waiting.shift();
      // Who waits takes over the place.
      if (next) next();
      else this.running--;
    }
  }
}
