import type { Edit } from '@loadlight/facts/fix';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { applyEdits } from '@loadlight/notebook/write-edits';
import { merged } from './redaction.js';

/**
 * The notebook file's text with these edits, which all count in the text as it is: only the strings that they touch are written
 * anew, and of edits that overlap one is made. Throws NotebookError, and where a part is not in the notebook.
 */
export function editNotebook(text: string, edits: readonly Edit[]): string {
  const notebook = readNotebook(text);
  return applyEdits(notebook, merged(notebook, edits));
}
