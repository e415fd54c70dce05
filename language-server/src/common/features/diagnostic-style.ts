import type { DiagnosticStyle } from '../diagnostics.js';
import type { Session } from '../session.js';
import { takeOutTitle } from './take-out.js';

/** How diagnostics are written for the session's client. */
export function diagnosticStyle(session: Session): DiagnosticStyle {
  const { client, rulePages, translation } = session;
  return {
    rulePages,
    relatedInformation: client.relatedInformation,
    translation,
    everywhere: finding => takeOutTitle(session, finding)
  };
}
