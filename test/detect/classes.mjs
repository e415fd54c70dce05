/** What a finding is about, coarsely: tools divide it in different ways. Rules of ours by class. */
const RULES = {
  code: ['LL101', 'LL102', 'LL103', 'LL104', 'LL105', 'LL106', 'LL107', 'LL108', 'LL204'],
  'check-off': ['LL109'],
  'whole-module': ['LL110'],
  'remote-code': ['LL201', 'LL203'],
  unpinned: ['LL202'],
  transport: ['LL205', 'LL206'],
  unchecked: ['LL207'],
  unpack: ['LL208'],
  secret: ['LL301', 'LL302']
};

/** Classes whose problems are better practice: here information is all that is said, and counts on a look-alike, too. */
export const QUIET = new Set(['unpinned', 'unchecked', 'whole-module']);

/**
 * Codes of others by class; what is not listed is about something else (imports, subprocesses, timeouts, any use of urllib) and is not held against
 * them. A hub download without a commit counts for the code that it may run as well as for the pin.
 */
const OTHERS = {
  code: ['B301', 'B302', 'B506', 'B614', 'S301', 'S302', 'S506', 'TOR102'],
  'remote-code': ['B615'],
  unpinned: ['B615'],
  transport: ['B501', 'B323', 'S501', 'S323'],
  unpack: ['B202', 'S202'],
  secret: ['B105', 'B106', 'B107', 'S105', 'S106', 'S107']
};

/** The classes of a code; the rules of semgrep.yaml have theirs in their name. */
export function classesOf(code) {
  const own = /^ours\.(.+)\.\d+$/.exec(code);
  if (own) return [own[1]];
  return Object.keys(RULES).filter(name => RULES[name].includes(code) || OTHERS[name]?.includes(code));
}
