import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IEditorTracker } from '@jupyterlab/fileeditor';
import type { INotebookTracker } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';
import type { Documents } from './documents.js';
import type { OpenDocument } from './open-document.js';

/** The document that the user works on: the notebook or file that was in front last. */
export class FrontDocument {
  readonly changed = new Signal<this, void>(this);
  private shared: object | undefined;

  constructor(
    app: JupyterFrontEnd,
    private readonly documents: Documents,
    private readonly notebooks: INotebookTracker,
    private readonly files: IEditorTracker | null
  ) {
    const look = (): void => this.look(app.shell.currentWidget);
    app.shell.currentChanged?.connect(look);
    notebooks.currentChanged.connect(look);
    files?.currentChanged.connect(look);
    look();
  }

  get document(): OpenDocument | undefined {
    return this.shared && this.documents.ofShared(this.shared);
  }

  /** A rule's page or a terminal that comes to the front leaves the list as it was. */
  private look(front: Widget | null): void {
    const shared = front ? this.sharedOf(front) : undefined;
    if (!shared || shared === this.shared) return;
    this.shared = shared;
    this.changed.emit();
  }

  private sharedOf(widget: Widget): object | undefined {
    const isFront = (other: Widget): boolean => other === widget;
    return (this.notebooks.find(isFront) ?? this.files?.find(isFront))?.context.model.sharedModel;
  }
}
