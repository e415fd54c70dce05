import type { Severity } from '@loadlight/facts/finding';
import type { Part, Range } from '@loadlight/facts/place';
import type { Skipped } from './find-files.js';

/** A place as the formats show it. */
export interface ShownPlace {
  /** Relative to the working folder. */
  readonly file: string;
  /** Over all cells, from 0; null outside notebooks and for a notebook's own metadata. */
  readonly cell: number | null;
  /** In the part's text. */
  readonly range: Range;
  /** In the file's text. */
  readonly fileRange: Range;
}

export interface ShownEdit extends ShownPlace {
  readonly newText: string;
}

/** A replacement in the file's own text: JSON-escaped in notebooks. */
export interface FileReplacement {
  readonly range: Range;
  readonly newText: string;
}

export interface ShownFix {
  readonly title: string;
  readonly kind: 'safe' | 'review';
  readonly edits: readonly ShownEdit[];
  readonly replacements: readonly FileReplacement[];
}

/** A finding with everything that a format may need, when the document it stands in is no longer there. */
export interface ShownFinding {
  readonly rule: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: ShownPlace;
  readonly cellId: string | null;
  readonly part: Part;
  readonly evidence: readonly (ShownPlace & { readonly message: string })[];
  /** Without those that only ignore. */
  readonly fixes: readonly ShownFix[];
  readonly fingerprint: string;
  /** What it is known by in a baseline: a hash with the scan's salt. */
  readonly identity: string;
  /** Whether it was there before; null where nobody asked. */
  readonly baselineState: 'new' | 'unchanged' | null;
  readonly repeats: ShownPlace | null;
  readonly suppressed: { readonly reason: string | null } | null;
  /** The lines around, for people: secrets masked. Filled for text output only. */
  readonly lines: readonly CodeLine[];
}

/** A line to show, with what is to be underlined in it (UTF-16 offsets in `text`). */
export interface CodeLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  readonly marked: { readonly start: number; readonly end: number } | undefined;
}

export interface FileResult {
  readonly file: string;
  readonly findings: readonly ShownFinding[];
  /** What could not be done in this file, in a sentence each. */
  readonly notes: readonly string[];
}

export interface ScanResult {
  readonly files: readonly FileResult[];
  /** Settings that were looked at and have nothing in them: no report counts them. */
  readonly aside?: readonly string[];
  readonly skipped: readonly Skipped[];
  /** The configuration has mistakes, which have been said. */
  readonly brokenConfiguration: boolean;
  /** So many that were there before, in files that were looked at, are not any more. */
  readonly gone?: number;
}
