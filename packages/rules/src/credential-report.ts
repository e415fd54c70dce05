import type { Secret } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { credentialName } from './credential-wording.js';
import type { Report } from './rule.js';

/** The message ids that a rule of credentials in code has. */
export type CredentialMessages = MessageTemplates &
  Readonly<Record<'cell' | 'file' | 'text' | 'fix-environment', string>>;

/** What is said of a credential in code, with the fix that reads it from the environment where that can stand there. */
export function reportCredential(messages: CredentialMessages, secret: Secret, severity: Severity): Report {
  const { masked, inCode: isCode, place, variable, wholeLiteral } = secret;
  const fix: Fix = {
    title: say(messages, 'fix-environment', { variable }),
    kind: 'review',
    intents: [{ kind: 'replaceLiteral', place, value: { kind: 'environment', variable } }]
  };
  const inCode = place.part.kind === 'file' ? 'file' : 'cell';
  return {
    severity,
    message: say(messages, isCode ? inCode : 'text', { credential: credentialName(secret), masked }),
    place,
    fixes: wholeLiteral ? [fix] : []
  };
}
