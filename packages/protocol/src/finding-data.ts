/** A fix by what a client needs to offer it. */
export interface OfferedFix {
  readonly title: string;
  readonly kind: 'safe' | 'review';
  /** It only ignores the finding. */
  readonly ignores?: true;
}

/**
 * In `data` of a code action that writes a comment that ignores: what its edits say as the reason, where they make a new
 * comment. A client that asks its user for the reason puts that in its place, without line breaks.
 */
export interface ReasonData {
  readonly reason?: string;
}

/** `data` of every diagnostic that the server sends. */
export interface FindingData {
  readonly rule: string;
  readonly name: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** Titles of the fixes, the best first: the code actions of this diagnostic have the same titles. */
  readonly fixes: readonly OfferedFix[];
  readonly fingerprint: string;
}
