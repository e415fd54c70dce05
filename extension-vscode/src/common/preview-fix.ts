import type { IgnoringData } from '@loadlight/protocol/finding-data';
import { SOURCE } from '@loadlight/protocol/kinds';
import { commands, type Disposable, l10n, languages, type TextEditor, window, workspace, WorkspaceEdit } from 'vscode';
import { type CodeAction, CodeActionKind, CodeActionRequest, CodeActionResolveRequest } from 'vscode-languageclient';
import { ask, askedOf } from './asking.js';
import { ignoringOf } from './ignoring.js';
import { wantsMasked } from './masked-preview.js';
import { applyWhole, secretDataOf, wholeEdit } from './quick-fixes.js';
import type { ServerClient } from './server-client.js';
import { takeOutOf } from './take-out-everywhere.js';
import { unlinked } from './unlinked.js';

/**
 * The command that shows what a fix at the cursor would change, and changes it when told to. The menu of quick fixes
 * has a key for the same, and no room for a second row for every fix.
 */
export function registerPreviewFix(running: () => ServerClient | undefined): Disposable {
  return commands.registerCommand('loadlight.previewFix', async () => {
    const editor = window.activeTextEditor;
    const client = running();
    const fixes = editor === undefined || client === undefined ? [] : await fixesAt(client, editor);
    if (client === undefined || fixes.length === 0) {
      void window.showInformationMessage(l10n.t('Loadlight: there is no fix at the cursor.'));
      return;
    }
    const items = fixes.map(fix => ({ label: unlinked(fix.title), fix }));
    const placeHolder = l10n.t('Which fix?');
    const chosen = items.length === 1 ? items[0] : await window.showQuickPick(items, { placeHolder });
    if (chosen === undefined) return;
    const asked = askedOf(chosen.fix);
    const answer = asked && (await ask(asked, chosen.fix.title));
    if (asked !== undefined && answer === undefined) return;
    try {
      await preview(client, answer === undefined ? chosen.fix : withAnswer(chosen.fix, answer));
    } catch (error) {
      client.warn('the fix was not shown', error, false);
      void window.showInformationMessage(l10n.t('Loadlight: the text has changed since. Try again.'));
    }
  });
}

/** The fixes of the finding at the cursor, or else of the first one in its line. */
async function fixesAt(client: ServerClient, { document, selection }: TextEditor): Promise<CodeAction[]> {
  const cursor = selection.active;
  const near = languages
    .getDiagnostics(document.uri)
    .filter(
      ({ source, range }) => source === SOURCE && range.start.line <= cursor.line && cursor.line <= range.end.line
    )
    .map(({ range }) => range)
    .sort((a, b) => a.start.compareTo(b.start));
  const at = near.find(range => range.contains(cursor)) ?? near[0];
  if (at === undefined) return [];
  const answers = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: client.code2ProtocolConverter.asRange(at),
    context: { diagnostics: [], only: [CodeActionKind.QuickFix] }
  });
  return (answers ?? []).filter(
    (answer): answer is CodeAction =>
      'kind' in answer &&
      answer.kind === CodeActionKind.QuickFix &&
      changesText(ignoringOf(answer)?.ignores) &&
      takeOutOf(answer) === undefined
  );
}

/** The configuration may be a file that is not there yet, and metadata is no text: neither has a preview. */
function changesText(ignores: IgnoringData['ignores']): boolean {
  return ignores === undefined || ignores === 'comment';
}

function withAnswer(fix: CodeAction, answer: string): CodeAction {
  return { ...fix, data: { ...(fix.data as object), answer } };
}

/** Opens the editor's preview: none of the edit happens before the user has looked at it. */
async function preview(client: ServerClient, fix: CodeAction): Promise<void> {
  const { edit, command } = fix.edit === undefined ? await client.sendRequest(CodeActionResolveRequest.type, fix) : fix;
  const whole = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  if (secretDataOf(fix)) {
    if (!(await wantsMasked(fix.title, whole))) return;
    const all = await wholeEdit(client, { edit, command });
    if (all === undefined) throw new Error('the edit was refused');
    await applyWhole(all, secretDataOf(fix));
    return;
  }
  const asked = new WorkspaceEdit();
  const metadata = { label: fix.title, needsConfirmation: true };
  for (const [uri, edits] of whole?.entries() ?? []) {
    for (const { range, newText } of edits) asked.replace(uri, range, newText, metadata);
  }
  await workspace.applyEdit(asked);
}
