import { commands, env, l10n, type Uri, window, workspace } from 'vscode';
import { MAX_WHOLE } from '../files.js';
import type { ServerClient } from '../server-client.js';
import { unlinked } from '../unlinked.js';
import { ask, openNotebook } from './ask-share.js';
import { cleanPath } from './clean-name.js';
import { copiedSentence } from './share-rows.js';
import { nameOf } from './share-tree.js';
import { tell } from './tell.js';

/**
 * Writes a copy of the notebook's file without what was found, where the user says. The copy is the file's, byte for byte apart from
 * what is taken out; so what is not saved is saved first, if the user agrees.
 * Rejects where the file cannot be read or the copy not be written.
 */
export async function saveCleanCopy(client: ServerClient, asked: Uri): Promise<void> {
  const file = await savedFile(asked);
  if (file === undefined) return;
  const target = await window.showSaveDialog({
    defaultUri: file.with({ path: cleanPath(file.path) }),
    filters: { [l10n.t('Notebook')]: ['ipynb'] },
    title: l10n.t('Where does the clean copy go?')
  });
  if (target === undefined) return;
  if (target.toString() === file.toString()) {
    tell(l10n.t('Loadlight: the copy needs another name than the notebook. Nothing was written.'));
    return;
  }
  const { size } = await workspace.fs.stat(file);
  if (size > MAX_WHOLE) {
    tell(l10n.t('Loadlight: {0} is too large to copy here. `loadlight share` in a terminal takes it.', nameOf(file)));
    return;
  }
  const bytes = await workspace.fs.readFile(file);
  const { mark, text } = decoded(bytes);
  const answer = await ask(client, file, { text, clean: true });
  if ('error' in answer || answer.clean === undefined) {
    tell(l10n.t('Loadlight: {0}', 'error' in answer ? answer.error : l10n.t('The server is not running.')));
    return;
  }
  if (openNotebook(file)?.isDirty === true || !same(bytes, await workspace.fs.readFile(file))) {
    tell(l10n.t('Loadlight: {0} has changed meanwhile. Nothing was written; try again.', nameOf(file)));
    return;
  }
  const { clean } = answer;
  await writeWhole(target, new TextEncoder().encode(mark + clean.text));
  const said = copiedSentence(nameOf(target), clean.removed, clean.report, l10n.t, env.language);
  const open = l10n.t('Open');
  void window.showInformationMessage(unlinked(said), open).then(answered => {
    if (answered === open) void commands.executeCommand('vscode.open', target);
  });
}

/** All of it or nothing: a copy that is cut off may look like a clean one. Rejects where it cannot be written. */
async function writeWhole(target: Uri, bytes: Uint8Array): Promise<void> {
  const temporary = target.with({ path: target.path.replace(/[^/]*$/, name => `.${name}.tmp`) });
  try {
    await workspace.fs.writeFile(temporary, bytes);
    await workspace.fs.rename(temporary, target, { overwrite: true });
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/** Undefined where there are changes that the user does not want to save. */
async function savedFile(file: Uri): Promise<Uri | undefined> {
  const notebook = openNotebook(file);
  if (notebook?.isDirty !== true && notebook?.isUntitled !== true) return file;
  const save = l10n.t('Save and go on');
  const detail = l10n.t('The clean copy is made from the file, and the notebook has changes that are not saved.');
  const question = l10n.t('Save {0} first?', nameOf(file));
  if ((await window.showInformationMessage(question, { modal: true, detail }, save)) !== save) return undefined;
  return workspace.save(file);
}

/** The text without its mark of UTF-8. Throws where it is no UTF-8. */
function decoded(bytes: Uint8Array): { mark: string; text: string } {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  return text.startsWith('\ufeff') ? { mark: '\ufeff', text: text.slice(1) } : { mark: '', text };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
