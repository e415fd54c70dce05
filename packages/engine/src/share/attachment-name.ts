import type { Edit } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import { linesOfPart } from '@loadlight/notebook/file-position';
import type { Notebook } from '@loadlight/notebook/notebook';

/**
 * Gives the attachment whose name the place is in another name, in its cell's text too, so that the picture is still shown. Names
 * take no blanks and brackets in Markdown, hence no sentence stands in the place of what was taken out.
 */
export function renamedAttachment({ document, part }: Place, notebook: Notebook): readonly Edit[] {
  if (part.kind !== 'attachment') return [];
  const cell = notebook.cells.find(({ id }) => id === part.cell);
  const at = cell?.attachments.findIndex(({ name }) => name === part.name) ?? -1;
  const attachment = cell?.attachments[at];
  if (!cell || !attachment) return [];
  const { name, text } = attachment;
  const ending = /\.[a-z]{1,5}$/i.exec(name)?.[0] ?? '';
  const newName = `removed-by-loadlight-${at + 1}${ending}`;
  const source = linesOfPart(cell.source);
  const references = referencesTo(name, cell.source.text).map(({ start, end }): Edit => ({
    document,
    part: { kind: 'source', cell: cell.id },
    range: source.range(start, end),
    newText: `attachment:${newName}`
  }));
  return [{ document, part, range: linesOfPart(text).range(0, text.text.length), newText: newName }, ...references];
}

/** Where the text names the attachment: as it is, or as addresses spell it. */
function referencesTo(name: string, text: string): { start: number; end: number }[] {
  const spellings = [...new Set([name, encodeURI(name), encodeURIComponent(name)])];
  return spellings.flatMap(spelling => {
    const reference = `attachment:${spelling}`;
    const found: { start: number; end: number }[] = [];
    for (let at = text.indexOf(reference); at >= 0; at = text.indexOf(reference, at + reference.length))
      found.push({ start: at, end: at + reference.length });
    return found;
  });
}
