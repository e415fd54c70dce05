import { type Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import type { Asked } from './share-tree.js';

/** The quiet word in the status bar that the notebook in front, which somebody once asked about, is not ready to be shared. */
export class NotReady implements Disposable {
  private readonly item = window.createStatusBarItem('loadlight.notReady', StatusBarAlignment.Left);
  private readonly listening = window.onDidChangeActiveNotebookEditor(() => this.show());
  private asked: ReadonlyMap<string, Asked> = new Map();

  constructor() {
    this.item.name = l10n.t('Loadlight: ready to share?');
    this.item.command = 'loadlight.share';
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
  }

  update(asked: ReadonlyMap<string, Asked>): void {
    this.asked = asked;
    this.show();
  }

  private show(): void {
    const file = window.activeNotebookEditor?.notebook.uri;
    const known = file && this.asked.get(file.toString());
    if (known === undefined || known.report.ready) {
      this.item.hide();
      return;
    }
    this.item.text = `$(circle-filled) ${l10n.t('Loadlight: {0}', known.report.verdict)}`;
    this.item.tooltip = known.changed ? l10n.t('As of before the last changes') : this.item.name;
    this.item.show();
  }
}
