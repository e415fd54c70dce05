import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import type { Severity } from '@loadlight/facts/finding';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import { severityOf } from './load-severity.js';
import { originArguments } from './origin-wording.js';
import type { Report } from './rule.js';

/** What is said of a load that a call reaches in another module, which is judged and edited by itself. */
export const THROUGH: MessageTemplates = {
  through:
    '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.'
};

export interface Told {
  /** Of `messages`, which hold `THROUGH` too. */
  readonly id: string;
  /** Else by whose file it is, see `severityOf`. */
  readonly severity?: Severity;
  /** Else what is called. */
  readonly place?: Place;
  readonly fixes?: readonly Fix[];
  /** What the message says beside the call, the file and where that comes from. */
  readonly args?: Message['args'];
  /** No file is spoken of: the bytes are handed over themselves. */
  readonly ofData?: boolean;
}

/** What a rule says of a load that can run code: worded, placed and weighed by where the bytes come from. */
export function reportLoad(
  messages: MessageTemplates,
  load: Load,
  { id, severity, place, fixes = [], args: more = {}, ofData = false }: Told
): Report {
  const { call, through, loader } = load;
  const weighed = severity ?? severityOf(load);
  const args = { ...originArguments(load, ofData ? 'ending-data' : 'ending'), call: call.written, ...more };
  if (through !== undefined) {
    const message = say(messages, 'through', { ...args, loader, module: `\`${through}\`` });
    return { severity: weighed, message, place: call.calleePlace, fixes: [] };
  }
  return {
    severity: weighed,
    message: say(messages, id, args),
    place: place ?? call.calleePlace,
    fixes: call.handedOn ? [] : fixes
  };
}
