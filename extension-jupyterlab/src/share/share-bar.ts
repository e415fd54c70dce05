import type { NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { Widget } from '@lumino/widgets';
import { button, element } from '../elements.js';
import { markElement } from '../icons.js';
import { markLabel } from '../mark-labels.js';
import type { Sharing } from './sharing.js';

export interface BarActions {
  show(path: string): void;
  save(path: string): void;
}

/** A line above a notebook that somebody wants to share and that is not ready; there is none before anybody asked. */
export class ShareBar extends Widget {
  private closed = false;

  constructor(
    private readonly panel: NotebookPanel,
    private readonly sharing: Sharing,
    private readonly actions: BarActions,
    private readonly trans: TranslationBundle
  ) {
    super();
    this.addClass('ll-ShareBar');
    this.node.setAttribute('role', 'status');
    sharing.changed.connect(this.onChanged, this);
    this.render();
  }

  /** Somebody asks anew: a bar that was closed may come back. */
  reopen(): void {
    this.closed = false;
    this.render();
  }

  override dispose(): void {
    this.sharing.changed.disconnect(this.onChanged, this);
    super.dispose();
  }

  private onChanged(_: Sharing, path: string): void {
    if (path === this.panel.context.path) this.render();
  }

  private render(): void {
    const { actions, panel, sharing, trans } = this;
    const { path } = panel.context;
    const state = sharing.of(path);
    const report = state?.kind === 'looked' && !state.report.ready && !this.closed ? state.report : undefined;
    if (!report) {
      if (this.parent) this.parent = null;
      return;
    }
    const close = button('ll-Link ll-ShareBar-close', '×', () => {
      this.closed = true;
      this.render();
      panel.content.activate();
    });
    close.setAttribute('aria-label', trans.__('Close'));
    this.node.replaceChildren(
      markElement('error', markLabel(trans, 'error')),
      element('span', '', report.verdict),
      button('ll-Link', trans.__('Ready to share?'), () => actions.show(path)),
      button('ll-Link', trans.__('Fix and save a clean copy…'), () => actions.save(path)),
      close
    );
    if (!this.parent) panel.contentHeader.addWidget(this);
  }
}
