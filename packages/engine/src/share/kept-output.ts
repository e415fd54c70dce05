import type { Finding } from '@loadlight/facts/finding';
import type { Interactive } from '@loadlight/facts/interactive';
import type { Notebook } from '@loadlight/notebook/notebook';
import { interactiveLibrary } from '@loadlight/sharing/interactive-output';
import { activeOutput } from '@loadlight/rules/active-output';

/**
 * The library whose interactive output the finding is about, of those that are kept. What does more than show something (it runs code
 * in the kernel, reads tokens, comes over plain http) is never kept.
 */
export function keptLibrary(
  { rule, severity, place: { part } }: Finding,
  notebook: Notebook,
  keep: readonly Interactive[]
): Interactive | undefined {
  if (keep.length === 0 || rule !== activeOutput.meta.id || severity !== 'information') return undefined;
  if (part.kind === 'metadata') return keep.find(library => library === 'widgets');
  if (part.kind !== 'output') return undefined;
  const output = notebook.cells.find(({ id }) => id === part.cell)?.outputs[part.index];
  const library = output && interactiveLibrary(output);
  return keep.find(one => one === library);
}
