import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';

/** A scheme of our own: an extension may live at an address that an editor opens in a browser, as raw text. */
const SCHEME = 'loadlight-rule';
export const OPEN_RULE_PAGE = 'loadlight.openRulePage';
/** The address of a rule's page for a finding's code. A document, because the problem hover follows no command. */
export const RULE_PAGES = `${SCHEME}:/{rule}.md`;

/** What the build writes of each page that it ships: `["LL101", "unsafe-torch-load"]`. */
type Index = readonly (readonly [id: string, title: string])[];

/** Serves the shipped pages as documents, and opens one by a command, which asks which one when called without. */
export function registerRulePages(extension: Uri): Disposable {
  const read = async (name: string): Promise<string> => {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'rules', name));
    return new TextDecoder().decode(bytes);
  };
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => (/^\/LL\d{3}\.md$/.test(path) ? read(path.slice(1)) : undefined)
    }),
    commands.registerCommand(OPEN_RULE_PAGE, async (rule?: unknown) => {
      // Folders of an extension cannot be listed everywhere, so the build has written the list down.
      const id = typeof rule === 'string' ? rule : await pick(JSON.parse(await read('index.json')) as Index);
      if (id !== undefined) await commands.executeCommand('vscode.open', Uri.parse(RULE_PAGES.replace('{rule}', id)));
    })
  );
}

async function pick(index: Index): Promise<string | undefined> {
  const items = index.map(([label, description]) => ({ label, description }));
  const chosen = await window.showQuickPick(items, { placeHolder: l10n.t('Which rule?') });
  return chosen?.label;
}
