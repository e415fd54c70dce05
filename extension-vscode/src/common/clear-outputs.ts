import { type ClearOutputs, withoutOutputs } from '@loadlight/protocol/clear-outputs';
import {
  type NotebookCell,
  NotebookCellData,
  type NotebookDocument,
  NotebookEdit,
  NotebookRange,
  type TextDocument,
  type TextEdit,
  type Uri,
  workspace,
  WorkspaceEdit
} from 'vscode';
import { textsOfOutput } from './cell-outputs.js';

/** The edits of texts, by text. */
export type TextEdits = readonly (readonly [text: Uri, edits: readonly TextEdit[]])[];

/**
 * The edit with these outputs gone, to be made as one step. `made` are the files that the edit makes, which it does not tell.
 * Undefined where one of the outputs is another one by now.
 */
export function withOutputsCleared(
  edit: WorkspaceEdit | undefined,
  clears: ClearOutputs,
  made: readonly Uri[],
  uriOf: (document: TextDocument) => string
): WorkspaceEdit | undefined {
  const whole = new WorkspaceEdit();
  for (const uri of made) whole.createFile(uri);
  return addCleared(whole, edit?.entries() ?? [], clears, uriOf) ? whole : undefined;
}

/**
 * Adds the edits and that these outputs go. An edit cannot change outputs alone: their cells are replaced by the like without them.
 * False, and nothing is added, where one of the outputs is another one by now.
 */
export function addCleared(
  whole: WorkspaceEdit,
  texts: TextEdits,
  { outputs }: ClearOutputs,
  uriOf: (document: TextDocument) => string
): boolean {
  const replaced = new Set<string>();
  const edits = new Map(texts.map(([uri, own]) => [uri.toString(), { uri, own }]));
  const byNotebook = new Map<NotebookDocument, NotebookEdit[]>();
  for (const address of new Set(outputs.map(({ cell }) => cell))) {
    const cell = workspace.notebookDocuments
      .flatMap(notebook => notebook.getCells())
      .find(({ document }) => uriOf(document) === address);
    const own = outputs.filter(each => each.cell === address);
    const kept = cell && withoutOutputs(cell.outputs, own, lengthOf);
    if (!cell || !kept) return false;
    const key = cell.document.uri.toString();
    const data = like(cell, textAfter(cell.document, edits.get(key)?.own ?? []));
    data.outputs = kept;
    const list = byNotebook.get(cell.notebook) ?? [];
    byNotebook.set(cell.notebook, [
      ...list,
      NotebookEdit.replaceCells(new NotebookRange(cell.index, cell.index + 1), [data])
    ]);
    replaced.add(key);
  }
  for (const [key, { uri, own }] of edits) if (!replaced.has(key)) whole.set(uri, [...own]);
  for (const [{ uri }, list] of byNotebook) whole.set(uri, list);
  return true;
}

function like({ kind, document, metadata, executionSummary }: NotebookCell, text: string): NotebookCellData {
  const data = new NotebookCellData(kind, text, document.languageId);
  data.metadata = { ...metadata };
  if (executionSummary) data.executionSummary = executionSummary;
  return data;
}

function textAfter(document: TextDocument, edits: readonly TextEdit[]): string {
  return edits
    .map(({ range, newText }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      newText
    }))
    .reverse()
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, newText }) => text.slice(0, start) + newText + text.slice(end), document.getText());
}

function lengthOf(output: NotebookCell['outputs'][number], mime: string): number | undefined {
  return textsOfOutput(output, 0).find(text => text.mime === mime)?.text.length;
}
