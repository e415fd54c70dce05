import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What the server says itself. */
export const SERVER_MESSAGES: MessageTemplates = {
  'server-failed': 'Loadlight could not look at this document: something went wrong inside. The log says more.',
  'server-fix-all': 'Fix all that Loadlight can fix safely',
  'server-take-out': 'Take {masked} out of all files…',
  'server-text-changed': 'The text has changed since this fix was offered.',
  'server-settings-kind': 'The setting loadlight is no object: the defaults count.',
  'server-setting-enable': 'The setting loadlight.enable is neither true nor false: the default counts.',
  'server-setting-text': 'The setting {setting} is no text: it is left out.',
  'server-setting-versions': 'The setting loadlight.versions does not name packages, as in {example}: it is left out.',
  'server-setting-version': 'The setting loadlight.versions has no text for {package}: that is left out.',
  'server-no-notebook': 'This notebook cannot be looked at: {reason}.',
  'server-no-notebook-at': 'This notebook cannot be looked at: {reason} (line {line}, column {column}).',
  'server-no-grammar': 'Loadlight could not load its Python grammar: {reason}'
};

export function serverSays(id: string, args: Message['args'] = {}): Message {
  return say(SERVER_MESSAGES, id, args);
}
