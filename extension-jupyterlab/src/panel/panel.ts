import { Widget } from '@lumino/widgets';
import type { Message } from '@lumino/messaging';
import type { OpenDocument } from '../documents/open-document.js';
import { button, element } from '../elements.js';
import type { Done } from '../fixes/fix-actions.js';
import { kernelNote } from '../kernel/kernel-note.js';
import { loadlightIcon } from '../icons.js';
import { markUnderFocus, restoreFocus } from './keep-focus.js';
import { panelModel } from './panel-model.js';
import { type PanelActions, panelView } from './panel-view.js';
import type { ILoadlight } from '../tokens.js';

export interface PanelOptions {
  readonly loadlight: ILoadlight;
  readonly actions: PanelActions;
  /** The document in front of the user. */
  readonly front: () => OpenDocument | undefined;
}

/** The findings of the document in front, at the side. */
export class FindingsPanel extends Widget {
  private readonly content = element('div', 'll-Panel-content');
  private readonly kernel = element('div', '');
  private readonly status = element('div', 'll-Panel-status');
  private frame: number | undefined;
  private lastDone: Done | undefined;
  private shown: OpenDocument | undefined;

  constructor(private readonly options: PanelOptions) {
    super();
    const { documents, server, fixes, trans, rulePages, settings, kernels } = options.loadlight;
    this.id = 'loadlight-findings';
    this.title.icon = loadlightIcon;
    this.title.caption = trans.__('Loadlight: what this notebook loads');
    this.addClass('ll-Panel');
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Loadlight findings'));
    this.status.setAttribute('role', 'status');
    const about = button('ll-Link', trans.__('What is this?'), () => void rulePages.openAbout());
    this.node.append(this.status, this.content, element('footer', 'll-Panel-foot', this.kernel, about));
    const refresh = (): void => this.refresh();
    documents.findingsChanged.connect(refresh, this);
    documents.documentChanged.connect(refresh, this);
    server.stateChanged.connect(refresh, this);
    settings.changed.connect(refresh, this);
    kernels.changed.connect(refresh, this);
    kernels.kernelsChanged.connect(refresh, this);
    fixes.done.connect((_, done) => this.onDone(done), this);
    this.node.addEventListener('keydown', event => this.onKey(event));
    this.refresh();
  }

  /** Shows what is in front, at the next frame; many changes make one. */
  refresh(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      if (!this.isDisposed) this.render();
    });
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.querySelector<HTMLElement>('button')?.focus();
  }

  private render(): void {
    const { loadlight, front, actions } = this.options;
    const document = front();
    // What was done elsewhere is no longer in view.
    if (document !== this.shown) this.say(undefined);
    const model = panelModel(document, loadlight.server.state, loadlight.settings.enable);
    const view = element('div', 'll-Panel-content', ...panelView(model, actions));
    this.showKernel(model.kind === 'looked' ? model.document : undefined);
    if (view.innerHTML === this.content.innerHTML && this.shown === document) return;
    this.shown = document;
    const focused = markUnderFocus(this.content);
    this.content.replaceChildren(...view.childNodes);
    restoreFocus(this.content, focused);
  }

  /** At the foot, which stays where it is when rows open and close. */
  private showKernel(document: OpenDocument | undefined): void {
    const { loadlight, actions } = this.options;
    const { kernels, trans } = loadlight;
    const path = document?.path ?? '';
    const note = element(
      'div',
      '',
      ...kernelNote(kernels.of(path), kernels.canAsk(path), {
        trans,
        ask: actions.askKernel,
        forget: () => {
          const now = this.options.front();
          if (now) kernels.forget(now.path);
        }
      })
    );
    if (note.innerHTML !== this.kernel.innerHTML || document !== this.shown)
      this.kernel.replaceChildren(...note.childNodes);
  }

  private onDone(done: Done): void {
    const { trans } = this.options.loadlight;
    const cells = done.texts.length;
    this.lastDone = done;
    const undo = button('ll-Link', trans.__('Undo'), () => this.undo());
    const fixed = cells > 1 ? trans._n('Fixed, in %1 cell.', 'Fixed, in %1 cells.', cells) : trans.__('Fixed.');
    this.status.replaceChildren(element('span', '', done.what === 'ignored' ? trans.__('Ignored.') : fixed), undo);
  }

  private say(text: string | undefined): void {
    this.lastDone = undefined;
    this.status.replaceChildren(...(text === undefined ? [] : [text]));
  }

  private undo(): void {
    this.lastDone?.undo();
    this.say(this.options.loadlight.trans.__('Undone.'));
  }

  /** Undo works here as it does in a cell: the change was made from here. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || !this.lastDone) return;
    event.preventDefault();
    event.stopPropagation();
    this.undo();
  }
}
