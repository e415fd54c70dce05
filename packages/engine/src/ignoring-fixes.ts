import { REASON, type ConfiguringIntent, type Fix, type Intent } from '@loadlight/facts/fix';
import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';

export const IGNORING_MESSAGES: MessageTemplates = {
  'fix-ignore': 'Ignore {rule} here',
  'fix-ignore-file': 'Ignore {rule} in this file',
  'fix-ignore-cell': 'Ignore {rule} in this cell',
  'fix-turn-off': 'Turn {rule} off',
  'fix-exclude': 'Exclude this file'
};

/** Which ways of ignoring there are in a document. */
export interface Ignoring {
  /** A suppression comment can be written at that line. */
  canSuppress(place: Place): boolean;
  /** Where a comment speaks of the whole file or cell that the place is in; undefined where there is no such place. */
  top(place: Place): Place | undefined;
  /** `loadlight.ignore` can be written into the metadata of the cell that the place is in. */
  canWriteMetadata(place: Place): boolean;
  /** The configuration of the document can be changed so. */
  canConfigure(intent: ConfiguringIntent): boolean;
}

/** The ways of ignoring that there are for one finding. */
export interface Ways {
  readonly comment: boolean;
  readonly top: Place | undefined;
  readonly metadata: boolean;
  readonly turnOff: boolean;
  readonly exclude: boolean;
}

/** The ways there are at that place. */
export function waysOfIgnoring(rule: string, place: Place, around: Ignoring): Ways {
  return {
    comment: around.canSuppress(place),
    top: around.top(place),
    metadata: around.canWriteMetadata(place),
    turnOff: around.canConfigure({ kind: 'turnOff', rule }),
    exclude: around.canConfigure({ kind: 'exclude' })
  };
}

/** The fixes that ignore a finding of that rule, from the narrowest to the widest. */
export function ignoringFixes(rule: string, place: Place, ways: Ways): Fix[] {
  const fix = (id: string, intent: Intent): Fix => ({
    title: titleOf(id, rule),
    kind: 'review',
    intents: [intent]
  });
  const { comment, top, metadata } = ways;
  const turnOff = { kind: 'turnOff', rule } as const;
  const exclude = { kind: 'exclude' } as const;
  const whole = place.part.kind === 'file' ? 'fix-ignore-file' : 'fix-ignore-cell';
  // Only where no comment can stand: a comment is seen by who reads the cell.
  const inMetadata = metadata ? [fix('fix-ignore-cell', { kind: 'suppressCell', place, rule, reason: REASON })] : [];
  return [
    ...(comment ? [fix('fix-ignore', { kind: 'addSuppression', place, rule, reason: REASON })] : []),
    ...(top ? [fix(whole, { kind: 'suppressPart', place: top, rule, reason: REASON })] : inMetadata),
    ...(ways.turnOff ? [fix('fix-turn-off', turnOff)] : []),
    ...(ways.exclude ? [fix('fix-exclude', exclude)] : [])
  ];
}

/** Every finding of a rule has the same titles: by rule and message, as they were said first. */
const titles = new Map<string, Message>();

function titleOf(id: string, rule: string): Message {
  const key = `${rule} ${id}`;
  const known = titles.get(key);
  if (known) return known;
  const title = say(IGNORING_MESSAGES, id, { rule });
  titles.set(key, title);
  return title;
}
