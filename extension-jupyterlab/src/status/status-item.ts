import { Signal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';
import { element } from '../elements.js';
import { markElement } from '../icons.js';
import type { ILoadlight } from '../tokens.js';

/** How many errors and warnings the document in front has; there is nothing to see where it has none. */
export class StatusItem extends Widget {
  readonly activeChanged = new Signal<this, void>(this);
  private readonly button: HTMLButtonElement;

  constructor(
    private readonly loadlight: ILoadlight,
    open: () => void
  ) {
    super();
    this.addClass('ll-StatusItem');
    this.button = element('button', 'll-Status');
    this.button.type = 'button';
    this.button.addEventListener('click', open);
    this.node.append(this.button);
    const { documents, front } = loadlight;
    documents.documentChanged.connect(this.count, this);
    front.changed.connect(this.count, this);
    this.count();
  }

  get isActive(): boolean {
    return this.button.childElementCount > 0;
  }

  override dispose(): void {
    Signal.clearData(this);
    super.dispose();
  }

  private count(): void {
    const { trans, front } = this.loadlight;
    const { error = 0, warning = 0 } = front.document?.analysed?.counts ?? {};
    const errors = trans._n('%1 error', '%1 errors', error);
    const warnings = trans._n('%1 warning', '%1 warnings', warning);
    this.button.replaceChildren(
      ...(error > 0 ? [markElement('error', errors), String(error)] : []),
      ...(warning > 0 ? [markElement('warning', warnings), String(warning)] : [])
    );
    const said = [error > 0 ? errors : '', warning > 0 ? warnings : ''].filter(part => part !== '').join(', ');
    this.button.title = trans.__('Loadlight: %1', said);
    this.button.setAttribute('aria-label', this.button.title);
    this.activeChanged.emit();
  }
}
