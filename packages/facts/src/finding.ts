import type { Evidence, Sureness } from './fact.js';
import type { Fix } from './fix.js';
import type { Message } from './message.js';
import type { Place } from './place.js';

/** `error`: code runs or a credential leaks. `warning`: most readers would act on it. `information`: better practice. */
export type Severity = 'error' | 'warning' | 'information';

export interface Finding {
  /** `LL101` */
  readonly rule: string;
  /** `unsafe-torch-load` */
  readonly name: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly place: Place;
  readonly evidence: readonly Evidence[];
  readonly sureness: Sureness;
  /** The best first. */
  readonly fixes: readonly Fix[];
  /** Survives moved cells and changed outputs: rule, normalised source line, ordinal. */
  readonly fingerprint: string;
  /** The first place of the same rule and the same thing; editors and text output hide what has one. */
  readonly repeats: Place | undefined;
  readonly suppressed: { readonly reason: string | undefined } | undefined;
}
