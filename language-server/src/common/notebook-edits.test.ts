import { deepEqual, ok } from 'node:assert/strict';
import type { Diagnostic, NotebookCell, NotebookDocumentChangeEvent } from 'vscode-languageserver';
import { DidChangeNotebookDocumentNotification } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../testing/test-client.js';

const NOTEBOOK = 'file:///project/train.ipynb';
const LINES = [
  'import torch',
  'import torch as t',
  'import pickle',
  'm = torch.load("a.pt", weights_only=False)',
  'n = t.load("b.pt")',
  'if True:\n    %time o = pickle.load(f)',
  'o = pickle.load(open("x.pkl", "rb"))  # 😀',
  '!pip install torch',
  'path = "http://models.example.org/a.pt"',
  'def f(',
  '# loadlight: ignore[LL101] -- ours',
  'kw = {"weights_only": False}\nm = torch.load(path, **kw)'
];

/** The same seed does the same edits: cells added, removed, moved and typed in, wherever. */
class RandomEdits {
  readonly cells: string[] = [];
  readonly texts = new Map<string, TextDocument>();
  private state: number;
  private made = 0;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A change of the notebook as a client tells it; the texts here change with it. */
  next(): NotebookDocumentChangeEvent {
    const at = this.below(this.cells.length + 1);
    const cell = this.cells[at];
    const what = this.below(8);
    if (cell === undefined || what === 0) return this.add(at);
    if (what === 1) return this.remove(at, cell);
    if (what === 2) return this.move(at, cell);
    return this.type(cell);
  }

  private add(at: number): NotebookDocumentChangeEvent {
    const uri = `cell:${++this.made}`;
    const text = this.line();
    this.cells.splice(at, 0, uri);
    this.texts.set(uri, TextDocument.create(uri, 'python', 1, text));
    const didOpen = [{ uri, languageId: 'python', version: 1, text }];
    return { cells: { structure: { array: { start: at, deleteCount: 0, cells: [toCell(uri)] }, didOpen } } };
  }

  private remove(at: number, uri: string): NotebookDocumentChangeEvent {
    this.cells.splice(at, 1);
    this.texts.delete(uri);
    return { cells: { structure: { array: { start: at, deleteCount: 1 }, didClose: [{ uri }] } } };
  }

  private move(at: number, uri: string): NotebookDocumentChangeEvent {
    const deleteCount = this.cells.length;
    this.cells.splice(at, 1);
    this.cells.splice(this.below(deleteCount), 0, uri);
    return { cells: { structure: { array: { start: 0, deleteCount, cells: this.cells.map(toCell) } } } };
  }

  private type(uri: string): NotebookDocumentChangeEvent {
    const text = this.texts.get(uri) ?? TextDocument.create(uri, 'python', 0, '');
    const length = text.getText().length;
    const from = this.below(length + 1);
    const to = Math.min(length, from + this.below(12));
    const range = { start: text.positionAt(from), end: text.positionAt(to) };
    const changes = [{ range, text: this.below(3) > 0 ? `\n${this.line()}\n` : '' }];
    const version = text.version + 1;
    this.texts.set(uri, TextDocument.update(text, changes, version));
    return { cells: { textContent: [{ document: { uri, version }, changes }] } };
  }

  private line(): string {
    return LINES[this.below(LINES.length)] ?? '';
  }

  private below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * limit);
  }
}

const toCell = (document: string): NotebookCell => ({ kind: 2, document });

describe('a notebook after many edits', () => {
  let found = 0;
  after(() => {
    ok(found > 0, 'there was something to say');
  });
  const said = (client: TestClient, cells: readonly string[]): (readonly Diagnostic[] | undefined)[] =>
    cells.map(cell => client.diagnostics(cell));

  const seeds = process.env['LOADLIGHT_LONG'] ? 500 : 12;
  for (let seed = 1; seed <= seeds; seed++) {
    it(`says what a notebook opened as it is now says (${seed})`, async () => {
      const edits = new RandomEdits(seed * 7919);
      const edited = await TestClient.start();
      await edited.openNotebook(NOTEBOOK, {});
      let version = 1;
      for (let i = 0; i < 60; i++) {
        const change = edits.next();
        // Every few edits the server is given the time to analyse what is there.
        if (i % 7 === 0) await edited.changeNotebook(NOTEBOOK, ++version, change);
        else {
          const notebookDocument = { uri: NOTEBOOK, version: ++version };
          await edited.connection.sendNotification(DidChangeNotebookDocumentNotification.type, {
            notebookDocument,
            change
          });
        }
      }
      await edited.analysedAt(NOTEBOOK, version);
      const opened = await TestClient.start();
      const texts = edits.cells.map(cell => [cell, edits.texts.get(cell)?.getText() ?? '']);
      await opened.openNotebook(NOTEBOOK, Object.fromEntries(texts) as Record<string, string>);
      deepEqual(said(edited, edits.cells), said(opened, edits.cells));
      found += said(opened, edits.cells).flat().length;
      await Promise.all([edited.stop(), opened.stop()]);
    });
  }
});
