import { CREDENTIAL_FIX_MESSAGES } from './credential-fixes.js';
import { reportCredential, type CredentialMessages } from './credential-report.js';
import { credentialWords } from './credential-wording.js';
import type { Rule } from './rule.js';
import { say, type MessageTemplates } from '@loadlight/facts/message';

const messages: CredentialMessages & MessageTemplates = {
  cell: '{credential} is written out in this cell; whoever gets the notebook {can}. Read it from the environment, and {then}.',
  file: '{credential} is written out in this file; whoever gets the file {can}. Read it from the environment, and {then}.',
  text: '{credential} is written out in plain text; whoever gets the file {can}. Take it out, and {then}.',
  elsewhere:
    '{credential} that is used here is written out in `{file}`; whoever gets that file {can}. Read it from the environment there, and {then}.',
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
    const { by, place, file } = secret;
    if (by === 'shape' || place.part.kind === 'output') return [];
    const severity = by === 'service' ? 'error' : 'warning';
    if (file === undefined) return [reportCredential(messages, secret, severity, context)];
    const message = say(messages, 'elsewhere', { ...credentialWords(secret), file });
    return [{ severity, message, place, fixes: [] }];
  }
};
