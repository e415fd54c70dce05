import type { Place } from './place.js';

/** What the hover says, on a safe load too. Lines that are not known are left out. Texts are plain and unescaped. */
export interface Explanation {
  readonly place: Place;
  /** `torch.load(…, weights_only=False)` */
  readonly headline: string;
  /** `Can run`, `From`, `Holds`, `torch`, each with what is known. */
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  /** How it stands: a finding's severity, or `fine`. */
  readonly mark: 'error' | 'warning' | 'information' | 'fine';
  /** The rule whose page says why. */
  readonly rule: string | undefined;
}
