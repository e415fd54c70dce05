import { isColabText } from './colab-notebook.js';
import type { CellInput, CellMetadataInput, DocumentInput, TextInput } from './document.js';
import { mayIgnore } from '@loadlight/notebook/cell-ignores';
import { allParts } from '@loadlight/notebook/file-position';
import type { Cell, Notebook } from '@loadlight/notebook/notebook';

/** What is looked at beside the code: other texts for credentials, or nothing but credentials. */
export interface Looking {
  readonly texts: boolean;
  readonly onlySecrets: boolean;
}

const CODE_ONLY: Looking = { texts: false, onlySecrets: false };

/**
 * A file as the engine takes it: of a notebook the code cells in Python, and what the metadata of all cells ignores; with
 * `texts` also what else stands in it.
 */
export function documentInput(
  uri: string,
  version: number,
  text: string,
  notebook: Notebook | undefined,
  { texts, onlySecrets } = CODE_ONLY
): DocumentInput {
  if (!notebook) return { kind: onlySecrets ? 'text' : 'file', uri, version, text };
  const isCode = (cell: Cell): boolean =>
    !onlySecrets && cell.kind === 'code' && (cell.language ?? notebook.language) === 'python';
  const cells: CellInput[] = [];
  const metadata: CellMetadataInput[] = [];
  for (const cell of notebook.cells) {
    if (cell.metadata && mayIgnore(cell.metadata.text)) metadata.push({ cell: cell.id, text: cell.metadata.text });
    if (isCode(cell)) cells.push({ id: cell.id, version, text: cell.source.text });
  }
  // A notebook of another kernel may still hold cells that say they are Python.
  const language = cells.length > 0 ? 'python' : notebook.language;
  const isColab = isColabText(notebook.metadata?.text ?? '');
  const input = { kind: 'notebook', uri, version, language, cells, metadata, ...(isColab && { isColab }) } as const;
  return texts ? { ...input, texts: otherTexts(notebook, isCode), order: notebook.cells.map(({ id }) => id) } : input;
}

/** Images, sounds and the like are no texts, whatever stands in them. */
const BINARY = /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|zip|octet-stream))/;

function otherTexts(notebook: Notebook, isCode: (cell: Cell) => boolean): TextInput[] {
  const code = new Set(notebook.cells.filter(isCode).map(({ id }) => id));
  return allParts(notebook).flatMap(({ part, text }) => {
    if (part.kind === 'source' && code.has(part.cell)) return [];
    if (part.kind === 'output' && BINARY.test(part.mime)) return [];
    return [{ part, text: text.text }];
  });
}
