import { CREDENTIAL_FIX_MESSAGES } from './credential-fixes.js';
import { reportCredential, type CredentialMessages } from './credential-report.js';
import type { Rule } from './rule.js';

const messages: CredentialMessages = {
  cell: '{credential} stands in this cell; whoever gets the notebook {can}. Read it from the environment, and {then}.',
  file: '{credential} stands in this file; whoever gets the file {can}. Read it from the environment, and {then}.',
  text: '{credential} stands here in plain text; whoever gets the file {can}. Take it out, and {then}.',
  ...CREDENTIAL_FIX_MESSAGES
};

/** LL301: the value is never part of a finding, only its first characters. */
export const hardcodedProviderToken: Rule<'secret'> = {
  meta: {
    id: 'LL301',
    name: 'hardcoded-provider-token',
    summary: 'a credential of a known provider written into the code',
    severity: 'error',
    equivalents: ['B105', 'B106', 'B107', 'S105', 'S106', 'S107'],
    cwe: [798],
    messages,
    references: [
      'https://huggingface.co/docs/hub/security-tokens',
      'https://docs.github.com/code-security/secret-scanning/introduction/about-secret-scanning',
      'https://cwe.mitre.org/data/definitions/798.html'
    ]
  },
  reads: ['secret'],
  check(secret, context) {
    return secret.by === 'shape' && secret.place.part.kind !== 'output'
      ? [reportCredential(messages, secret, 'error', context)]
      : [];
  }
};
