import type {
  CellChange,
  ISharedCell,
  ISharedCodeCell,
  ISharedNotebook,
  NotebookChange,
  YCodeCell
} from '@jupyter/ydoc';
import { type ClearOutputs, withoutOutputs } from '@loadlight/protocol/clear-outputs';
import { type SetCellIgnores, withIgnores } from '@loadlight/protocol/cell-metadata';
import { Gathering } from '@loadlight/protocol/gathering';
import { OUTPUTS, type OutputsParams } from '@loadlight/protocol/messages';
import { lengthOfOutput, OutputBudget, textsOfOutputs } from '@loadlight/protocol/output-texts';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel } from '@jupyterlab/notebook';
import type { JSONValue, PartialJSONValue } from '@lumino/coreutils';
import {
  DidChangeNotebookDocumentNotification,
  type DidChangeNotebookDocumentParams,
  DidCloseNotebookDocumentNotification,
  DidOpenNotebookDocumentNotification,
  type LSPObject,
  type NotebookCell,
  NotebookCellKind,
  type TextDocumentItem
} from 'vscode-languageserver-protocol';
import { uriOfCell, uriOfPath } from '../files/uris.js';
import { kernelLanguage } from './kernel-language.js';
import { listChange } from './list-change.js';
import { type DocumentList, OpenDocument } from './open-document.js';
import type { OpenText, SharedText } from './open-text.js';

type CellText = OpenText & { readonly cellId: string; readonly type: ISharedCell['cell_type'] };

/** A notebook's cells, kept in step with the shared model, whichever of them have an editor. */
export class OpenNotebook extends OpenDocument {
  readonly kind = 'notebook';
  texts: readonly CellText[] = [];
  private readonly notebook: ISharedNotebook;
  private readonly listeners = new Map<CellText, () => void>();
  private readonly budget = new OutputBudget<CellText>();
  private readonly outputs = new Gathering<CellText>(texts => this.tellOutputs(texts));
  /** What the server was told last of a cell's metadata, as JSON. */
  private readonly told = new WeakMap<CellText, string>();
  private name: string;
  private knownLanguage: string;
  private wholeVersion = 1;

  constructor(
    private readonly context: DocumentRegistry.IContext<INotebookModel>,
    list: DocumentList
  ) {
    super(list);
    this.notebook = context.model.sharedModel;
    this.name = context.path;
    this.knownLanguage = kernelLanguage(this.notebook.metadata);
    this.texts = this.notebook.cells.map(cell => this.add(cell));
    this.notebook.changed.connect(this.onNotebook, this);
    context.pathChanged.connect(this.onPath, this);
  }

  get path(): string {
    return this.name;
  }
  get uri(): string {
    return uriOfPath(this.name);
  }
  get version(): number {
    return this.wholeVersion;
  }
  get language(): string {
    return this.knownLanguage;
  }
  get isReadOnly(): boolean {
    return this.context.contentsModel?.writable === false;
  }
  /** The shared model, which counts its cells. */
  get cells(): readonly ISharedCell[] {
    return this.notebook.cells;
  }
  get shared(): ISharedNotebook {
    return this.notebook;
  }

  cellIndex(text: number): number | undefined {
    const cellId = this.texts[text]?.cellId;
    const index = this.cells.findIndex(cell => cell.getId() === cellId);
    return index < 0 ? undefined : index;
  }

  override dispose(): void {
    this.notebook.changed.disconnect(this.onNotebook, this);
    this.context.pathChanged.disconnect(this.onPath, this);
    this.outputs.dispose();
    super.dispose();
    for (const text of this.texts) this.remove(text);
  }

  /** Writes what a cell's metadata ignores, as one step of undo. `locked` where the user has made the cell read-only. */
  setIgnores({ cell: uri, ignore }: SetCellIgnores): 'done' | 'moved' | 'locked' {
    const text = this.texts.find(each => each.uri === uri);
    const cell = this.cells.find(each => each.getId() === text?.cellId);
    if (!text || !cell) return 'moved';
    if (cell.getMetadata('editable') === false) return 'locked';
    const { loadlight } = withIgnores(cell.getMetadata(), ignore);
    const { undoManager } = text.model;
    undoManager?.stopCapturing();
    cell.transact(() => {
      if (loadlight === undefined) cell.deleteMetadata('loadlight');
      else cell.setMetadata('loadlight', loadlight as JSONValue);
    });
    undoManager?.stopCapturing();
    return 'done';
  }

