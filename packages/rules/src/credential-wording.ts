import type { Secret } from '@loadlight/facts/fact';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What a credential is called at the beginning of a sentence, by its label. */
export const CREDENTIAL_MESSAGES: MessageTemplates = {
  'credential-hugging-face-token': 'A Hugging Face token',
  'credential-openai-key': 'An OpenAI key',
  'credential-anthropic-key': 'An Anthropic key',
  'credential-aws-secret-access-key': 'An AWS secret access key',
  'credential-aws-access-key-id': 'An AWS access key id',
  'credential-github-token': 'A GitHub token',
  'credential-npm-token': 'An npm token',
  'credential-slack-token': 'A Slack token',
  'credential-slack-webhook': 'A Slack webhook',
  'credential-sendgrid-key': 'A SendGrid key',
  'credential-shopify-token': 'A Shopify token',
  'credential-linear-key': 'A Linear key',
  'credential-1password-token': 'A 1Password token',
  'credential-private-key': 'A private key',
  'credential-protected-private-key': 'A private key with a passphrase',
  'credential-address-with-its-password': 'An address with its password',
  'credential-database-address': 'A database address',
  'credential-named-key': 'A key for {name}',
  'credential-named-token': 'A token for {name}',
  'credential-named-secret': 'A secret for {name}',
  'credential-named-webhook': 'A webhook of {name}',
  'credential-named-password': 'A password for {name}',
  'credential-api-key': 'An API key',
  'credential-key': 'A key',
  'credential-password': 'A password',
  'credential-token': 'A token',
  'credential-secret': 'A secret',
  'credential-password-of-an-address': 'The password of an address',
  'credential-json-web-token': 'A JSON web token',

  'credential-shown': '{credential} (`{masked}`)',
  'credential-can-use': 'can use it',
  'credential-can-use-with-passphrase': 'needs only its passphrase to use it',
  'credential-can-use-with-secret': 'needs only its secret to use it',
  'credential-then-revoke': 'revoke this one',
  'credential-then-change': 'change the password',
  'credential-then-replace': 'put a new key in its place',
  'credential-then-renew': 'make a new one'
};

/** What ends a credential: its provider revokes it, somebody changes a password, or a new key takes its place. */
export type Ending = 'revoke' | 'change' | 'replace' | 'renew';

/** How credentials of that label end. */
export function endingOf({ label }: Pick<Secret, 'label'>): Ending {
  if (/(?:^|-)password(?:-|$)|^database-address$/.test(label)) return 'change';
  if (isPrivateKey(label)) return 'replace';
  return label === 'key' || label === 'secret' ? 'renew' : 'revoke';
}

function isPrivateKey(label: string): boolean {
  return label === 'private-key' || label === 'protected-private-key';
}

/** What every message about a credential says of it: what it is, what its reader can do with it, and what to do then. */
export function credentialWords(secret: Pick<Secret, 'label' | 'name' | 'masked'>): Record<string, Message> {
  const { label, masked } = secret;
  const credential = credentialName(secret);
  // All private keys begin alike.
  const shown = isPrivateKey(label) ? credential : say(CREDENTIAL_MESSAGES, 'credential-shown', { credential, masked });
  return {
    credential: shown,
    can: say(CREDENTIAL_MESSAGES, `credential-can-${CAN[label] ?? 'use'}`),
    then: say(CREDENTIAL_MESSAGES, `credential-then-${endingOf(secret)}`)
  };
}

const CAN: Readonly<Record<string, string>> = {
  'protected-private-key': 'use-with-passphrase',
  'aws-access-key-id': 'use-with-secret'
};

export function credentialName({ label, name }: Pick<Secret, 'label' | 'name'>): Message {
  return say(CREDENTIAL_MESSAGES, `credential-${label}`, name === undefined ? {} : { name });
}
