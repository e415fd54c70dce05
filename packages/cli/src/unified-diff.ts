import { createTwoFilesPatch } from 'diff';
import { mask } from './secret-mask.js';

/** A unified diff with `a/` and `b/`, as git writes it. Secrets in it are masked, so a line that holds one does not apply. */
export function unifiedDiff(file: string, before: string, after: string, secrets: readonly string[]): string {
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
  // The library puts a line of `=` above, which git does not.
  let text = patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
  for (const secret of secrets) text = text.replaceAll(secret, mask(secret));
  return text;
}
