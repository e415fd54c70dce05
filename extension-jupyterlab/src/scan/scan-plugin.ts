import { ILabShell, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, MainAreaWidget } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import { DocumentWidget } from '@jupyterlab/docregistry';
import { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { COMMANDS } from '../command-ids.js';
import { Fixer } from '../fixes/fixer.js';
import { askSafeFixes, askTakeOut } from '../folder-fix/asks.js';
import { askFolder } from '../folder-fix/ask-folder.js';
import { FolderFix } from '../folder-fix/folder-fix.js';
import { loadlightIcon } from '../icons.js';
import { ILoadlight } from '../tokens.js';
import { FolderScan } from './folder-scan.js';
import { ScanView } from './scan-view.js';

/** Looks at a whole folder from the file browser. */
export const scanPlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:scan',
  description: 'Scans and fixes a folder of notebooks and Python files from the file browser.',
  autoStart: true,
  requires: [ILoadlight],
  optional: [IFileBrowserFactory, ICommandPalette, ILabShell],
  activate: (
    app: JupyterFrontEnd,
    loadlight: ILoadlight,
    browsers: IFileBrowserFactory | null,
    palette: ICommandPalette | null,
    labShell: ILabShell | null
  ) => {
    const { trans, documents, server, reveal, fixes } = loadlight;
    const { contents } = app.serviceManager;
    const fixer = new Fixer(() => server.connection);
    let number = 0;
    /** The last tab of each folder. */
    const tabs = new Map<string, MainAreaWidget>();

    /** The folder that is selected in the file browser, or the one that it shows. */
    function chosen(): string {
      const browser = browsers?.tracker.currentWidget;
      if (!browser) return '';
      const [first] = browser.selectedItems();
      return first?.type === 'directory' ? first.path : browser.model.path;
    }

    async function jump(path: string, cell: number | undefined, { range }: Diagnostic): Promise<void> {
      const widget: unknown = await app.commands.execute('docmanager:open', { path });
      if (!(widget instanceof DocumentWidget)) return;
      await widget.context.ready;
      await widget.revealed;
      const document = documents.ofPath(path);
      const text = document?.texts.find((_, index) => document.cellIndex(index) === cell);
      if (document && text) await reveal(document, text, range.start);
    }

    /** Opens a tab that looks at the folder, in the place of the one before. */
    function open(folder: string): ScanView {
      const content = new ScanView({
        trans,
        newScan: ask => new FolderScan(folder, contents, documents, server, ask),
        newFix: () => new FolderFix(askSafeFixes(fixer), { contents, documents, server, write: fixes.write }),
        jump: (...to) => void jump(...to)
      });
      const page = new MainAreaWidget({ content });
      page.toolbar.hide();
      page.id = `loadlight-scan-${number++}`;
      page.title.label = trans.__('Scan: %1', folder === '' ? '/' : PathExt.basename(folder));
      page.title.icon = loadlightIcon;
      page.title.closable = true;
      page.node.setAttribute('role', 'region');
      page.node.setAttribute('aria-label', page.title.label);
      const before = tabs.get(folder);
      tabs.set(folder, page);
      page.disposed.connect(() => {
        if (tabs.get(folder) === page) tabs.delete(folder);
      });
      app.shell.add(page, labShell ? 'main' : 'right', before && { ref: before.id, mode: 'tab-after' });
      before?.dispose();
      app.shell.activateById(page.id);
      return content;
    }

    const describedBy = {
      args: {
        type: 'object',
        properties: {
          path: { type: 'string', description: trans.__('The folder; else the one in the file browser') }
        }
      }
    };
    app.commands.addCommand(COMMANDS.scanFolder, {
      label: trans.__('Scan This Folder'),
      caption: trans.__('Look at every notebook and Python file in this folder and below'),
      icon: loadlightIcon,
      describedBy,
      execute: ({ path }) => {
        void open(typeof path === 'string' ? path : chosen()).look();
      }
    });
    app.commands.addCommand(COMMANDS.fixFolder, {
      label: trans.__('Fix All That Is Safe in This Folder'),
      caption: trans.__(
        'Show what every safe fix would change in this folder and below, and make the changes that you choose'
      ),
      icon: loadlightIcon,
      describedBy,
      execute: ({ path }) => {
        void open(typeof path === 'string' ? path : chosen()).lookAndFix();
      }
    });
    fixes.everywhere.connect((_, { id, title, folder }) => {
      void askFolder(title, folder, trans).then(chosen => {
        if (chosen === undefined) return;
        void open(chosen).lookAndChange(
          askTakeOut(id, () => server.connection),
          'places'
        );
      });
    });
    const category = trans.__('Loadlight');
    for (const command of [COMMANDS.scanFolder, COMMANDS.fixFolder]) palette?.addItem({ command, category });
  }
};
