import { Widget } from '@lumino/widgets';
import type { Message } from '@lumino/messaging';
import type { OpenDocument } from '../documents/open-document.js';
import { button, element } from '../elements.js';
import type { Done } from '../fixes/fix-actions.js';
import { kernelNote } from '../kernel/kernel-note.js';
import { loadlightIcon } from '../icons.js';
import { markUnderFocus, restoreFocus } from './keep-focus.js';
import { looksOf, panelModel } from './panel-model.js';
import { type PanelActions, panelView } from './panel-view.js';
import type { ILoadlight } from '../tokens.js';

/** How many findings are listed at first, and how many come with "List more". */
const LISTED = 100;
/** How long the list stays as it is at least, in milliseconds: who types looks at the text. */
const STEADY_MS = 200;

export interface PanelOptions {
  readonly loadlight: ILoadlight;
  readonly actions: Omit<PanelActions, 'listMore'>;
  /** The document in front of the user. */
  readonly front: () => OpenDocument | undefined;
}

/** The findings of the document in front, at the side. */
export class FindingsPanel extends Widget {
  private readonly content = element('div', 'll-Panel-content');
  private readonly kernel = element('div', '');
  private readonly status = element('div', 'll-Panel-status');
  private waiting = false;
  private lastRender = 0;
  private lastDone: Done | undefined;
  private shown: OpenDocument | undefined;
  private looks = '';
  private limit = LISTED;

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
    this.node.append(this.status, this.content, element('div', 'll-Panel-foot', this.kernel, about));
    const refresh = (): void => this.refresh();
    documents.findingsChanged.connect(refresh, this);
    documents.documentChanged.connect(refresh, this);
    server.stateChanged.connect(refresh, this);
    settings.changed.connect(refresh, this);
    kernels.changed.connect(refresh, this);
    kernels.kernelsChanged.connect(refresh, this);
    fixes.done.connect((_, done) => this.onDone(done), this);
    this.node.addEventListener('keydown', event => this.onKey(event));
    // A row folds when the focus leaves it. Were that to happen as the mouse goes down on another row, what is under the
    // pointer would move away before it comes up, and the click be lost.
    this.content.addEventListener('mousedown', event => {
      if (event.target instanceof Element && event.target.closest('.ll-Row')) event.preventDefault();
    });
    this.refresh();
  }

  /** Shows what is in front, in a moment; many changes make one. */
  refresh(): void {
    if (this.waiting) return;
    this.waiting = true;
    const rest = Math.max(0, this.lastRender + STEADY_MS - performance.now());
    setTimeout(() => requestAnimationFrame(() => this.render()), rest);
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.render();
  }

  protected override onAfterShow(message: Message): void {
    super.onAfterShow(message);
    this.render();
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    this.node.querySelector<HTMLElement>('button')?.focus();
  }

  private render(): void {
    this.waiting = false;
    // Nobody sees it: it is made when it comes to the front.
    if (this.isDisposed || !this.isVisible) return;
    const { loadlight, front, actions } = this.options;
    const { server, settings, trans } = loadlight;
    const document = front();
    if (document !== this.shown) {
      // What was done elsewhere is no longer in view.
      this.say(undefined);
      this.limit = LISTED;
    }
    const model = panelModel(document, server.state, settings.enable, this.limit);
    this.showKernel(model.kind === 'looked' ? model.document : undefined);
    const looks = looksOf(model) + (settings.problem ?? '');
    if (looks === this.looks && this.shown === document) return;
    this.shown = document;
    this.looks = looks;
    const view = panelView(model, { ...actions, listMore: () => this.listMore() });
    if (settings.problem !== undefined) {
      const said = trans.__('Loadlight uses its defaults, because its settings do not fit: %1.', settings.problem);
      view.unshift(element('p', 'll-Panel-note', said));
    }
    this.lastRender = performance.now();
    const focused = markUnderFocus(this.content);
    this.content.replaceChildren(...view);
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

  private listMore(): void {
    const next = this.limit;
    this.limit += LISTED;
    this.render();
    // The button is gone or has moved on: whoever pressed it goes on with the first of the new rows.
    this.content.querySelectorAll<HTMLElement>('.ll-Row-jump')[next]?.focus();
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
    const { trans } = this.options.loadlight;
    const undone = this.lastDone?.undo() ?? true;
    this.say(undone ? trans.__('Undone.') : trans.__('Someone else made the same fix and can undo it.'));
  }

  /** Undo works here as it does in a cell: the change was made from here. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || !this.lastDone) return;
    event.preventDefault();
    event.stopPropagation();
    this.undo();
  }
}
