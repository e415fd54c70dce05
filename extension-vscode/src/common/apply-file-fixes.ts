import { Uri, window, workspace, WorkspaceEdit, type WorkspaceEditEntryMetadata } from 'vscode';
import { addCleared } from './clear-outputs.js';
import { type FileFix, isAsBefore, type KeptFile } from './file-fix.js';
import { keptOnce } from './kept-once.js';
import type { ServerClient } from './server-client.js';
import { fileOf, shownFiles } from './shown-files.js';
import { someAtOnce } from './some-at-once.js';
import { isNotebook } from './workspace-files.js';

/** A file can change while the edit of all is on its way; then it is left, and the others are tried again, so often. */
const MOST_TRIES = 3;
/** VS Code closes the first of fifty documents that are opened at once before it gives them. */
const MOST_OPEN = 8;

/** What became of the fixes. */
export interface Applied {
  readonly done: readonly FileFix[];
  /** Files that have changed since. */
  readonly moved: number;
  /** Files that stay open and not saved, because the user has changes of their own there or wants it so. */
  readonly open: number;
  /** Files that could not be saved. */
  readonly failed: number;
}

/**
 * Makes all these fixes in one step, and saves the files but for those in which the user has changes of their own. With `label`
 * VS Code shows its preview first, and under that label; undefined where the user wants nothing of it. Rejects where VS Code
 * refuses for another reason than a text that has changed.
 */
export async function applyFileFixes(
  fixes: readonly FileFix[],
  client: ServerClient,
  label: string | undefined
): Promise<Applied | undefined> {
  for (let tries = 1; ; tries++) {
    const unchanged = await those(fixes, isAsBefore);
    const current = unchanged.filter(fix => addTo(new WorkspaceEdit(), fix, client, undefined));
    const moved = fixes.length - current.length;
    if (current.length === 0) return { done: [], moved, open: 0, failed: 0 };
    const unsaved = filesNotSaved();
    const shown = shownFiles();
    if (await workspace.applyEdit(editOf(current, client, label))) {
      const done = label === undefined ? current : await those(current, async fix => !(await isAsBefore(fix)));
      const files = [...done.map(({ file }) => file), ...keptBy(done).map(({ uri }) => uri)];
      const saved = await save(files, unsaved, shown);
      await closeOthers(files, shown);
      return { done, moved, ...saved };
    }
    if (label !== undefined) return undefined;
    if (tries === MOST_TRIES) throw new Error('the edit was refused');
  }
}

async function those(
  fixes: readonly FileFix[],
  isOne: (fix: FileFix) => Promise<boolean>
): Promise<readonly FileFix[]> {
  const are: boolean[] = [];
  await someAtOnce(fixes, MOST_OPEN, async (fix, index) => {
    are[index] = await isOne(fix);
  });
  return fixes.filter((_, index) => are[index]);
}

function editOf(fixes: readonly FileFix[], client: ServerClient, label: string | undefined): WorkspaceEdit {
  const whole = new WorkspaceEdit();
  const [first] = fixes;
  if (label !== undefined && first !== undefined) previewFirst(whole, first.file, label);
  // What may be refused comes first, before anything is changed.
  for (const one of keptBy(fixes)) keep(whole, one);
  for (const fix of fixes) addTo(whole, fix, client, label);
  return whole;
}

function keptBy(fixes: readonly FileFix[]): KeptFile[] {
  return keptOnce(fixes.flatMap(({ keeps }) => keeps));
}

function keep(whole: WorkspaceEdit, { uri, before, edits }: KeptFile): void {
  if (before === undefined) whole.createFile(uri);
  whole.set(uri, [...edits]);
}

/** Whether it could: outputs may be other ones by now. */
function addTo(
  whole: WorkspaceEdit,
  { edits, clears }: FileFix,
  { code2ProtocolConverter }: ServerClient,
  label: string | undefined
): boolean {
  if (clears) return addCleared(whole, edits, clears, ({ uri }) => code2ProtocolConverter.asUri(uri));
  const metadata = label === undefined ? undefined : { label, needsConfirmation: false };
  for (const [text, own] of edits) for (const { range, newText } of own) whole.replace(text, range, newText, metadata);
  return true;
}

/**
 * One edit that needs confirmation brings up VS Code's preview, and is the only one that is not ticked there. This one makes a
 * folder that is there: VS Code leaves it out of the preview, and it changes nothing. (`BulkFileOperations` in its `bulkEditPreview.ts`.)
 */
function previewFirst(edit: WorkspaceEdit, file: Uri, label: string): void {
  const metadata: WorkspaceEditEntryMetadata = { label, needsConfirmation: true };
  edit.createFile(Uri.joinPath(file, '..'), { ignoreIfExists: true }, metadata);
}

async function save(
  files: readonly Uri[],
  unsaved: ReadonlySet<string>,
  shown: ReadonlySet<string>
): Promise<Pick<Applied, 'open' | 'failed'>> {
  const stays = (file: Uri): boolean => {
    const uri = file.toString();
    const savesShown = workspace.getConfiguration('files', file).get('refactoring.autoSave') !== false;
    return unsaved.has(uri) || (shown.has(uri) && !savesShown);
  };
  const saved = files.filter(file => !stays(file));
  const isSaved = await Promise.all(saved.map(saveFile));
  return { open: files.length - saved.length, failed: isSaved.filter(is => !is).length };
}

/** VS Code opens a tab for a notebook that is not saved within a tenth of a second. */
async function closeOthers(files: readonly Uri[], shown: ReadonlySet<string>): Promise<void> {
  const opened = new Set(files.map(file => file.toString()).filter(uri => !shown.has(uri)));
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  const others = tabs.filter(
    tab => !tab.isActive && !tab.isDirty && fileOf(tab).some(uri => opened.has(uri.toString()))
  );
  await window.tabGroups.close(others, true);
}

async function saveFile(file: Uri): Promise<boolean> {
  const isFile = ({ uri }: { readonly uri: Uri }): boolean => uri.toString() === file.toString();
  const document = isNotebook(file)
    ? (workspace.notebookDocuments.find(isFile) ?? (await workspace.openNotebookDocument(file)))
    : (workspace.textDocuments.find(isFile) ?? (await workspace.openTextDocument(file)));
  return (await document.save()) || !document.isDirty;
}

function filesNotSaved(): ReadonlySet<string> {
  const documents = [...workspace.textDocuments, ...workspace.notebookDocuments];
  return new Set(documents.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
}
