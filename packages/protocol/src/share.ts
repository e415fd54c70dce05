import type { Severity } from '@loadlight/facts/finding';
import type { Range } from '@loadlight/facts/place';

/**
 * client -> server, request: is this notebook ready to be handed on? Answered for the file's text that the client sends (an open
 * notebook as it would be saved), else for what the file holds.
 */
export const SHARE = 'loadlight/share';
export interface ShareParams {
  /** URI of the notebook, which need not be open. */
  readonly uri: string;
  /** The notebook file's text. */
  readonly text?: string;
  /** Give the clean copy too. */
  readonly clean?: boolean;
  /** Edits of a report's fixes, all for this very text: they are made first, and the report is of what comes of it. */
  readonly edits?: SharedFix['edits'];
}

/** The report; or why there is none, in a sentence with the place. */
export type ShareResult = Shared | { readonly error: string };

export interface Shared {
  readonly report: SharedReport;
  readonly clean?: SharedCopy;
  /** The text with the edits that were asked for. */
  readonly edited?: string;
}

/** The text of a copy without what was found, to be written to a file. */
export interface SharedCopy {
  readonly text: string;
  /** So many places were taken out. */
  readonly removed: number;
  /** What the copy's own report says: what only its author can change is still there. */
  readonly report: SharedReport;
}

export interface SharedReport {
  readonly ready: boolean;
  /** "Not ready: 2 things", in the client's language. */
  readonly verdict: string;
  /** In the order of the notebook. */
  readonly items: readonly SharedItem[];
  readonly ignored: number;
  readonly looked: { readonly cells: number; readonly outputs: number };
  /** What could not be looked at. */
  readonly notes: readonly string[];
}

export interface SharedItem {
  /** `note`: better practice that whoever gets the notebook is not hurt by; shown only when asked for. */
  readonly level: 'blocks' | 'look' | 'note';
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
  /** Address of the rule's page. */
  readonly page: string;
  readonly message: string;
  readonly place: SharedPlace;
  /** "Cell 3 output", in the client's language. */
  readonly where: string;
  /** What stands there, masked, on one line; may be empty. Text, not markup. */
  readonly excerpt: string;
  /** It stands there so often. */
  readonly times: number;
  /** What takes it out of the notebook as it is, as the clean copy would; null where only the author can. */
  readonly redaction: SharedFix | null;
  /** Fixes of the code that need no answer; the first is the best. */
  readonly fixes: readonly (SharedFix & { readonly kind: 'safe' | 'review' })[];
  /** The finding's own, in an open notebook too. */
  readonly fingerprint: string;
  /** Where it can be ignored next to where it stands; null where only the configuration can. */
  readonly ignores: 'comment' | 'metadata' | null;
}

/** Where an item or an edit stands. */
export interface SharedPlace {
  /** Over all cells from 0; null for the notebook's own metadata. */
  readonly cell: number | null;
  /** The cell's id in the file; one that begins with `#` was made up, because the file has none. */
  readonly cellId: string | null;
  readonly executionCount: number | null;
  readonly part: 'source' | 'output' | 'metadata' | 'attachment';
  /** Of the output among those of the cell, from 0. */
  readonly output: number | null;
  /** A stream's or an error's text stands under a `application/vnd.jupyter.*` type. */
  readonly mime: string | null;
  /** In the part's text: lines joined, of metadata and JSON outputs the JSON as it stands in the file. */
  readonly range: Range;
}

export interface SharedFix {
  readonly title: string;
  /** All count in the texts as they are before any of them. */
  readonly edits: readonly (SharedPlace & { readonly newText: string })[];
}
