import { SHARE, type ShareParams, type ShareResult, type SharedReport } from '@loadlight/protocol/share';
import { l10n, type NotebookDocument, ProgressLocation, type Uri, window, workspace } from 'vscode';
import type { ServerClient } from '../server-client.js';
import { notebookText } from './notebook-text.js';

/** The notebook where VS Code has it open, in an editor or not. */
export function openNotebook(file: Uri): NotebookDocument | undefined {
  return workspace.notebookDocuments.find(({ uri }) => uri.toString() === file.toString());
}

/** What the server says of the notebook: of its file, or of what the editor holds where that is not saved. */
export function ask(client: ServerClient, file: Uri, more: Partial<ShareParams> = {}): Thenable<ShareResult> {
  const open = openNotebook(file);
  const unsaved = open?.isDirty === true || open?.isUntitled === true;
  const params: ShareParams = {
    uri: client.code2ProtocolConverter.asUri(file),
    ...(unsaved && { text: notebookText(open) }),
    ...more
  };
  const options = { location: ProgressLocation.Window, title: l10n.t('Loadlight: looking at the notebook') };
  return window.withProgress(options, () => client.sendRequest<ShareResult>(SHARE, params));
}

/** The report on the notebook as it is in the editor, for edits that are made there. */
export async function askForEditor(client: ServerClient, notebook: NotebookDocument): Promise<SharedReport> {
  const answer = await ask(client, notebook.uri, { text: notebookText(notebook) });
  if ('error' in answer) throw new Error(answer.error);
  return answer.report;
}
