import type { Load } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import type { Severity } from '@loadlight/facts/finding';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import { CHECKSUM_MESSAGES, checksumFixes } from './checksum-fixes.js';
import { ELSEWHERE_MESSAGES, elsewhereFixes } from './elsewhere-fixes.js';
import { severityOf } from './load-severity.js';
import { originArguments } from './origin-wording.js';
import type { Context, Report } from './rule.js';

/** What every rule of loads says of one that a call reaches in another module, and of one whose checksum is compared. */
export const LOAD_MESSAGES: MessageTemplates = {
  through:
    '`{call}` loads with `{loader}` in {module}, which runs whatever code {file} carries{ending}. Give it only files that you trust.',
  ...CHECKSUM_MESSAGES,
  ...ELSEWHERE_MESSAGES
};

export interface Told {
  /** Of `messages`, which hold `LOAD_MESSAGES` too. */
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
  { id, severity, place, fixes = [], args: more = {}, ofData = false }: Told,
  context: Context
): Report {
  const { call, through, loader } = load;
  const weighed = severity ?? severityOf(load);
  const args = { ...originArguments(load, ofData ? 'ending-data' : 'ending'), call: call.written, ...more };
  if (through !== undefined) {
    const message = say(messages, 'through', { ...args, loader, module: `\`${through}\`` });
    return { severity: weighed, message, place: call.calleePlace, fixes: elsewhereFixes(load, fixes) };
  }
  const offered = call.handedOn ? [] : fixes;
  const at = place ?? call.calleePlace;
  const report = { message: say(messages, id, args), place: at };
  if (weighed === 'information') return { ...report, severity: weighed, fixes: offered };
  if (load.checked)
    return { ...report, severity: 'information', message: say(messages, 'checked', args), fixes: offered };
  return { ...report, severity: weighed, fixes: [...offered, ...checksumFixes(load, context)] };
}
