/** Documents, by URI, whose text the server has and has not yet said a word about. */
export class PendingDocuments {
  private readonly since = new Set<string>();

  get size(): number {
    return this.since.size;
  }

  /** A text that went first keeps its place in the queue. */
  sent(uri: string): void {
    this.since.add(uri);
  }

  settled(uri: string): void {
    this.since.delete(uri);
  }

  clear(): void {
    this.since.clear();
  }

  /** The one that has waited longest: what a server that hangs is most likely at. */
  oldest(): string | undefined {
    return this.since.values().next().value;
  }
}
