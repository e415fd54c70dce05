import type { Wording } from './message.js';
import type { Place } from './place.js';

/** What the hover says, on a safe load too. Lines that are not known are left out. Texts are plain and unescaped. */
export interface Explanation {
  readonly place: Place;
  /** `torch.load(…, weights_only=False)` */
  readonly headline: Wording;
  /** `Can run`, `From`, `Holds`, `torch`, each with what is known. */
  readonly rows: readonly { readonly label: Wording; readonly text: Wording }[];
  /** How it stands: a finding's severity, or `fine`. */
  readonly mark: 'error' | 'warning' | 'information' | 'fine';
  /** The rule whose page says why. */
  readonly rule: string | undefined;
}
