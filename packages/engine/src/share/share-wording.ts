import { say, type Message, type MessageTemplates } from '@loadlight/facts/message';
import type { ShareItem, ShareReport } from './share-report.js';

/** What the report says around the findings. */
export const SHARE_WORDS: MessageTemplates = {
  'share-ready': 'Ready to share',
  'share-ready-look': 'Ready to share, {things} worth a look',
  'share-not-ready': 'Not ready: {things, plural, one {# thing} other {# things}}',
  'share-where-source': 'Cell {cell}',
  'share-where-output': 'Cell {cell} output',
  'share-where-metadata': 'Cell {cell} metadata',
  'share-where-attachment': 'Cell {cell} attachment',
  'share-where-notebook': 'Notebook metadata'
};

/** What blocks, and how much is worth a look, in a few words. */
export function verdictOf({ ready, items }: ShareReport): Message {
  const of = (level: ShareItem['level']): number => items.filter(item => item.level === level).length;
  if (!ready) return say(SHARE_WORDS, 'share-not-ready', { things: of('blocks') });
  const things = of('look');
  return things > 0 ? say(SHARE_WORDS, 'share-ready-look', { things }) : say(SHARE_WORDS, 'share-ready');
}

/** Where the item stands, as a reader of the notebook counts cells: "Cell 4 output". */
export function whereItStands({ cell, finding: { place } }: ShareItem): Message {
  if (cell === null) return say(SHARE_WORDS, 'share-where-notebook');
  const kind = place.part.kind === 'file' ? 'source' : place.part.kind;
  return say(SHARE_WORDS, `share-where-${kind}`, { cell: cell + 1 });
}
