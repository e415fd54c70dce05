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
  'credential-address-with-its-password': 'An address with its password',
  'credential-database-address': 'A database address',
  'credential-named-key': 'A key for {name}',
  'credential-named-token': 'A token for {name}',
  'credential-named-secret': 'A secret for {name}',
  'credential-named-webhook': 'A webhook of {name}',
  'credential-named-password': 'A password for {name}',
  'credential-api-key': 'An API key',
  'credential-password': 'A password',
  'credential-token': 'A token',
  'credential-secret': 'A secret',
  'credential-password-of-an-address': 'The password of an address',
  'credential-json-web-token': 'A JSON web token'
};

export function credentialName({ label, name }: Pick<Secret, 'label' | 'name'>): Message {
  return say(CREDENTIAL_MESSAGES, `credential-${label}`, name === undefined ? {} : { name });
}
