import { OUTPUTS, type OutputsParams, type OutputText } from '@loadlight/protocol/messages';
import { OutputBudget, textsOfOutputs } from '@loadlight/protocol/output-texts';
import type { Contents } from '@jupyterlab/services';
import {
  DidCloseNotebookDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenNotebookDocumentNotification,
  DidOpenTextDocumentNotification,
  type Diagnostic,
  NotebookCellKind,
  type ProtocolConnection
} from 'vscode-languageserver-protocol';
import type { Documents, Unclaimed } from '../documents/documents.js';
import type { OpenDocument } from '../documents/open-document.js';
import { uriOfCell, uriOfPath } from '../files/uris.js';
import { kernelLanguage } from '../documents/kernel-language.js';

/** How long the server may take for one file, in milliseconds. */
const PATIENCE_MS = 10_000;

/** One text of a file that is looked at, and what is found in it. */
export interface LookedText {
  readonly uri: string;
  /** Index among all cells; undefined for a .py file. */
  readonly cell: number | undefined;
  readonly source: string;
  readonly findings: readonly Diagnostic[];
}

/** A notebook or .py file that the server has, and has looked at. */
export interface LookedFile {
  readonly path: string;
  readonly kind: 'notebook' | 'file';
  /** All of it, in order: of a notebook the cells, of whatever type. */
  readonly texts: readonly LookedText[];
  /** Findings that fix-all would take away. */
  readonly safeFixes: number;
}

/** Where files are, what is open, and who looks at them. */
export interface LookingAround {
  readonly contents: Contents.IManager;
  readonly documents: Documents;
  readonly connection: ProtocolConnection;
}

/** A text of a file that is not open, for the server. */
interface Part {
  readonly uri: string;
  readonly cell: number | undefined;
  /** `code`, `markdown` or `raw`; undefined for a .py file. */
  readonly type: string | undefined;
  readonly source: string;
  readonly outputs: readonly OutputText[];
  /** Of the cell, as the file has it. */
  readonly metadata: Record<string, unknown>;
}

/**
 * Shows a file to the server for as long as `use` takes, which is told what is found in it. Undefined for a notebook of another
 * language; what the editor has for a document that is open. Rejects where the file cannot be read or the server does not answer.
 */
export async function withLookedFile<T>(
  path: string,
  { contents, documents, connection }: LookingAround,
  use: (file: LookedFile) => Promise<T> | T
): Promise<T | undefined> {
  const known = documents.ofPath(path);
  if (known && known.language.toLowerCase() !== 'python') return undefined;
  if (known) {
    await settled(known, documents);
    return use(asLooked(known));
  }
  const file = await contents.get(path, { content: true });
  const kind = file.type === 'notebook' ? 'notebook' : 'file';
  const parts = kind === 'notebook' ? cellsOf(path, file.content) : [textOf(path, file.content)];
  if (!parts) return undefined;
  if (parts.length === 0) return use({ path, kind, texts: [], safeFixes: 0 });
  const found = answers(path, parts, documents);
  try {
    await (kind === 'notebook' ? openNotebook(path, parts, connection) : openFile(parts, connection));
    const { texts, safeFixes } = await found.whole;
    return await use({ path, kind, texts, safeFixes });
  } finally {
    found.stop();
    // Opened by the user meanwhile: it is theirs to close.
    if (!documents.ofPath(path)) await close(path, kind, parts, connection);
  }
}

/** Waits until the server has looked at the document as it is; not for longer than it takes for a file, and not where it does not look. */
function settled(document: OpenDocument, documents: Documents): Promise<void> {
  const isThrough = (): boolean => {
    const { analysed, isSent, version } = document;
    return !isSent || (analysed !== undefined && analysed.pending !== true && analysed.version >= version);
  };
  return new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer);
      documents.documentChanged.disconnect(look);
      resolve();
    };
    const look = (): void => {
      if (isThrough()) end();
    };
    const timer = setTimeout(end, PATIENCE_MS);
    documents.documentChanged.connect(look);
    look();
  });
}

function asLooked(document: OpenDocument): LookedFile {
  const { path, kind, texts, analysed } = document;
  return {
    path,
    kind,
    texts: texts.map(({ uri, model, findings }, index) => ({
      uri,
      cell: document.cellIndex(index),
      source: model.getSource(),
      findings
    })),
    safeFixes: analysed?.safeFixes ?? 0
  };
}

