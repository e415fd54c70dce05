import { TextLines } from '@loadlight/facts/text-lines';
import { JsonError, parseJson, type JsonNode, type JsonObject } from './json-tree.js';
import { LIMITS, type Limits } from './limits.js';
import { NotebookError, type NotebookErrorReason } from './notebook-error.js';
import { cellLanguage, declaredLanguage } from './notebook-language.js';
import type { Cell, CellKind, Notebook } from './notebook.js';
import { PartText } from './part-text.js';
import { readAttachments, readOutputs, textOf } from './read-outputs.js';

const REMEDIES: Readonly<Record<NotebookErrorReason, string>> = {
  empty: 'Open it in Jupyter and save it, or delete it.',
  'broken-json': 'Repair the JSON at this place; after a merge, look for conflict marks.',
  'not-a-notebook': 'Save it again from Jupyter, or give it another name if it is no notebook.',
  'too-deep': 'Clear its outputs and try again.',
  'too-large': 'Clear its outputs, or split it, and try again.'
};

const CELL_KINDS: readonly CellKind[] = ['code', 'markdown', 'raw', 'heading'];

/**
 * Reads a notebook file of nbformat 4 or 3. A byte order mark and any line ends are taken. Nothing in it is changed or run.
 * Throws NotebookError where the text is no notebook or exceeds the limits.
 */
export function readNotebook(text: string, limits: Limits = LIMITS): Notebook {
  const fail = (reason: NotebookErrorReason, message: string, offset: number): never => {
    throw new NotebookError(reason, message, REMEDIES[reason], new TextLines(text).position(offset));
  };
  if (text.length > limits.length) fail('too-large', `the notebook is longer than ${limits.length} characters`, 0);
  if (/^\s*$/.test(text)) fail('empty', 'the notebook is empty', 0);
  const root = parse(text, limits, fail);
  if (root.kind !== 'object') return fail('not-a-notebook', 'the file holds JSON, but not a notebook', root.start);
  const version = root.members.get('nbformat');
  if (version?.kind !== 'scalar' || (version.value !== 3 && version.value !== 4)) {
    const message = version
      ? 'this version of the notebook format is not known'
      : 'the file holds JSON, but not a notebook';
    return fail('not-a-notebook', message, version?.start ?? root.start);
  }
  const nodes = cellNodes(root, version.value);
  if (!nodes) return fail('not-a-notebook', 'the notebook has no list of cells', root.start);
  if (nodes.length > limits.cells) fail('too-large', `the notebook has more than ${limits.cells} cells`, root.start);
  const metadata = root.members.get('metadata');
  const declared = declaredLanguage(text, metadata);
  const ids = new Set<string>();
  const cells = nodes.map((node, index) => {
    if (node.kind !== 'object') return fail('not-a-notebook', `cell ${index + 1} is not an object`, node.start);
    return readCellNode(text, node, index, ids);
  });
  return {
    text,
    nbformat: version.value,
    language: declared ?? soleLanguage(cells) ?? 'python',
    cells,
    metadata: metadata && new PartText(text, metadata)
  };
}

function parse(
  text: string,
  limits: Limits,
  fail: (reason: NotebookErrorReason, message: string, offset: number) => never
): JsonNode {
  try {
    return parseJson(text, limits);
  } catch (error) {
    if (error instanceof JsonError) return fail(error.reason, error.message, error.offset);
    throw error;
  }
}

function cellNodes(root: JsonObject, version: number): readonly JsonNode[] | undefined {
  if (version === 4) {
    const cells = root.members.get('cells');
    return cells?.kind === 'array' ? cells.items : undefined;
  }
  const worksheets = root.members.get('worksheets');
  if (worksheets?.kind !== 'array') return undefined;
  return worksheets.items.flatMap(sheet => {
    const cells = sheet.kind === 'object' ? sheet.members.get('cells') : undefined;
    return cells?.kind === 'array' ? cells.items : [];
  });
}

function readCellNode(text: string, node: JsonObject, index: number, ids: Set<string>): Cell {
  const written = textOf(text, node.members.get('cell_type'));
  const kind = CELL_KINDS.find(known => known === written) ?? 'raw';
  const metadata = node.members.get('metadata');
  return {
    index,
    id: uniqueId(textOf(text, node.members.get('id')), index, ids),
    kind,
    language: kind === 'code' ? cellLanguage(text, node) : undefined,
    source: new PartText(text, sourceNode(node)),
    executionCount: executionCount(node),
    outputs: readOutputs(text, node),
    attachments: readAttachments(text, node),
    metadata: metadata && new PartText(text, metadata)
  };
}

function executionCount({ members }: JsonObject): number | undefined {
  const node = members.get('execution_count') ?? members.get('prompt_number');
  return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}

/** A cell without a source reads as an empty one, at the cell's own place. */
function sourceNode(cell: JsonObject): JsonNode {
  const node = cell.members.get('source') ?? cell.members.get('input');
  if (node?.kind === 'string' || node?.kind === 'array') return node;
  return { kind: 'array', start: cell.start, end: cell.start, items: [] };
}

/** `#` is in no id that the format allows, so an id made up here is never one of the file's. */
function uniqueId(written: string | undefined, index: number, ids: Set<string>): string {
  let id = written ? written : `#${index}`;
  for (let copy = 2; ids.has(id); copy++) id = `${written ?? ''}#${index}-${copy}`;
  ids.add(id);
  return id;
}

/** Where the notebook declares nothing, the language that all its code cells name. */
function soleLanguage(cells: readonly Cell[]): string | undefined {
  const code = cells.filter(cell => cell.kind === 'code');
  const first = code[0]?.language;
  return code.every(cell => cell.language === first) ? first : undefined;
}
