import type { ClearOutputs } from '@loadlight/protocol/clear-outputs';
import type { FixedData } from '@loadlight/protocol/finding-data';
import { FIX_ALL, NOTEBOOK_FIX_ALL } from '@loadlight/protocol/kinds';
import { type TextEdit, type Uri, workspace } from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient';
import type { TextEdits } from './clear-outputs.js';
import { askFor } from './fix-all.js';
import { isToReview } from './found-fixes.js';
import { diagnosticsOf, type QuietOpen, textsOf } from './quiet-open.js';
import type { ServerClient } from './server-client.js';
import { isNotebook } from './workspace-files.js';

/** What the server would change in one file. */
export interface Proposal {
  /** Of the file's own texts. */
  readonly edit?: WorkspaceEdit | undefined;
  /** Of files beside it, which others may be given just so: it is made once. */
  readonly keeps?: WorkspaceEdit | undefined;
  readonly clears?: ClearOutputs | undefined;
  /** How many findings or places it takes away. */
  readonly fixed: number;
  /** What it leaves to the user: findings whose fixes may change what the code does, or the file as a whole. */
  readonly leaves: number;
}

/** Asks the server what it would change in a file that it has; `texts` are what it knows the file by. */
export type Ask = (client: ServerClient, file: Uri, texts: readonly Uri[]) => Promise<Proposal>;

/** What would change in one file, for the texts that it had. */
export interface FileFix extends Pick<Proposal, 'clears' | 'fixed'> {
  readonly file: Uri;
  /** All texts of the file, by their URIs. */
  readonly before: ReadonlyMap<string, string>;
  /** When the file was written, in milliseconds: VS Code hears late of what others write. */
  readonly written: number | undefined;
  readonly edits: TextEdits;
  readonly keeps: readonly KeptFile[];
}

/** A file beside it, to be changed or made. */
export interface KeptFile {
  readonly uri: Uri;
  /** What it holds; undefined where there is none yet. */
  readonly before: string | undefined;
  readonly edits: readonly TextEdit[];
}

const NOTHING: Proposal = { fixed: 0, leaves: 0 };

/** All safe fixes of the file. */
export const safeFixes: Ask = async (client, file, texts) => {
  const [text] = texts;
  if (text === undefined) return NOTHING;
  const action = await askFor(client, { uri: text }, isNotebook(file) ? NOTEBOOK_FIX_ALL : FIX_ALL);
  const found = await Promise.all(texts.map(each => diagnosticsOf(client, each)));
  return {
    edit: action?.edit,
    fixed: (action?.data as FixedData | undefined)?.fixed ?? 0,
    leaves: found.flat().filter(isToReview).length
  };
};

/**
 * What `ask` gives for the file; without `fix` where nothing is to be changed, and `moved` where the text has changed while the
 * server was asked. A file that is to be changed is open in VS Code afterwards, for a while and in no editor: what is
 * changed is the text as VS Code reads it.
 */
export async function fixOf(
  client: ServerClient,
  quiet: QuietOpen,
  file: Uri,
  ask: Ask
): Promise<Pick<Proposal, 'leaves'> & { readonly fix?: FileFix | 'moved' }> {
  const first = await quiet.during(client, file, texts => ask(client, file, texts));
  const { leaves } = first;
  if (first.edit === undefined && first.clears === undefined) return { leaves };
  const texts = isNotebook(file)
    ? textsOf(await quiet.openNotebook(client, file))
    : [(await quiet.openText(client, file)).uri];
  const written = await writtenAt(file);
  const before = await textsIn(file);
  const { edit, keeps, clears, ...rest } = await ask(client, file, texts);
  const edits = (await client.protocol2CodeConverter.asWorkspaceEdit(edit))?.entries() ?? [];
  const isCurrent = areSame(before, await textsIn(file)) && edits.every(([text]) => before.has(text.toString()));
  if (!isCurrent || (edits.length === 0 && clears === undefined)) return { leaves, fix: 'moved' };
  const fix = { fixed: rest.fixed, file, before, written, edits, clears, keeps: await keptFiles(client, keeps) };
  return { leaves: rest.leaves, fix };
}

async function keptFiles(client: ServerClient, edit: WorkspaceEdit | undefined): Promise<KeptFile[]> {
  const entries = (await client.protocol2CodeConverter.asWorkspaceEdit(edit))?.entries() ?? [];
  return Promise.all(entries.map(async ([uri, edits]) => ({ uri, before: await textOf(uri), edits })));
}

/** Whether the file, and those beside it, still hold what the fix was made for. */
export async function isAsBefore({ file, before, written, keeps }: FileFix): Promise<boolean> {
  if ((await writtenAt(file)) !== written || !areSame(before, await textsIn(file))) return false;
  const kept = await Promise.all(keeps.map(({ uri }) => textOf(uri)));
  return keeps.every((one, index) => one.before === kept[index]);
}

async function writtenAt(file: Uri): Promise<number | undefined> {
  return (await workspace.fs.stat(file).then(undefined, () => undefined))?.mtime;
}

async function textOf(uri: Uri): Promise<string | undefined> {
  return (await workspace.openTextDocument(uri).then(undefined, () => undefined))?.getText();
}

/** The texts of a file as VS Code has it, by their URIs; none where it cannot be read any more. */
async function textsIn(file: Uri): Promise<ReadonlyMap<string, string>> {
  try {
    const documents = isNotebook(file)
      ? (await workspace.openNotebookDocument(file)).getCells().map(({ document }) => document)
      : [await workspace.openTextDocument(file)];
    return new Map(documents.map(document => [document.uri.toString(), document.getText()]));
  } catch {
    return new Map();
  }
}

function areSame(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return before.size === after.size && [...before].every(([uri, text]) => after.get(uri) === text);
}
