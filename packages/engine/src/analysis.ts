import type { Edit } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import type { Message } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';

/** What one analysis of one document says. */
export interface Analysis {
  readonly uri: string;
  /** The document's version, and each cell's, that the findings are true of. */
  readonly version: number;
  readonly cellVersions: ReadonlyMap<string, number>;
  /** In document order; suppressed and repeated ones included, each marked so. */
  readonly findings: readonly Finding[];
  /** Where credentials stand, whatever the rules say of them: what is there is never shown. */
  readonly secrets: readonly Place[];
  /** The configuration excludes the document, so that nothing was looked for. */
  readonly excluded: boolean;
  /** Cells (or 1 for a file) looked at, and the lines in them. */
  readonly looked: { readonly cells: number; readonly lines: number };
  /** What could not be done, in a sentence each: a heavy part that could not be fetched, a text over the bounds. */
  readonly notes: readonly Message[];
  /** There is more to come: analyse again when it resolves. */
  readonly pending: Promise<void> | undefined;
}

/** The edits of all safe fixes together, from the text as it is to the text with nothing left to fix safely. */
export interface FixAllResult {
  readonly edits: readonly Edit[];
  /** How many findings are gone. */
  readonly fixed: number;
  readonly version: number;
  readonly cellVersions: ReadonlyMap<string, number>;
}
