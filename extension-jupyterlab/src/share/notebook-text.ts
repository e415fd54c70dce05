import type { INotebookTracker } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import { MAX_WHOLE } from '../files/jupyter-files.js';
import { fileTextOf, type NotebookFile } from './notebook-file.js';

/**
 * The notebook's text as it would leave: of the file, or as it would be saved where the user has not saved it yet. Rejects with the
 * contents manager's reason where it cannot be read, and with a RangeError where it is too large.
 */
export async function textOfNotebook(
  path: string,
  notebooks: INotebookTracker,
  contents: Contents.IManager
): Promise<string> {
  const context = notebooks.find(panel => panel.context.path === path)?.context;
  await context?.ready;
  // With several people in it, the file follows a moment later.
  if (context && (context.model.dirty || context.model.collaborative === true)) {
    return fileTextOf(context.model.toJSON() as unknown as NotebookFile);
  }
  const { size } = await contents.get(path, { content: false });
  if ((size ?? 0) > MAX_WHOLE) throw new RangeError(`${size} bytes`);
  const file = await contents.get(path, { type: 'file', format: 'text', content: true });
  const content: unknown = file.content;
  // JupyterLite knows a notebook by its cells only.
  return typeof content === 'string' ? content : fileTextOf(content as NotebookFile);
}
