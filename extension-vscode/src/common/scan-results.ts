import type { Uri } from 'vscode';
import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  Disposable,
  languages,
  RelativePattern,
  window,
  workspace
} from 'vscode';
import { fileOf, shownFiles } from './shown-files.js';

/**
 * What a scan found in files that no editor shows, in the Problems panel. A file that an editor shows is the editor's:
 * its entries here go, and when its tab closes or the file changes, the file is looked at again.
 */
export class ScanResults {
  private readonly collection = languages.createDiagnosticCollection('loadlight-scan');
  private readonly texts = new Map<string, readonly Uri[]>();
  private watchers: Disposable | undefined;
  private untilCleared = new CancellationTokenSource();
  private readonly tabs: Disposable;

  /** `again` is called for a scanned file that has to be looked at once more. */
  constructor(private readonly again: (file: Uri) => void) {
    this.tabs = window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      for (const file of opened.flatMap(fileOf)) this.hide(file);
      for (const file of closed.flatMap(fileOf)) this.renew(file);
    });
  }

  dispose(): void {
    this.tabs.dispose();
    this.clear();
    this.collection.dispose();
  }

  get size(): number {
    return this.texts.size;
  }

  /** Is cancelled when what is here now is forgotten. */
  get cleared(): CancellationToken {
    return this.untilCleared.token;
  }

  /**
   * Takes the place of what was found in the file before. `cleared` is from when the look at it began: what was cleared
   * since does not come back.
   */
  set(file: Uri, found: readonly (readonly [Uri, readonly Diagnostic[]])[], cleared: CancellationToken): void {
    if (cleared.isCancellationRequested) return;
    this.hide(file);
    this.watch();
    this.texts.set(
      file.toString(),
      found.map(([text]) => text)
    );
    if (shownFiles().has(file.toString())) return;
    for (const [text, diagnostics] of found) if (diagnostics.length > 0) this.collection.set(text, [...diagnostics]);
  }

  /** Forgets all of it, and what is on its way. */
  clear(): void {
    this.untilCleared.cancel();
    this.untilCleared = new CancellationTokenSource();
    this.collection.clear();
    this.texts.clear();
    this.watchers?.dispose();
    this.watchers = undefined;
  }

  private hide(file: Uri): void {
    for (const text of this.texts.get(file.toString()) ?? []) this.collection.delete(text);
  }

  private renew(file: Uri): void {
    if (this.texts.has(file.toString()) && !shownFiles().has(file.toString())) this.again(file);
  }

  private watch(): void {
    if (this.watchers !== undefined) return;
    const watchers = (workspace.workspaceFolders ?? []).map(folder => {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**/*.{py,ipynb}'), true);
      watcher.onDidChange(file => this.renew(file));
      watcher.onDidDelete(file => {
        this.hide(file);
        this.texts.delete(file.toString());
      });
      return watcher;
    });
    this.watchers = Disposable.from(...watchers);
  }
}
