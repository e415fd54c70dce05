import type { Explanation } from '@loadlight/facts/explanation';
import type { Secret } from '@loadlight/facts/fact';

/** Whose credential it is, and what to do about it. Never more of it than its first characters. */
export function explainSecret(secret: Secret): Pick<Explanation, 'headline' | 'rows'> {
  return {
    headline: `${secret.label} (${secret.masked})`,
    rows: [
      { label: 'Leaks', text: 'to everyone who gets this file, its history or its outputs' },
      { label: 'Do', text: `revoke it where it was made, and read the new one from ${secret.variable}` }
    ]
  };
}
