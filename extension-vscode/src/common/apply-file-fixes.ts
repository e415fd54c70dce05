import { Uri, window, workspace, WorkspaceEdit, type WorkspaceEditEntryMetadata } from 'vscode';
import { type FileFix, isAsBefore } from './file-fix.js';
import { fileOf, shownFiles } from './shown-files.js';
import { isNotebook } from './workspace-files.js';

/** A file can change while the edit of all is on its way; then it is left, and the others are tried again, so often. */
const MOST_TRIES = 3;

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
  label: string | undefined
): Promise<Applied | undefined> {
  for (let tries = 1; ; tries++) {
    const current = await those(fixes, isAsBefore);
    const moved = fixes.length - current.length;
    if (current.length === 0) return { done: [], moved, open: 0, failed: 0 };
    const unsaved = filesNotSaved();
    const shown = shownFiles();
    if (await workspace.applyEdit(editOf(current, label))) {
      const done = label === undefined ? current : await those(current, async fix => !(await isAsBefore(fix)));
      const saved = await save(done, unsaved, shown);
      await closeOthers(done, shown);
      return { done, moved, ...saved };
    }
    if (label !== undefined) return undefined;
    if (tries === MOST_TRIES) throw new Error('the edit was refused');
  }
}

async function those<T>(all: readonly T[], isOne: (one: T) => Promise<boolean>): Promise<T[]> {
  const are = await Promise.all(all.map(isOne));
  return all.filter((_, index) => are[index]);
}

function editOf(fixes: readonly FileFix[], label: string | undefined): WorkspaceEdit {
  const whole = new WorkspaceEdit();
  const [first] = fixes;
  if (label !== undefined && first !== undefined) previewFirst(whole, first.file, label);
  const metadata = label === undefined ? undefined : { label, needsConfirmation: false };
  for (const [text, edits] of fixes.flatMap(fix => fix.edits)) {
    for (const { range, newText } of edits) whole.replace(text, range, newText, metadata);
  }
  return whole;
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
  fixes: readonly FileFix[],
  unsaved: ReadonlySet<string>,
  shown: ReadonlySet<string>
): Promise<Pick<Applied, 'open' | 'failed'>> {
  const stays = ({ file }: FileFix): boolean => {
    const uri = file.toString();
    const savesShown = workspace.getConfiguration('files', file).get('refactoring.autoSave') !== false;
    return unsaved.has(uri) || (shown.has(uri) && !savesShown);
  };
  const saved = fixes.filter(fix => !stays(fix));
  const isSaved = await Promise.all(saved.map(({ file }) => saveFile(file)));
  return { open: fixes.length - saved.length, failed: isSaved.filter(is => !is).length };
}

/** VS Code opens a tab for a notebook that is not saved within a tenth of a second. */
async function closeOthers(fixes: readonly FileFix[], shown: ReadonlySet<string>): Promise<void> {
  const opened = new Set(fixes.map(({ file }) => file.toString()).filter(uri => !shown.has(uri)));
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  const others = tabs.filter(
    tab => !tab.isActive && !tab.isDirty && fileOf(tab).some(uri => opened.has(uri.toString()))
  );
  await window.tabGroups.close(others, true);
}

async function saveFile(file: Uri): Promise<boolean> {
  const document = isNotebook(file)
    ? await workspace.openNotebookDocument(file)
    : await workspace.openTextDocument(file);
  return (await document.save()) || !document.isDirty;
}

function filesNotSaved(): ReadonlySet<string> {
  const documents = [...workspace.textDocuments, ...workspace.notebookDocuments];
  return new Set(documents.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
}
