import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';

/** What the server says itself. */
export const SERVER_MESSAGES: MessageTemplates = {
  'server-failed': 'Loadlight could not look at this document: something went wrong inside. The log says more.',
  'server-fix-all': 'Fix all that Loadlight can fix safely',
  'server-text-changed': 'The text has changed since this fix was offered.',
  'server-no-grammar': 'Loadlight could not load its Python grammar: {reason}'
};

export function serverSays(id: string, args: Message['args'] = {}): Message {
  return say(SERVER_MESSAGES, id, args);
}
