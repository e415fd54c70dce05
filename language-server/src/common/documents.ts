import { isColabNotebook } from '@loadlight/engine/colab-notebook';
import type { DocumentInput, TextInput } from '@loadlight/engine/document';
import type { Part, Place, Range } from '@loadlight/facts/place';
import type { Connection } from 'vscode-languageserver';
import { Emitter, NotebookCellKind, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { interactiveInputOf } from './interactive-input.js';
import { notebookLanguage } from './notebook-language.js';
import { metadataLayers, metadataText } from './notebook-metadata.js';
import { Notebooks } from './notebooks.js';

const PYTHON = 'python';
const CONFIGURATION = /\/(loadlight|pyproject)\.toml$/;

/** Where an LSP text document stands for the engine: a file is a document, a cell is a part of one. */
export interface Located {
  readonly document: string;
  readonly part: Part;
}

/**
 * Open documents, files and notebooks alike. A cell's id is the URI of its text, so a place in a cell says which text
 * document it means. The input of an Interactive Window is the last cell of the window's notebook, though a client sends
 * it as a file.
 */
export class Documents {
  readonly notebooks = new Notebooks();
  private readonly files = new TextDocuments(TextDocument);
  private readonly changes = new Emitter<string>();
  private readonly closings = new Emitter<string>();
  /** A document opened or changed; the URI of the file or notebook. */
  readonly onDidChange = this.changes.event;
  readonly onDidClose = this.closings.event;

  listen(connection: Connection): void {
    this.files.onDidChangeContent(({ document }) => {
      if (isLookedAt(document)) this.changes.fire(this.windowOf(document.uri) ?? document.uri);
    });
    this.files.onDidClose(({ document }) => {
      this.closings.fire(document.uri);
      const window = this.windowOf(document.uri);
      if (window !== undefined) this.changes.fire(window);
    });
    this.notebooks.onDidChange(uri => {
      const input = this.openInputOf(uri);
      // It may have come first, as a file.
      if (input) this.closings.fire(input.uri);
      this.changes.fire(uri);
    });
    this.notebooks.onDidClose(uri => void this.closings.fire(uri));
    this.files.listen(connection);
    this.notebooks.listen(connection);
  }

  /** The document as the engine takes it, as it is now; undefined where it is not open. */
  input(uri: string): DocumentInput | undefined {
    const notebook = this.notebooks.get(uri);
    if (notebook) {
      const language = notebookLanguage(notebook.metadata);
      const metadata = notebook.cells.flatMap(cell => {
        const text = metadataText(cell.metadata);
        return text === undefined ? [] : [{ cell: cell.document, text }];
      });
      const version = notebook.version + (this.openInputOf(uri)?.version ?? 0);
      const order = notebook.cells.map(({ document }) => document);
      const texts = this.otherTexts(uri);
      const isColab = metadataLayers(notebook.metadata).some(isColabNotebook);
      return { kind: 'notebook', uri, version, language, cells: this.codeCells(uri), metadata, texts, order, isColab };
    }
    const file = this.files.get(uri);
    if (file && CONFIGURATION.test(uri))
      return { kind: 'configuration', uri, version: file.version, text: file.getText() };
    return file && { kind: 'file', uri, version: file.version, text: file.getText() };
  }

  locate(uri: string): Located | undefined {
    const owner = this.notebooks.ownerOf(uri)?.uri ?? this.windowOf(uri);
    if (owner !== undefined) return { document: owner, part: { kind: 'source', cell: uri } };
    return this.files.get(uri) ? { document: uri, part: { kind: 'file' } } : undefined;
  }

  /** The text documents of a document: itself, or its cells in order. */
  textUris(uri: string): string[] {
    const notebook = this.notebooks.get(uri);
    if (!notebook) return [uri];
    const input = this.openInputOf(uri);
    return [...notebook.cells.map(({ document }) => document), ...(input ? [input.uri] : [])];
  }

  /** The version of a text document, file or cell; undefined where it is not open. */
  version(uri: string): number | undefined {
    return this.text(uri)?.version;
  }

  /** The text document, the same object from its opening to its closing; undefined where it is not open. */
  text(uri: string): Pick<TextDocument, 'version'> | undefined {
    return this.files.get(uri) ?? this.notebooks.text(uri);
  }

  /** URIs of all open files and notebooks. */
  uris(): string[] {
    return [...this.files.keys(), ...this.notebooks.uris()].filter(uri => this.isAnalysed(uri));
  }

  /** URIs of the configuration files that are open. */
  configurationUris(): string[] {
    return this.files.keys().filter(uri => CONFIGURATION.test(uri));
  }

  isNotebook(uri: string): boolean {
    return this.notebooks.get(uri) !== undefined;
  }

  private isAnalysed(uri: string): boolean {
    const file = this.files.get(uri);
    return this.isNotebook(uri) || (file !== undefined && isLookedAt(file) && this.windowOf(uri) === undefined);
  }

  /** The open notebook of the Interactive Window that this text is the input of. */
  private windowOf(input: string): string | undefined {
    return this.notebooks.uris().find(uri => interactiveInputOf(uri) === input);
  }

  private openInputOf(notebook: string): TextDocument | undefined {
    const input = interactiveInputOf(notebook);
    return input === undefined ? undefined : this.files.get(input);
  }

  /** Cells that are no Python, and what all cells show. */
  private otherTexts(uri: string): TextInput[] {
    return (this.notebooks.get(uri)?.cells ?? []).flatMap(({ document: cell }) => {
      const text = this.notebooks.text(cell);
      const outputs = this.notebooks.outputsOf(cell);
      return [
        ...(text && text.languageId !== PYTHON
          ? [{ part: { kind: 'source' as const, cell }, text: text.getText() }]
          : []),
        ...outputs.map(({ index, mime, text: shown }) => ({
          part: { kind: 'output' as const, cell, index, mime },
          text: shown
        }))
      ];
    });
  }

  private codeCells(uri: string): { id: string; version: number; text: string }[] {
    const cells = this.notebooks.get(uri)?.cells ?? [];
    const code = cells.filter(({ kind }) => kind === NotebookCellKind.Code);
    return [...code.map(({ document }) => this.notebooks.text(document)), this.openInputOf(uri)]
      .filter(text => text?.languageId === PYTHON)
      .flatMap(text => (text ? [{ id: text.uri, version: text.version, text: text.getText() }] : []));
  }
}

/** Python, and the files that configure Loadlight, whatever their language is called. */
function isLookedAt(document: TextDocument): boolean {
  return document.languageId === PYTHON || CONFIGURATION.test(document.uri);
}

/** The LSP text document that a part is; undefined for outputs, attachments and metadata, which LSP does not know. */
export function textUriOf(document: string, part: Part): string | undefined {
  if (part.kind === 'file') return document;
  return part.kind === 'source' ? part.cell : undefined;
}

/** Where an editor shows a place: itself, or for a cell's metadata and outputs the start of the cell. Undefined where it cannot. */
export function shownAt({ document, part, range }: Place): { uri: string; range: Range } | undefined {
  const uri = textUriOf(document, part);
  if (uri !== undefined) return { uri, range };
  const start = { line: 0, character: 0 };
  const isOfCell = part.kind === 'output' || part.kind === 'attachment' || part.kind === 'metadata';
  return isOfCell && part.cell !== null ? { uri: part.cell, range: { start, end: start } } : undefined;
}
