import type { Explanation } from '@loadlight/facts/explanation';
import type { Secret } from '@loadlight/facts/fact';
import type { Message } from '@loadlight/facts/message';
import { credentialName, endingOf } from '../credential-wording.js';
import { hoverWords } from './explanation-wording.js';

/** Pages that say how something is done elsewhere. */
const DOCUMENTATION = /^(?:docs|learn)\.|\/docs\//;

/** Whose credential it is, and what to do about it. Never more of it than its first characters. */
export function explainSecret(secret: Secret): Pick<Explanation, 'headline' | 'rows'> {
  const { label, masked } = secret;
  const ending = endingOf(secret);
  const credential = credentialName(secret);
  const leaks = label === 'protected-private-key' ? 'credential-leaks-protected' : 'credential-leaks';
  return {
    // All private keys begin alike.
    headline: ending === 'replace' ? credential : hoverWords('credential', { credential, masked }),
    rows: [
      { label: hoverWords('leaks'), text: hoverWords(leaks) },
      { label: hoverWords('stays'), text: hoverWords(`credential-stays-${ending}`) },
      { label: hoverWords('do'), text: whatToDo(secret) }
    ]
  };
}

function whatToDo(secret: Secret): Message {
  const { variable, revoke: page } = secret;
  const ending = endingOf(secret);
  if (page === undefined || (ending !== 'revoke' && ending !== 'change'))
    return hoverWords(`credential-do-${ending}`, { variable });
  const how = DOCUMENTATION.test(page) ? 'as' : 'at';
  return hoverWords(`credential-do-${ending}-${how}`, { page, variable });
}
