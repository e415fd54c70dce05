import { Gathering } from '@loadlight/protocol/gathering';
import { OUTPUTS, type CellOutputs, type OutputsParams, type OutputText } from '@loadlight/protocol/messages';
import { isTextType, OutputBudget } from '@loadlight/protocol/output-texts';
import {
  type Disposable,
  type NotebookCell,
  type NotebookCellOutput,
  type NotebookDocument,
  type Uri,
  workspace
} from 'vscode';
import type { ServerClient } from './server-client.js';

/** Longer texts are cut anyway; four bytes are the most that a UTF-16 unit takes. */
const MOST_BYTES = 400_000;

/** VS Code's own types for what Jupyter has other names for. */
const STREAMS: Readonly<Record<string, string>> = {
  'application/vnd.code.notebook.stdout': 'application/vnd.jupyter.stdout',
  'application/vnd.code.notebook.stderr': 'application/vnd.jupyter.stderr'
};
const ERROR = 'application/vnd.code.notebook.error';

/** Tells the server what the cells of notebooks show, which LSP does not. */
export class CellOutputsSender {
  private readonly changed = new Gathering<NotebookCell>(cells => this.sendAll(cells));
  private readonly budgets = new WeakMap<NotebookDocument, OutputBudget<NotebookCell>>();
  private readonly listening: Disposable;

  constructor(private readonly client: () => ServerClient | undefined) {
    this.listening = workspace.onDidChangeNotebookDocument(({ cellChanges, contentChanges }) => {
      for (const { cell, outputs } of cellChanges) if (outputs) this.changed.add(cell);
      for (const { addedCells, removedCells } of contentChanges) {
        for (const cell of removedCells) this.budgets.get(cell.notebook)?.forget(cell);
        for (const cell of addedCells) if (cell.outputs.length > 0) this.changed.add(cell);
      }
    });
  }

  dispose(): void {
    this.changed.dispose();
    this.listening.dispose();
  }

  /** The server has been sent the notebook. */
  opened(notebook: NotebookDocument): void {
    this.send(
      notebook,
      notebook.getCells().filter(({ outputs }) => outputs.length > 0)
    );
  }

  private sendAll(changed: readonly NotebookCell[]): void {
    const cells = changed.filter(({ notebook }) => !notebook.isClosed);
    for (const notebook of new Set(cells.map(each => each.notebook)))
      this.send(
        notebook,
        cells.filter(each => each.notebook === notebook)
      );
  }

  private send(notebook: NotebookDocument, cells: readonly NotebookCell[]): void {
    const client = this.client();
    if (!client?.isRunning() || cells.length === 0) return;
    const asUri = (uri: Uri): string => client.code2ProtocolConverter.asUri(uri);
    const budget = this.budgets.get(notebook) ?? new OutputBudget<NotebookCell>();
    this.budgets.set(notebook, budget);
    const params: OutputsParams = {
      notebook: asUri(notebook.uri),
      cells: cells.map((cell): CellOutputs => ({
        cell: asUri(cell.document.uri),
        outputs: budget.take(cell, textsOf(cell.outputs))
      }))
    };
    client
      .sendNotification(OUTPUTS, params)
      .catch((error: unknown) => client.warn('outputs were not sent', error, false));
  }
}

function textsOf(outputs: readonly NotebookCellOutput[]): OutputText[] {
  return outputs.flatMap(textsOfOutput);
}

/** The texts of one output by Jupyter's names of their types; `index` is its place among those of its cell. */
export function textsOfOutput({ items }: NotebookCellOutput, index: number): OutputText[] {
  return items
    .filter(({ mime }) => isTextType(mime))
    .map(({ mime, data }) => {
      const text = new TextDecoder().decode(data.subarray(0, MOST_BYTES));
      return { index, mime: mime === ERROR ? 'application/vnd.jupyter.error' : (STREAMS[mime] ?? mime), text };
    });
}
