import type { IWidgetTracker } from '@jupyterlab/apputils';
import type { IDocumentWidget } from '@jupyterlab/docregistry';

/** The view of a shared model: of several ("New View for Notebook") the one that was used last. */
export function viewOf<T extends IDocumentWidget>(tracker: IWidgetTracker<T> | null, shared: object): T | undefined {
  const shows = ({ context }: T): boolean => context.model.sharedModel === shared;
  const current = tracker?.currentWidget;
  return current && shows(current) ? current : tracker?.find(shows);
}
