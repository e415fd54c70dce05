import type { Explanation } from '@loadlight/facts/explanation';
import type { Secret } from '@loadlight/facts/fact';
import { credentialName } from '../credential-wording.js';
import { hoverWords } from './explanation-wording.js';

/** Whose credential it is, and what to do about it. Never more of it than its first characters. */
export function explainSecret(secret: Secret): Pick<Explanation, 'headline' | 'rows'> {
  const { masked, variable, revoke: page } = secret;
  const todo =
    page === undefined ? hoverWords('credential-do', { variable }) : hoverWords('credential-do-at', { page, variable });
  return {
    headline: hoverWords('credential', { credential: credentialName(secret), masked }),
    rows: [
      { label: hoverWords('leaks'), text: hoverWords('credential-leaks') },
      { label: hoverWords('stays'), text: hoverWords('credential-stays') },
      { label: hoverWords('do'), text: todo }
    ]
  };
}
