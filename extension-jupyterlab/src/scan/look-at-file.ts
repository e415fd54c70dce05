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
import { uriOfCell, uriOfPath } from '../files/uris.js';
import { kernelLanguage } from '../documents/kernel-language.js';

/** How long the server may take for one file, in milliseconds. */
const PATIENCE_MS = 10_000;

/** The findings of one part of a file. */
export interface PartFindings {
  /** Index among all cells; undefined for a .py file. */
  readonly cell: number | undefined;
  readonly findings: readonly Diagnostic[];
}

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
 * Shows a file to the server for as long as it takes. Undefined for a notebook of another language; what is known already
 * for a document that is open. Rejects where the file cannot be read or the server does not answer.
 */
export async function lookAtFile(
  path: string,
  contents: Contents.IManager,
  documents: Documents,
  connection: ProtocolConnection
): Promise<PartFindings[] | undefined> {
  const known = documents.ofPath(path);
  if (known && known.language.toLowerCase() !== 'python') return undefined;
  if (known) return known.texts.map((text, index) => ({ cell: known.cellIndex(index), findings: text.findings }));
  const file = await contents.get(path, { content: true });
  const content: unknown = file.content;
  const isNotebook = file.type === 'notebook';
  const parts = isNotebook
    ? cellsOf(path, content)
    : [{ uri: uriOfPath(path), cell: undefined, type: undefined, source: String(content), outputs: [], metadata: {} }];
  if (!parts) return undefined;
  if (parts.length === 0) return [];
  const found = answers(path, parts, documents);
  try {
    await (isNotebook ? openNotebook(path, parts, connection) : openFile(parts, connection));
    return await found.whole;
  } finally {
    found.stop();
    // Opened by the user meanwhile: it is theirs to close.
    if (!documents.ofPath(path)) await close(path, isNotebook, parts, connection);
  }
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
): { whole: Promise<PartFindings[]>; stop(): void } {
  const uri = uriOfPath(path);
  const said = new Map<string, readonly Diagnostic[]>();
  let stop = (): void => undefined;
  const whole = new Promise<PartFindings[]>((resolve, reject) => {
    const hear = (_: Documents, heard: Unclaimed): void => {
      if (heard.kind === 'findings') said.set(heard.uri, heard.findings);
      else if (heard.uri === uri) resolve(parts.map(part => ({ cell: part.cell, findings: said.get(part.uri) ?? [] })));
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
  isNotebook: boolean,
  parts: readonly Part[],
  connection: ProtocolConnection
): Promise<void> {
  const uri = uriOfPath(path);
  // A connection that is gone has nothing open.
  return (
    isNotebook
      ? connection.sendNotification(DidCloseNotebookDocumentNotification.type, {
          notebookDocument: { uri },
          cellTextDocuments: parts.map(part => ({ uri: part.uri }))
        })
      : connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  ).catch(() => undefined);
}