  /**
   * Takes outputs away, in no history: what was cleared because it shows a credential does not come back. `moved` where one of them
   * is another one by now; then nothing is done.
   */
  clearOutputs({ outputs }: ClearOutputs, dryRun = false): 'done' | 'moved' | 'locked' {
    const kept = new Map<ISharedCodeCell, unknown[]>();
    for (const uri of new Set(outputs.map(({ cell }) => cell))) {
      const text = this.texts.find(each => each.uri === uri);
      const own = outputs.filter(({ cell }) => cell === uri);
      const left = text && withoutOutputs(outputsOf(text), own, lengthOfOutput);
      if (!text || !left) return 'moved';
      const cell = text.model as unknown as ISharedCodeCell;
      if (cell.getMetadata('editable') === false) return 'locked';
      kept.set(cell, left);
    }
    if (!dryRun) for (const [cell, left] of kept) cell.setOutputs(left as Parameters<ISharedCodeCell['setOutputs']>[0]);
    return 'done';
  }

  protected sendOpen(): void {
    const { uri, texts, version } = this;
    for (const text of texts) this.told.set(text, metadataOf(text));
    const params = {
      notebookDocument: {
        uri,
        notebookType: 'jupyter-notebook',
        version,
        metadata: this.notebook.metadata as LSPObject,
        cells: texts.map(toCell)
      },
      cellTextDocuments: texts.map(toItem)
    };
    this.notify(connection => connection.sendNotification(DidOpenNotebookDocumentNotification.type, params));
    this.tellOutputs(texts.filter(text => outputsOf(text).length > 0));
  }

  protected sendClose(): void {
    const params = { notebookDocument: { uri: this.uri }, cellTextDocuments: this.texts.map(({ uri }) => ({ uri })) };
    this.notify(connection => connection.sendNotification(DidCloseNotebookDocumentNotification.type, params));
  }

  private add(cell: ISharedCell, version = 1): CellText {
    const cellId = cell.getId();
    const text: CellText = {
      uri: uriOfCell(this.name, cellId),
      version,
      model: cell as unknown as SharedText,
      cellId,
      type: cell.cell_type,
      findings: [],
      findingsVersion: 0
    };
    this.told.set(text, metadataOf(text));
    this.listen(text);
    this.list.added(text, this);
    return text;
  }

  private listen(text: CellText): void {
    const { model } = text;
    const onChange = (_: SharedText, change: CellChange): void => {
      if (change.sourceChange) this.onText(text);
      if (change.metadataChange) this.onMetadata(text);
    };
    // What a kernel prints is written without the signal.
    const shown = outputListOf(text);
    const onOutputs = (): void => this.outputs.add(text);
    model.changed.connect(onChange);
    shown?.observeDeep(onOutputs);
    this.listeners.set(text, () => {
      model.changed.disconnect(onChange);
      shown?.unobserveDeep(onOutputs);
    });
  }

  private remove(text: CellText): void {
    this.listeners.get(text)?.();
    this.listeners.delete(text);
    this.budget.forget(text);
    this.list.removed(text);
  }

  private onText(text: CellText): void {
    text.version++;
    this.change({
      cells: {
        textContent: [
          { document: { uri: text.uri, version: text.version }, changes: [{ text: text.model.getSource() }] }
        ]
      }
    });
  }

  private onMetadata(text: CellText): void {
    const now = metadataOf(text);
    if (this.told.get(text) === now) return;
    this.told.set(text, now);
    this.change({ cells: { data: [toCell(text)] } });
  }

  private tellOutputs(texts: readonly CellText[]): void {
    const there = new Set(this.texts);
    const cells = texts
      .filter(text => there.has(text))
      .map(text => ({ cell: text.uri, outputs: this.budget.take(text, textsOfOutputs(outputsOf(text))) }));
    if (cells.length === 0) return;
    const params: OutputsParams = { notebook: this.uri, cells };
    this.notify(connection => connection.sendNotification(OUTPUTS, params));
  }

