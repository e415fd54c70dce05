import { ILabShell, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { IEditorTracker } from '@jupyterlab/fileeditor';
import { INotebookTracker } from '@jupyterlab/notebook';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { COMMANDS } from './command-ids.js';
import { Documents } from './documents/documents.js';
import { FrontDocument } from './documents/front-document.js';
import { followEditors } from './documents/follow-editors.js';
import { JupyterFiles } from './files/jupyter-files.js';
import { announceFiles, FILES, serveFiles, tellChanged } from './files/serve-files.js';
import { ServedTexts } from './files/served-texts.js';
import { ROOT_FOLDER } from './files/uris.js';
import { watchElsewhere } from './files/watch-elsewhere.js';
import { FixActions } from './fixes/fix-actions.js';
import { Fixer } from './fixes/fixer.js';
import { KernelVersions } from './kernel/kernel-versions.js';
import { changeOfFile, writeFile } from './fixes/write-files.js';
import { revealIn } from './panel/jump.js';
import { RulePages } from './rules/rule-pages.js';
import { SERVER_PARTS, SERVER_SCRIPT } from './server/addresses.js';
import { logFrom } from './server/log.js';
import { serverNews } from './server/news.js';
import { serverTexts } from './server/server-texts.js';
import { withoutHidden } from './server/without-hidden.js';
import { Supervisor } from './server/supervisor.js';
import { startWorker } from './server/worker-server.js';
import { SettingsService } from './settings/settings.js';
import { ILoadlight, TRANSLATION_DOMAIN } from './tokens.js';

const ID = '@loadlight/jupyterlab:plugin';

/** The server in its worker, and the documents that are with it. */
export const mainPlugin: JupyterFrontEndPlugin<ILoadlight> = {
  id: ID,
  description: 'Looks at notebooks and Python files with a language server in a web worker.',
  autoStart: true,
  provides: ILoadlight,
  requires: [INotebookTracker, IRenderMimeRegistry],
  optional: [IEditorTracker, ILabShell, ICommandPalette, ISettingRegistry, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    notebooks: INotebookTracker,
    rendermime: IRenderMimeRegistry,
    files: IEditorTracker | null,
    labShell: ILabShell | null,
    palette: ICommandPalette | null,
    registry: ISettingRegistry | null,
    translator: ITranslator | null
  ): ILoadlight => {
    // eslint-disable-next-line @typescript-eslint/no-useless-default-assignment -- JupyterLab 4.2 does not have it
    const { languageCode = 'en' } = translator ?? nullTranslator;
    const trans = (translator ?? nullTranslator).load(TRANSLATION_DOMAIN);
    const { contents, serverSettings } = app.serviceManager;
    const documents = new Documents();
    // As JupyterLab's own page says it; other pages do not say, and most servers refuse.
    const hasHidden = PageConfig.getOption('allow_hidden_files') === 'true';
    const running = () => server.connection;
    const retry = (): void => void server.restart();
    const kernels = new KernelVersions(notebooks);
    const settings = new SettingsService(registry, ID, running, kernels);
    const jupyterFiles = new JupyterFiles(contents, serverSettings);
    const served = new ServedTexts(path => tellChanged([path], running()));
    const server = new Supervisor({
      start: () => startWorker(SERVER_SCRIPT),
      parts: SERVER_PARTS,
      workspace: { folders: [ROOT_FOLDER], files: FILES, hasHidden },
      language: {
        tag: languageCode.replace('_', '-'),
        messages: { ...serverTexts(trans), ...(hasHidden ? {} : withoutHidden(trans)) }
      },
      attach: connection => {
        logFrom(connection);
        settings.serve(connection);
        serveFiles(connection, jupyterFiles, served);
        documents.listen(connection);
      },
      busy: () => documents.isBusy,
      skip: () => documents.skipOldest()?.path,
      news: serverNews(trans, retry)
    });
    server.stateChanged.connect((_, state) => {
      documents.attach(server.connection);
      if (state === 'failed') documents.clear();
    });
    announceFiles(contents, running);
    watchElsewhere(app, async () => {
      const changed = running() ? await jupyterFiles.changed() : [];
      if (changed.length > 0) tellChanged(changed, running());
    });
    followEditors(documents, notebooks, files);
    const rulePages = new RulePages(app, rendermime, trans, labShell ? 'main' : 'right');
    addCommands(app, palette, trans, { retry, openRule: rule => rulePages.open(rule) });
    void server.restart();
    return {
      documents,
      front: new FrontDocument(app, documents, notebooks, files),
      reveal: revealIn(app, notebooks, files),
      server,
      fixes: new FixActions(new Fixer(running), {
        documents,
        trans,
        write: edit => writeFile(edit, documents, contents, served),
        changeOf: edit => changeOfFile(edit, contents, served),
        open: path => void app.commands.execute('docmanager:open', { path })
      }),
      rulePages,
      settings,
      kernels,
      trans
    };
  }
};

interface Does {
  retry(): void;
  openRule(rule: string): Promise<void>;
}

function addCommands(
  { commands }: JupyterFrontEnd,
  palette: ICommandPalette | null,
  trans: ILoadlight['trans'],
  does: Does
): void {
  commands.addCommand(COMMANDS.retry, {
    label: trans.__('Restart Loadlight'),
    describedBy: { args: { type: 'object', properties: {} } },
    execute: does.retry
  });
  commands.addCommand(COMMANDS.openRule, {
    label: trans.__('Open a Rule’s Page'),
    describedBy: {
      args: {
        type: 'object',
        properties: { rule: { type: 'string', description: trans.__('The rule, such as LL101') } },
        required: ['rule']
      }
    },
    execute: ({ rule }) => does.openRule(typeof rule === 'string' ? rule : '')
  });
  palette?.addItem({ command: COMMANDS.retry, category: trans.__('Loadlight') });
}
