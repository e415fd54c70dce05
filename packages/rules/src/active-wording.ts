import type { ActiveContent } from '@loadlight/facts/fact';
import type { Severity } from '@loadlight/facts/finding';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import { addressParts } from './address.js';
import { inOneOutput } from './in-one-output.js';
import { shorten } from './origin-wording.js';
import type { Report } from './rule.js';

/** What is active, and what it does: words within the sentences of LL401 to LL403. */
export const ACTIVE_MESSAGES: MessageTemplates = {
  'active-script': 'A script',
  'active-handler': 'An event handler',
  'active-frame': 'A frame',
  'active-link': 'A link with a script in it',
  'active-plug-in': 'An embedded object',
  'active-page': 'HTML',
  'active-from': '{form} from {host}',
  'active-of-file': '{form} from {file}',
  'active-of-download': '{form} that is downloaded',
  'active-runs-kernel-code': '{form} that runs code in the kernel',
  'active-reads-credentials': '{form} that reads cookies or tokens of the page',
  'active-makes-code': '{form} that makes code out of text',
  'active-brings-script': '{form} that brings more script'
};

const WORST = ['runs-kernel-code', 'reads-credentials', 'brings-script', 'makes-code'] as const;

/** The name of what is active, with the worst that it does. */
export function activeName({ form, does, address, made }: ActiveContent): Message {
  const name = say(ACTIVE_MESSAGES, `active-${form}`);
  const worst = WORST.find(act => does.includes(act));
  const host = address === undefined ? undefined : addressParts(address)?.host;
  if (worst === 'runs-kernel-code' || worst === 'reads-credentials')
    return say(ACTIVE_MESSAGES, `active-${worst}`, { form: name });
  if (host) return say(ACTIVE_MESSAGES, 'active-from', { form: name, host: shorten(host) });
  if (made?.of === 'file') return say(ACTIVE_MESSAGES, 'active-of-file', { form: name, file: shorten(made.path) });
  if (made?.of === 'download') return say(ACTIVE_MESSAGES, 'active-of-download', { form: name });
  return worst === undefined ? name : say(ACTIVE_MESSAGES, `active-${worst}`, { form: name });
}

/** What one of the rules says of active content: `least` severe where nothing tells more than that it is there. */
export function activeReport(message: Message, content: ActiveContent, least: Severity): Report {
  const { place } = content;
  const severity = activeSeverity(content, least);
  // One output, or cell of text, is told of once for each severity.
  return { severity, message, place, fixes: [], subject: `${severity} ${inOneOutput(place.part)}` };
}

function activeSeverity({ does, address }: ActiveContent, least: Severity): Severity {
  if (does.includes('runs-kernel-code') || does.includes('reads-credentials')) return 'error';
  return address !== undefined && /^http:/i.test(address.trim()) ? 'warning' : least;
}
