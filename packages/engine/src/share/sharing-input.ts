import type { Notebook } from '@loadlight/notebook/notebook';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { sharingFacts } from '@loadlight/sharing/sharing-facts';
import type { CodeInput } from '../document.js';
import { documentInput } from '../document-input.js';

/** A notebook file as the engine takes it where everything in it is looked at. Throws NotebookError. */
export function sharingInput(uri: string, text: string): { readonly notebook: Notebook; readonly input: CodeInput } {
  const notebook = readNotebook(text);
  const input = documentInput(uri, 1, text, notebook, { texts: true, onlySecrets: false });
  if (input.kind !== 'notebook') throw new Error('a notebook was read as something else');
  return { notebook, input: { ...input, sharing: sharingFacts(notebook, uri) } };
}
