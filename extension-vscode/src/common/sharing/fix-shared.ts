import type { SharedFix, SharedPlace } from '@loadlight/protocol/share';
import {
  type NotebookCell,
  NotebookCellData,
  NotebookCellOutput,
  NotebookCellOutputItem,
  type NotebookDocument,
  NotebookEdit,
  NotebookRange,
  Range,
  TextEdit,
  workspace,
  WorkspaceEdit
} from 'vscode';
import { edited, editedOutput } from './edited-parts.js';
import { nbMetadata } from './notebook-text.js';
import { cellAt } from './shared-cell.js';

type Edits = SharedFix['edits'];

/**
 * Makes the edits, which count in what `notebookText` gives of the notebook as it is now, in one step of undo. Throws where they do not
 * fit it, or the editor refuses.
 */
export async function applyShared(notebook: NotebookDocument, edits: Edits): Promise<void> {
  const whole = new WorkspaceEdit();
  const changes: NotebookEdit[] = [];
  const own = edits.filter(({ cell }) => cell === null);
  if (own.length > 0) changes.push(NotebookEdit.updateNotebookMetadata(withMetadata(notebook.metadata, own)));
  for (const index of new Set(edits.flatMap(({ cell }) => cell ?? []))) {
    const here = edits.filter(({ cell }) => cell === index);
    const [first] = here;
    const cell = first && cellAt(notebook, first);
    if (cell === undefined) throw new Error('the cell is gone');
    const of = (part: SharedPlace['part']): Edits => here.filter(edit => edit.part === part);
    const metadata = of('metadata').length > 0 ? withMetadata(cell.metadata, of('metadata')) : undefined;
    if (of('output').length > 0) changes.push(withOutputs(cell, of('source'), of('output'), metadata));
    else {
      if (of('source').length > 0) whole.set(cell.document.uri, of('source').map(textEdit));
      if (metadata !== undefined) changes.push(NotebookEdit.updateCellMetadata(cell.index, metadata));
    }
  }
  if (changes.length > 0) whole.set(notebook.uri, changes);
  if (!(await workspace.applyEdit(whole))) throw new Error('the edit was refused');
}

function textEdit({ range: { start, end }, newText }: Edits[number]): TextEdit {
  return new TextEdit(new Range(start.line, start.character, end.line, end.character), newText);
}

/** VS Code lets extensions change the outputs of a cell only with the whole cell. */
function withOutputs(
  cell: NotebookCell,
  source: Edits,
  outputs: Edits,
  metadata: NotebookCell['metadata'] | undefined
): NotebookEdit {
  const { kind, document } = cell;
  const data = new NotebookCellData(kind, edited(document.getText(), source), document.languageId);
  data.metadata = metadata ?? cell.metadata;
  if (cell.executionSummary) data.executionSummary = cell.executionSummary;
  data.outputs = cell.outputs.map((output, index) => {
    const here = outputs.filter(edit => edit.output === index);
    let changed: Pick<NotebookCellOutput, 'items' | 'metadata'> = output;
    for (const mime of new Set(here.flatMap(edit => edit.mime ?? [])))
      changed = outputOf(
        changed,
        mime,
        here.filter(edit => edit.mime === mime)
      );
    return new NotebookCellOutput(changed.items, changed.metadata);
  });
  return NotebookEdit.replaceCells(new NotebookRange(cell.index, cell.index + 1), [data]);
}

function outputOf(
  output: Pick<NotebookCellOutput, 'items' | 'metadata'>,
  mime: string,
  edits: Edits
): Pick<NotebookCellOutput, 'items' | 'metadata'> {
  const { items, metadata } = editedOutput(output, mime, edits);
  return {
    items: items.map(item => new NotebookCellOutputItem(item.data, item.mime)),
    ...(metadata && { metadata: { ...metadata } })
  };
}

/** The metadata as VS Code keeps it, with what the file calls so edited. */
function withMetadata(metadata: NotebookCell['metadata'], edits: Edits): Record<string, unknown> {
  const { custom } = metadata as { readonly custom?: Readonly<Record<string, unknown>> };
  if (custom !== undefined) return { ...metadata, custom: withMetadata(custom, edits) };
  const changed = JSON.parse(edited(JSON.stringify(nbMetadata(metadata)), edits)) as unknown;
  return { ...metadata, metadata: changed };
}
