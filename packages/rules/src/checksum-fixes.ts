import type { Load } from '@loadlight/facts/fact';
import type { Fix, NewValue } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { shorten } from './origin-wording.js';
import type { Context } from './rule.js';

/** Titles of the fixes below, for every rule that offers them. */
export const CHECKSUM_TITLES: MessageTemplates = {
  'fix-checksum': 'Load it only while its SHA-256 is that of {file} as it is now (any other file is refused)',
  'fix-checksum-asked': 'Load it only with a SHA-256 that you know …'
};

/** The same, and what is said of a load whose checksum is compared. */
export const CHECKSUM_MESSAGES: MessageTemplates = {
  checked:
    '`{call}` can run code that {file} carries, but loads only the one file whose checksum stands here. Change the checksum only for a file that you trust.',
  ...CHECKSUM_TITLES
};

/** Loaders of these open one file; those of the others may be given a folder. */
const OF_FILES: ReadonlySet<string> = new Set(['torch', 'pickle', 'joblib', 'numpy', 'yaml']);

/**
 * Comparing a checksum above a load of what came from outside: that of the file as it lies there, else one that the user is asked
 * for. The front-end leaves it out where the load names no file that can be read before.
 */
export function checksumFixes(load: Load, context: Context): readonly Fix[] {
  const { call, file, checked, through } = load;
  if (checked || through !== undefined || call.handedOn || !comesFromOutside(load)) return [];
  if (!OF_FILES.has(load.traits.family) && !/\.\w+$/.test(file ?? '')) return [];
  const fix = (id: string, value: NewValue): Fix => ({
    title: say(CHECKSUM_TITLES, id, { file: shorten(file ?? '') }),
    kind: 'review',
    intents: [{ kind: 'rewriteCall', call: call.place, recipe: 'check-checksum', value }]
  });
  if (file !== undefined && context.canChecksum(file)) return [fix('fix-checksum', { kind: 'checksum', file })];
  return [fix('fix-checksum-asked', { kind: 'asked', what: 'sha256', before: '' })];
}

/** What visitors of a program send is another file each time. */
function comesFromOutside({ origin }: Load): boolean {
  switch (origin.kind) {
    case 'http':
      return true;
    case 'hub':
      return !origin.pinned;
    case 'upload':
      return origin.by === 'files.upload';
    default:
      return false;
  }
}
