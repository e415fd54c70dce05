import { CREDENTIAL_FIX_MESSAGES } from './credential-fixes.js';
import { reportCredential, type CredentialMessages } from './credential-report.js';
import { credentialName } from './credential-wording.js';
import type { Rule } from './rule.js';
import { say, type MessageTemplates } from '@loadlight/facts/message';

const messages: CredentialMessages & MessageTemplates = {
  cell: '{credential} (`{masked}`) is written out in this cell; whoever gets the notebook can use it. Read it from the environment, and make a new one.',
  file: '{credential} (`{masked}`) is written out in this file; whoever gets the file can use it. Read it from the environment, and make a new one.',
  text: '{credential} (`{masked}`) is written out in plain text; whoever gets the file can use it. Take it out, and make a new one.',
  elsewhere:
    '{credential} (`{masked}`) that is used here is written out in `{file}`; whoever gets that file can use it. Read it from the environment there, and make a new one.',
  ...CREDENTIAL_FIX_MESSAGES
};

/** LL302: what stands where a credential is expected, and looks like one, though no provider's shape gives it away. */
export const hardcodedCredential: Rule<'secret'> = {
  meta: {
    id: 'LL302',
    name: 'hardcoded-credential',
    summary: 'a password, key or token written where the code expects one',
    severity: 'error',
    equivalents: ['B105', 'B106', 'B107', 'S105', 'S106', 'S107'],
    cwe: [798],
    messages,
    references: [
      'https://docs.wandb.ai/support/kb-articles/find_api_key',
      'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
      'https://cwe.mitre.org/data/definitions/798.html'
    ]
  },
  reads: ['secret'],
  check(secret, context) {
    const { by, place, file, masked } = secret;
    if (by === 'shape' || place.part.kind === 'output') return [];
    const severity = by === 'service' ? 'error' : 'warning';
    if (file === undefined) return [reportCredential(messages, secret, severity, context)];
    const message = say(messages, 'elsewhere', { credential: credentialName(secret), masked, file });
    return [{ severity, message, place, fixes: [] }];
  }
};
