/** What a classic worker's global scope has, of all that is used here. */
export interface WorkerScope {
  importScripts(url: string): void;
  /** Heavy parts put their exports here, by name. */
  loadlightParts?: Readonly<Record<string, unknown>>;
}