function textOf(path: string, content: unknown): Part {
  return { uri: uriOfPath(path), cell: undefined, type: undefined, source: String(content), outputs: [], metadata: {} };
}

/** The cells of a Python notebook as the contents manager gives it; undefined for one of another language. */
function cellsOf(path: string, content: unknown): Part[] | undefined {
  const { cells, metadata } = (content ?? {}) as { cells?: unknown; metadata?: Record<string, unknown> };
  if (kernelLanguage(metadata ?? {}).toLowerCase() !== 'python') return undefined;
  if (!Array.isArray(cells)) return [];
  const budget = new OutputBudget<number>();
  return cells.map(
    ({ id, cell_type: type = 'raw', source = '', outputs = [], metadata: own = {} }: FileCell, index) => ({
      uri: uriOfCell(path, id ?? `cell-${index}`),
      cell: index,
      type,
      source: Array.isArray(source) ? source.join('') : source,
      outputs: budget.take(index, textsOfOutputs(outputs)),
      metadata: own
    })
  );
}

interface FileCell {
  readonly id?: string;
  readonly cell_type?: string;
  readonly source?: string | string[];
  readonly outputs?: readonly unknown[];
  readonly metadata?: Record<string, unknown>;
}

/** Gathers what the server says of these parts until it has looked at the whole. */
function answers(
  path: string,
  parts: readonly Part[],
  documents: Documents
): { whole: Promise<Pick<LookedFile, 'texts' | 'safeFixes'>>; stop(): void } {
  const uri = uriOfPath(path);
  const said = new Map<string, readonly Diagnostic[]>();
  let stop = (): void => undefined;
  const whole = new Promise<Pick<LookedFile, 'texts' | 'safeFixes'>>((resolve, reject) => {
    const hear = (_: Documents, heard: Unclaimed): void => {
      if (heard.kind === 'findings') said.set(heard.uri, heard.findings);
      else if (heard.analysed.uri === uri) {
        const texts = parts.map(part => ({
          uri: part.uri,
          cell: part.cell,
          source: part.source,
          findings: said.get(part.uri) ?? []
        }));
        resolve({ texts, safeFixes: heard.analysed.safeFixes });
      }
    };
    documents.unclaimed.connect(hear);
    const timer = setTimeout(() => reject(new Error('no answer')), PATIENCE_MS);
    stop = () => {
      clearTimeout(timer);
      documents.unclaimed.disconnect(hear);
    };
  });
  return { whole, stop: () => stop() };
}

function openFile([part]: readonly Part[], connection: ProtocolConnection): Promise<void> {
  const textDocument = { uri: part?.uri ?? '', languageId: 'python', version: 1, text: part?.source ?? '' };
  return connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
}

async function openNotebook(path: string, parts: readonly Part[], connection: ProtocolConnection): Promise<void> {
  const cells = parts.map(({ uri, type, metadata: { loadlight } }) => ({
    kind: type === 'markdown' ? NotebookCellKind.Markup : NotebookCellKind.Code,
    document: uri,
    ...(loadlight !== undefined && { metadata: { loadlight } })
  }));
  const shown = parts.filter(({ outputs }) => outputs.length > 0).map(({ uri: cell, outputs }) => ({ cell, outputs }));
  const outputs: OutputsParams = { notebook: uriOfPath(path), cells: shown };
  if (shown.length > 0) await connection.sendNotification(OUTPUTS, outputs);
  await connection.sendNotification(DidOpenNotebookDocumentNotification.type, {
    notebookDocument: { uri: uriOfPath(path), notebookType: 'jupyter-notebook', version: 1, cells },
    cellTextDocuments: parts.map(({ uri, type, source }) => ({
      uri,
      languageId: type === 'code' ? 'python' : (type ?? ''),
      version: 1,
      text: source
    }))
  });
}

function close(
  path: string,
  kind: LookedFile['kind'],
  parts: readonly Part[],
  connection: ProtocolConnection
): Promise<void> {
  const uri = uriOfPath(path);
  // A connection that is gone has nothing open.
  return (
    kind === 'notebook'
      ? connection.sendNotification(DidCloseNotebookDocumentNotification.type, {
          notebookDocument: { uri },
          cellTextDocuments: parts.map(part => ({ uri: part.uri }))
        })
      : connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  ).catch(() => undefined);
}
