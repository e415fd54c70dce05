import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { button, element } from '../elements.js';
import { shareIcon } from '../icons.js';
import { markUnderFocus, restoreFocus } from '../panel/keep-focus.js';
import type { Sharing } from './sharing.js';
import { type ShareActions, shareView } from './share-view.js';

/** What the panel does, of the notebook with that path. */
export type PanelShareActions = {
  readonly [Name in Exclude<keyof ShareActions, 'trans' | 'showNotes'>]: (
    path: string,
    ...given: Parameters<ShareActions[Name]>
  ) => void;
};

/** "Ready to share?" at the side: how the notebook stands that was asked about last. */
export class SharePanel extends Widget {
  private readonly content = element('div', 'll-Panel-content');
  private readonly status = element('div', 'll-Panel-status');
  private path = '';
  private withNotes = false;

  constructor(
    private readonly sharing: Sharing,
    private readonly trans: ShareActions['trans'],
    private readonly actions: PanelShareActions
  ) {
    super();
    this.id = 'loadlight-share';
    this.title.icon = shareIcon;
    this.title.caption = trans.__('Loadlight: ready to share?');
    this.addClass('ll-Panel');
    this.addClass('ll-Share');
    this.node.tabIndex = -1;
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', trans.__('Ready to share?'));
    this.status.setAttribute('role', 'status');
    this.node.append(this.status, this.content);
    sharing.changed.connect((_, path) => {
      if (path === this.path) this.render();
    }, this);
    // As in the list of findings: a row that folds must not take a click away.
    this.content.addEventListener('mousedown', event => {
      if (event.target instanceof Element && event.target.closest('.ll-Row')) event.preventDefault();
    });
  }

  /** Turns to another notebook. */
  turnTo(path: string): void {
    if (path === this.path) return;
    this.path = path;
    this.withNotes = false;
    this.say();
    this.render();
  }

  /** The notebook that is shown has another name. */
  renamed(before: string, after: string): void {
    if (this.path === before) this.path = after;
  }

  /** One sentence about what was done last, with what can be done next; none takes it away. */
  say(text?: string, next?: { readonly label: string; readonly does: () => void }): void {
    const link = next && button('ll-Link', next.label, next.does);
    this.status.replaceChildren(...(text === undefined ? [] : [element('span', '', text)]), ...(link ? [link] : []));
  }

  protected override onActivateRequest(message: Message): void {
    super.onActivateRequest(message);
    (this.content.querySelector<HTMLElement>('button') ?? this.node).focus();
  }

  private render(): void {
    const { actions, path, sharing, trans } = this;
    const state = sharing.of(path);
    if (this.isDisposed || !state) return;
    const hadKeyboard = document.activeElement === this.node;
    const focused = markUnderFocus(this.content);
    const view = shareView(path, state, this.withNotes, {
      trans,
      jump: item => actions.jump(path, item),
      fix: (item, fix) => actions.fix(path, item, fix),
      ignore: item => actions.ignore(path, item),
      openRule: rule => actions.openRule(path, rule),
      lookAgain: () => actions.lookAgain(path),
      save: () => actions.save(path),
      download: () => actions.download(path),
      showNotes: () => {
        this.withNotes = true;
        this.render();
      }
    });
    this.content.replaceChildren(...view);
    if (hadKeyboard) this.content.querySelector<HTMLElement>('button')?.focus();
    else restoreFocus(this.content, focused);
  }
}