  private change(change: DidChangeNotebookDocumentParams['change']): void {
    const params = { notebookDocument: { uri: this.uri, version: ++this.wholeVersion }, change };
    this.notify(connection => connection.sendNotification(DidChangeNotebookDocumentNotification.type, params));
  }

  private onNotebook(_: ISharedNotebook, { cellsChange, metadataChange }: NotebookChange): void {
    if (metadataChange) {
      this.knownLanguage = kernelLanguage(this.notebook.metadata);
      this.update();
    }
    if (cellsChange) this.onCells();
  }

  /** Cells added, deleted, moved, split, merged or retyped: all of it is one new list of cells. */
  private onCells(): void {
    const before = this.texts;
    const known = new Map(before.map(text => [keyOf(text.type, text.cellId), text]));
    const opened: CellText[] = [];
    const retold: CellText[] = [];
    this.texts = this.notebook.cells.map(cell => {
      const key = keyOf(cell.cell_type, cell.getId());
      const text = known.get(key);
      if (!text) {
        const added = this.add(cell);
        opened.push(added);
        return added;
      }
      known.delete(key);
      if (this.replaceModel(text, cell)) retold.push(text);
      return text;
    });
    const change = listChange(
      before.map(({ type, cellId }) => keyOf(type, cellId)),
      this.texts.map(({ type, cellId }) => keyOf(type, cellId))
    );
    for (const text of known.values()) this.remove(text);
    // One of another type has the address of the one that it was.
    for (const text of opened) this.list.added(text, this);
    if (change) {
      const { start, deleteCount, end } = change;
      const structure = {
        array: { start, deleteCount, cells: this.texts.slice(start, end).map(toCell) },
        didOpen: opened.map(toItem),
        didClose: [...known.values()].map(({ uri }) => ({ uri }))
      };
      this.change({ cells: { structure } });
    }
    for (const text of retold) this.onText(text);
    for (const text of opened) if (outputsOf(text).length > 0) this.outputs.add(text);
    for (const text of this.texts) this.onMetadata(text);
    this.changed.emit();
  }

  /** A moved cell is a new object with the old id. Returns whether its text is another one too. */
  private replaceModel(text: CellText, cell: ISharedCell): boolean {
    const model = cell as unknown as SharedText;
    if (text.model === model) return false;
    const before = text.model.getSource();
    this.listeners.get(text)?.();
    text.model = model;
    this.listen(text);
    this.list.added(text, this);
    return before !== model.getSource();
  }

  private onPath(): void {
    const wasSent = this.isSent;
    if (wasSent) this.sendClose();
    for (const text of this.texts) this.list.removed(text);
    this.name = this.context.path;
    for (const text of this.texts) {
      text.uri = uriOfCell(this.name, text.cellId);
      this.list.added(text, this);
    }
    if (wasSent) this.sendOpen();
    this.changed.emit();
  }
}

function toCell(text: CellText): NotebookCell {
  const loadlight = loadlightOf(text);
  const metadata = loadlight === undefined ? {} : { metadata: { loadlight } as LSPObject };
  const kind = text.type === 'markdown' ? NotebookCellKind.Markup : NotebookCellKind.Code;
  return { kind, document: text.uri, ...metadata };
}

/** What the cell's metadata says of Loadlight. */
function loadlightOf({ model }: CellText): PartialJSONValue | undefined {
  return (model as unknown as ISharedCell).getMetadata('loadlight');
}

/** What a code cell shows, as nbformat has it. */
function outputsOf({ model, type }: CellText): readonly unknown[] {
  return type === 'code' ? (model as unknown as ISharedCodeCell).getOutputs() : [];
}

/** The same as the shared list that it is kept in. */
function outputListOf({ model, type }: CellText): YCodeCell['youtputs'] | undefined {
  return type === 'code' ? (model as unknown as YCodeCell).youtputs : undefined;
}

function metadataOf(text: CellText): string {
  return JSON.stringify(loadlightOf(text) ?? null);
}

function toItem({ uri, version, model, type }: CellText): TextDocumentItem {
  return { uri, languageId: type === 'code' ? 'python' : type, version, text: model.getSource() };
}

/** A cell that becomes one of another type is another text. */
function keyOf(type: string, id: string): string {
  return `${type} ${id}`;
}
