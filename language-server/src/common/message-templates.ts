import { messageTemplates } from '@loadlight/engine/message-templates';
import type { MessageTemplates } from '@loadlight/facts/message';
import { SERVER_MESSAGES } from './server-messages.js';

/** Everything that the server may say, in English, by message id: what a client brings in another language. */
export function serverTemplates(): MessageTemplates {
  return { ...messageTemplates(), ...SERVER_MESSAGES };
}
