import type { Secret } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { credentialFixes } from './credential-fixes.js';
import { credentialWords } from './credential-wording.js';
import type { Context, Report } from './rule.js';

/** The message ids that a rule of credentials in code has, beside those of the fixes. */
export type CredentialMessages = MessageTemplates & Readonly<Record<'cell' | 'file' | 'text', string>>;

/** What is said of a credential in code, with the fixes that look it up instead where that can stand there. */
export function reportCredential(
  messages: CredentialMessages,
  secret: Secret,
  severity: Severity,
  context: Context
): Report {
  const { inCode: isCode, place } = secret;
  const inCode = place.part.kind === 'file' ? 'file' : 'cell';
  return {
    severity,
    message: say(messages, isCode ? inCode : 'text', credentialWords(secret)),
    place,
    fixes: credentialFixes(messages, secret, context)
  };
}
