import type { AnalysedParams } from '@loadlight/protocol/messages';
import { Disposable, env, l10n, languages, LanguageStatusSeverity, type Uri, window } from 'vscode';
import { counted } from './counted.js';
import type { Supervisor } from './supervisor.js';
import { unlinked } from './unlinked.js';

/** The entry in the editor's language status: counts of errors and warnings of what is in front, and how the server is. */
export class Status {
  private readonly item = languages.createLanguageStatusItem('loadlight', { language: 'python' });
  private readonly analysed = new Map<string, AnalysedParams>();
  private readonly listeners: Disposable;

  constructor(private readonly supervisor: Supervisor) {
    this.item.name = 'Loadlight';
    const show = (): void => this.show();
    this.listeners = Disposable.from(
      supervisor.onDidChangeState(state => {
        if (state !== 'running') this.analysed.clear();
        this.show();
      }),
      window.onDidChangeActiveTextEditor(show),
      window.onDidChangeActiveNotebookEditor(show)
    );
    this.show();
  }

  dispose(): void {
    this.listeners.dispose();
    this.item.dispose();
  }

  set(params: AnalysedParams): void {
    this.analysed.set(params.uri, params);
    this.show();
  }

  forget(uri: Uri): void {
    this.analysed.delete(uri.toString());
  }

  private show(): void {
    const { item } = this;
    const { state } = this.supervisor;
    const uri = window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri;
    const analysed = uri && this.analysed.get(uri.toString());
    item.busy = state === 'starting';
    item.severity = LanguageStatusSeverity.Information;
    item.command = undefined;
    item.detail = undefined;
    if (state === 'failed') {
      item.severity = LanguageStatusSeverity.Warning;
      item.text = l10n.t('Loadlight does not run');
      item.command = { title: l10n.t('Retry'), command: 'loadlight.restart' };
    } else if (analysed === undefined) item.text = 'Loadlight';
    else {
      item.text = l10n.t('Loadlight: {0}', countsOf(analysed));
      item.detail = detailOf(analysed);
      if (analysed.safeFixes > 0) {
        const fixes = l10n.t('{n, plural, one {Fix # safe one} other {Fix # safe ones}}');
        item.command = { title: counted(fixes, analysed.safeFixes, env.language), command: 'loadlight.fixAll' };
      }
    }
  }
}

function countsOf({ counts }: AnalysedParams): string {
  const { error, warning } = counts;
  const parts = [
    error > 0 ? counted(l10n.t('{n, plural, one {# error} other {# errors}}'), error, env.language) : '',
    warning > 0 ? counted(l10n.t('{n, plural, one {# warning} other {# warnings}}'), warning, env.language) : ''
  ].filter(part => part !== '');
  return parts.length === 0 ? l10n.t('Nothing to worry about') : parts.join(', ');
}

function detailOf({ counts, looked, notes, suppressed }: AnalysedParams): string {
  return [
    window.activeNotebookEditor !== undefined
      ? l10n.t('Cells looked at: {0}', looked.cells)
      : l10n.t('Lines looked at: {0}', looked.lines),
    counts.information === 0 ? '' : l10n.t('Notes: {0}', counts.information),
    suppressed === 0 ? '' : l10n.t('Ignored: {0}', suppressed),
    ...notes.map(unlinked)
  ]
    .filter(part => part !== '')
    .join(' · ');
}
