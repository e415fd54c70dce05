import type { Asked } from '@loadlight/facts/asked';
import type { IgnoresIn } from '@loadlight/facts/fix';

/** A fix by what a client needs to offer it. */
export interface OfferedFix {
  readonly title: string;
  readonly kind: 'safe' | 'review';
  /** It only ignores the finding, there; `asksReason` says where the user is asked for a reason first. */
  readonly ignores?: IgnoresIn;
  /** The user is asked for that first, see `AskingData`. */
  readonly asks?: Asked;
  /** Its code action has the command `TAKE_OUT_EVERYWHERE`. Only for clients that carry that out. */
  readonly everywhere?: true;
}

/**
 * In `data` of a code action that needs to know something of the user. Only a client that said so with `asks` when it started is
 * offered any: it asks, sees with `answerTo` whether that is an answer, puts it into `answer`, and resolves the action.
 */
export interface AskingData {
  readonly asks?: Asked;
  readonly answer?: string;
}

/**
 * In `data` of a code action that only ignores. `reason` is what its edits say as the reason, where they make a new
 * comment. A client that asks its user puts the answer in its place, and resolves the action; what it holds may be empty
 * and need not be one line. A client that does not resolve actions replaces the text in the edits, without line breaks.
 */
export interface IgnoringData {
  readonly ignores?: IgnoresIn;
  readonly reason?: string;
}

/** What ignores a finding by a comment or metadata says why; the configuration has comments of its own. */
export function asksReason(ignores: IgnoresIn | undefined): boolean {
  return ignores === 'comment' || ignores === 'metadata';
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

/** In `data` of a fix-all that was resolved: how many findings its edit fixes. */
export interface FixedData {
  readonly fixed?: number;
}
