import type { NotebookPanel } from '@jupyterlab/notebook';
import type { SetCellIgnores } from '@loadlight/protocol/cell-metadata';
import type { SharedItem } from '@loadlight/protocol/share';
import { OpenNotebook } from '../documents/open-notebook.js';
import { askReason } from '../fixes/ask-reason.js';
import { dataOf } from '../fixes/fixer.js';
import type { ILoadlight } from '../tokens.js';
import { textOfItem } from './share-fixes.js';

/**
 * Ignores an item with a reason that is asked for: with a comment where it stands in code, else in the cell's metadata. Undefined
 * where the user thought better of it, or has been told what was in the way.
 */
export async function ignoreInNotebook(
  { context }: NotebookPanel,
  item: SharedItem,
  { documents, fixes, trans }: ILoadlight
): Promise<'done' | 'moved' | 'locked' | undefined> {
  const document = documents.ofPath(context.path);
  const text = document && textOfItem(document, item);
  if (!(document instanceof OpenNotebook) || !text) return 'moved';
  if (item.ignores === 'comment') {
    const finding = text.findings.find(each => dataOf(each)?.fingerprint === item.fingerprint);
    const way = finding && dataOf(finding)?.fixes.find(({ ignores }) => ignores === 'comment');
    // What only matters when a notebook leaves is no finding of the open notebook; the cell's metadata speaks of its code, too.
    if (way) return (await fixes.fix(text, finding, way.title)) ? 'done' : undefined;
  }
  const reason = await askReason(trans.__('Ignore %1 in this cell', item.rule), trans);
  if (reason === undefined) return undefined;
  const before = ignoresOf(document.cells.find(cell => cell.getId() === text.cellId)?.getMetadata('loadlight'));
  const said = reason.trim();
  const entry = said === '' ? item.rule : { rule: item.rule, reason: said };
  return document.setIgnores({ cell: text.uri, ignore: [...before, entry] });
}

function ignoresOf(metadata: unknown): SetCellIgnores['ignore'] {
  const { ignore } = (metadata ?? {}) as { ignore?: unknown };
  return Array.isArray(ignore) ? (ignore as SetCellIgnores['ignore']) : [];
}
