import type { PersonalText } from '@loadlight/facts/fact';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { inOneOutput } from './in-one-output.js';
import type { Report } from './rule.js';

/** What the message named like the text says of it; more of the kind in one output repeats the first. */
export function personalReport(messages: MessageTemplates, { what, place }: PersonalText): Report {
  const subject = `${what} ${inOneOutput(place.part)}`;
  return { severity: 'information', message: say(messages, what), place, fixes: [], subject };
}
