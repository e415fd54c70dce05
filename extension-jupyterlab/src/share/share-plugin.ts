import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ICommandPalette, Notification } from '@jupyterlab/apputils';
import { PageConfig } from '@jupyterlab/coreutils';
import { IFileBrowserFactory } from '@jupyterlab/filebrowser';
import { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { SharedFix, SharedItem } from '@loadlight/protocol/share';
import { COMMANDS } from '../command-ids.js';
import { loadlightIcon, shareIcon } from '../icons.js';
import { ILoadlight } from '../tokens.js';
import { fixInNotebook, textOfItem } from './share-fixes.js';
import { ignoreInNotebook } from './ignore-item.js';
import { downloadCopy, saveCopy } from './save-copy.js';
import { ShareBar } from './share-bar.js';
import { SharePanel } from './share-panel.js';
import { Sharing } from './sharing.js';

/** How long the notebook rests before it is looked at again, in milliseconds. */
const REST_MS = 1000;
/** How long a notice stays, in milliseconds. */
const NOTICE_MS = 6000;

/** With these a notebook leaves JupyterLab. */
const LEAVING = ['docmanager:download', 'notebook:export-to-format'];

/** Says whether a notebook is ready to be shared, and makes its clean copy. */
export const sharePlugin: JupyterFrontEndPlugin<void> = {
  id: '@loadlight/jupyterlab:share',
  description: 'Says whether a notebook is ready to be shared, and makes a copy without what was found.',
  autoStart: true,
  requires: [ILoadlight, INotebookTracker],
  optional: [IFileBrowserFactory, ICommandPalette],
  activate: (
    app: JupyterFrontEnd,
    loadlight: ILoadlight,
    notebooks: INotebookTracker,
    browsers: IFileBrowserFactory | null,
    palette: ICommandPalette | null
  ) => {
    const { commands, serviceManager, shell } = app;
    const { contents } = serviceManager;
    const { trans, server, documents, fixes, reveal, rulePages } = loadlight;
    const sharing = new Sharing({ running: () => server.connection, notebooks, contents, trans });
    const bars = new WeakMap<NotebookPanel, ShareBar>();
    const panel = new SharePanel(sharing, trans, {
      jump: (path, item) => void jump(path, item),
      fix: (path, item, fix) => void doFix(path, fix),
      ignore: (path, item) => void ignore(path, item),
      openRule: (_, rule) => void rulePages.open(rule),
      lookAgain: path => void sharing.look(path),
      save: path => void save(path),
      download: path => void download(path)
    });

    async function open(path: string): Promise<NotebookPanel | undefined> {
      const widget: unknown = await commands.execute('docmanager:open', { path });
      if (!(widget instanceof NotebookPanel)) return undefined;
      await widget.context.ready;
      await widget.revealed;
      return widget;
    }

    async function jump(path: string, item: SharedItem): Promise<void> {
      await open(path);
      const document = documents.ofPath(path);
      const text = document && textOfItem(document, item);
      const { range, part, output } = item.place;
      // What stands in metadata has no place on the screen: the cell has.
      const start = part === 'source' ? range.start : { line: 0, character: 0 };
      if (document && text) await reveal(document, text, start, part === 'output' ? (output ?? 0) : undefined);
    }

    async function doFix(path: string, fix: SharedFix): Promise<void> {
      const notebook = await open(path);
      const done = notebook && (await fixInNotebook(notebook, fix, sharing, documents));
      if (done === 'done') panel.say(trans.__('Fixed. Save the notebook to keep it.'));
      else panel.say(fixes.reason(done ?? 'moved'));
      await sharing.look(path);
    }

    async function ignore(path: string, item: SharedItem): Promise<void> {
      const notebook = await open(path);
      const ignored = notebook && (await ignoreInNotebook(notebook, item, loadlight));
      if (ignored === undefined) return;
      panel.say(ignored === 'done' ? trans.__('Ignored.') : fixes.reason(ignored));
      await sharing.look(path);
    }

    async function save(path: string): Promise<string | undefined> {
      const saved = await saveCopy(path, { sharing, notebooks, contents, trans });
      if (saved === undefined) return undefined;
      if (typeof saved === 'string') {
        Notification.warning(saved, { autoClose: NOTICE_MS });
        return undefined;
      }
      const said = trans.__('Saved as %1. %2.', saved.path, saved.copy.report.verdict);
      panel.say(said, { label: trans.__('Open'), does: () => void open(saved.path) });
      if (!panel.isVisible) Notification.success(said, { autoClose: NOTICE_MS });
      return saved.path;
    }

    async function download(path: string): Promise<void> {
      const copy = await sharing.copy(path);
      const state = sharing.of(path);
      if (copy) {
        downloadCopy(path, copy);
        if (!copy.report.ready) {
          const said = trans.__('What only you can change is still in the copy. %1.', copy.report.verdict);
          Notification.warning(said, { autoClose: NOTICE_MS });
        }
      } else if (state?.kind === 'failed') Notification.warning(state.reason, { autoClose: NOTICE_MS });
    }

    /** The notebook that a command speaks of. */
    function chosen({ path, browser }: Readonly<Record<string, unknown>>): string | undefined {
      if (typeof path === 'string') return path;
      if (browser !== true) return notebooks.currentWidget?.context.path;
      const [first] = browsers?.tracker.currentWidget?.selectedItems() ?? [];
      return first?.type === 'notebook' ? first.path : undefined;
    }

    function show(path: string): void {
      if (!panel.isAttached) shell.add(panel, 'right', { rank: 901 });
      panel.turnTo(path);
      shell.activateById(panel.id);
      void sharing.look(path);
      notebooks.forEach(notebook => {
        if (notebook.context.path === path) bars.get(notebook)?.reopen();
      });
    }

    function follow(notebook: NotebookPanel): void {
      const { context } = notebook;
      const bar = new ShareBar(notebook, sharing, { show, save: path => void save(path) }, trans);
      bars.set(notebook, bar);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const again = (): void => {
        if (!sharing.of(context.path)) return;
        clearTimeout(timer);
        timer = setTimeout(() => void sharing.look(context.path), REST_MS);
      };
      context.model.contentChanged.connect(again);
      context.fileChanged.connect(again);
      notebook.disposed.connect(() => {
        clearTimeout(timer);
        bar.dispose();
      });
    }
    notebooks.forEach(follow);
    notebooks.widgetAdded.connect((_, notebook) => follow(notebook));
    contents.fileChanged.connect((_, { type, oldValue, newValue }) => {
      if (type !== 'rename' || oldValue?.path === undefined || newValue?.path === undefined) return;
      panel.renamed(oldValue.path, newValue.path);
      sharing.renamed(oldValue.path, newValue.path);
    });
    // What JupyterLab does itself cannot be held up, but its notebook can be spoken of.
    commands.commandExecuted.connect((_, { id }) => {
      const leaving = LEAVING.includes(id) ? notebooks.currentWidget : null;
      if (leaving && leaving === shell.currentWidget) void sharing.look(leaving.context.path);
    });

    const describedBy = {
      args: {
        type: 'object',
        properties: {
          path: { type: 'string', description: trans.__('The notebook; else the one in front') },
          browser: { type: 'boolean', description: trans.__('Take the one that is selected in the file browser') }
        }
      }
    };
    const isEnabled = (args: Readonly<Record<string, unknown>>): boolean => chosen(args) !== undefined;
    const of = (does: (path: string) => unknown) => async (args: Readonly<Record<string, unknown>>) => {
      const path = chosen(args);
      if (path !== undefined) await does(path);
    };
    commands.addCommand(COMMANDS.share, {
      label: ({ toolbar }) => (toolbar === true ? '' : trans.__('Ready to Share?')),
      caption: trans.__('Ready to share? Look for what should not leave with this notebook'),
      icon: shareIcon,
      describedBy,
      isEnabled,
      execute: of(show)
    });
    commands.addCommand(COMMANDS.saveClean, {
      label: trans.__('Save a Clean Copy…'),
      caption: trans.__('Write a copy without what was found; this notebook stays as it is'),
      icon: loadlightIcon,
      describedBy,
      isEnabled,
      execute: of(save)
    });
    commands.addCommand(COMMANDS.downloadClean, {
      label: trans.__('Download Clean Copy'),
      caption: trans.__('Download a copy of the notebook without what was found'),
      icon: loadlightIcon,
      describedBy,
      isEnabled,
      execute: of(download)
    });
    commands.addCommand(COMMANDS.exportClean, {
      label: trans.__('Clean Copy as HTML…'),
      caption: trans.__('Save a copy without what was found, and export that'),
      icon: loadlightIcon,
      describedBy,
      isEnabled,
      execute: of(async path => {
        const saved = await save(path);
        if (saved === undefined) return;
        const address = PageConfig.getNBConvertURL({ format: 'html', download: true, path: saved });
        window.open(address, '_blank', 'noopener');
      })
    });
    const category = trans.__('Loadlight');
    for (const command of [COMMANDS.share, COMMANDS.saveClean, COMMANDS.downloadClean, COMMANDS.exportClean]) {
      palette?.addItem({ command, category });
    }
  }
};
