import { SOURCE } from '@loadlight/protocol/kinds';
import {
  commands,
  type Disposable,
  env,
  type ExtensionContext,
  l10n,
  languages,
  UIKind,
  version as editorVersion,
  window,
  workspace
} from 'vscode';
import { type ReportFacts, reportOf } from './report.js';
import type { ServerState } from './supervisor.js';

/** The scheme of a cell's text. */
const CELL = 'vscode-notebook-cell';

/** What is read of our own package.json. */
interface Manifest {
  readonly version: string;
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, unknown>> } };
}

/** The command that copies what somebody who reads an issue needs to know. `host`: where the extension runs. */
export function registerCopyReport(context: ExtensionContext, host: string, state: () => ServerState): Disposable {
  return commands.registerCommand('loadlight.copyReport', async () => {
    await env.clipboard.writeText(reportOf(factsOf(context, host, state())));
    void window.showInformationMessage(
      l10n.t('Loadlight: the report is copied. It holds no paths, no texts and no values of settings.')
    );
  });
}

function factsOf({ extension }: ExtensionContext, host: string, server: ServerState): ReportFacts {
  const { version, contributes } = extension.packageJSON as Manifest;
  const { configuration } = contributes;
  return {
    version,
    editor: { name: env.appName, version: editorVersion, where: whereOf() },
    host,
    server,
    trusted: workspace.isTrusted,
    folders: workspace.workspaceFolders?.length ?? 0,
    open: {
      files: workspace.textDocuments.filter(({ languageId, uri }) => languageId === 'python' && uri.scheme !== CELL)
        .length,
      notebooks: workspace.notebookDocuments.length
    },
    settings: Object.fromEntries(Object.keys(configuration.properties).map(name => [name, levelsOf(name)])),
    codes: languages
      .getDiagnostics()
      .flatMap(([, diagnostics]) => diagnostics)
      .filter(({ source }) => source === SOURCE)
      .map(({ code }) => (typeof code === 'object' ? code.value : code))
  };
}

function whereOf(): string {
  const kind = env.uiKind === UIKind.Web ? 'browser' : 'desktop';
  return env.remoteName === undefined ? kind : `${kind}, remote`;
}

function levelsOf(setting: string): string[] {
  const found = workspace.getConfiguration().inspect(setting);
  return [
    found?.globalValue === undefined ? '' : 'the user',
    found?.workspaceValue === undefined ? '' : 'the workspace',
    found?.workspaceFolderValue === undefined ? '' : 'a folder'
  ].filter(level => level !== '');
}
