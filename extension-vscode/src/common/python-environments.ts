import { FS_CHANGED, type FsChangedParams } from '@loadlight/protocol/messages';
import { Disposable, type Event, extensions, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { DidChangeConfigurationNotification } from 'vscode-languageclient';
import { environmentFolder } from './environment-folder.js';
import type { ServerClient } from './server-client.js';

/** What is used of the Python extension's API (@vscode/python-extension 1.0, `PythonExtension.environments`). */
interface PythonApi {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
    readonly onDidChangeActiveEnvironmentPath: Event<unknown>;
  };
}

const PYTHON = 'ms-python.python';

/**
 * Which Python environment is chosen for a document, where the Python extension is there. The interpreter is never run: its
 * folder's address goes to the server, which reads names in it.
 */
export class PythonEnvironments implements Disposable {
  private api: PythonApi | undefined;
  private readonly watched = new Map<string, Disposable>();
  private readonly listening: Disposable[] = [];
  private asked = false;

  constructor(private readonly client: () => ServerClient | undefined) {}

  /** Undefined where nothing is chosen, or not yet: then the server is told later. */
  folderOf(document: Uri): Uri | undefined {
    if (!this.asked) this.start();
    const { path } = this.api?.environments?.getActiveEnvironmentPath(document) ?? {};
    const folder = path === undefined ? undefined : environmentFolder(path);
    if (folder === undefined) return undefined;
    const uri = Uri.file(folder);
    void this.watch(uri);
    return uri;
  }

  dispose(): void {
    Disposable.from(...this.listening, ...this.watched.values()).dispose();
  }

  private start(): void {
    this.asked = true;
    const extension = extensions.getExtension<PythonApi>(PYTHON);
    if (!extension) {
      // It may be installed later.
      this.asked = false;
      return;
    }
    void Promise.resolve(extension.activate()).then(
      api => {
        this.api = api;
        const changed = api.environments?.onDidChangeActiveEnvironmentPath(() => this.tell());
        if (changed) this.listening.push(changed);
        this.tell();
      },
      () => undefined
    );
  }

  /** Has the server ask again. */
  private tell(): void {
    void this.client()?.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Watches the folders whose names say versions, and those alone: an environment has too many files. */
  private async watch(folder: Uri): Promise<void> {
    const key = folder.toString();
    if (this.watched.has(key)) return;
    this.watched.set(key, Disposable.from());
    const parts: Disposable[] = [];
    for (const named of [Uri.joinPath(folder, 'conda-meta'), ...(await sitePackages(folder))]) {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(named, '*'), false, true, false);
      const announce = (uri: Uri): void => {
        const params: FsChangedParams = { uris: [uri.toString()] };
        void this.client()?.sendNotification(FS_CHANGED, params);
      };
      parts.push(watcher, watcher.onDidCreate(announce), watcher.onDidDelete(announce));
    }
    this.watched.set(key, Disposable.from(...parts));
  }
}

async function sitePackages(folder: Uri): Promise<Uri[]> {
  const found: Uri[] = [Uri.joinPath(folder, 'Lib', 'site-packages')];
  const lib = Uri.joinPath(folder, 'lib');
  const entries = await Promise.resolve(workspace.fs.readDirectory(lib)).catch(() => []);
  for (const [name, type] of entries)
    if ((type & FileType.Directory) !== 0 && /^python3\.\d+t?$/.test(name))
      found.push(Uri.joinPath(lib, name, 'site-packages'));
  return found;
}
