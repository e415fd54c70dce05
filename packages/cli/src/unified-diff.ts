import { maskSettings } from '@loadlight/facts/mask-values';
import { createTwoFilesPatch } from 'diff';
import { mask, maskText } from './secret-mask.js';

/**
 * A unified diff with `a/` and `b/`, as git writes it. Secrets in it, and what opens
 * something in addresses, are masked, so a line that holds one does not apply. `before` is
 * undefined for a file that is made.
 */
export function unifiedDiff(
  file: string,
  before: string | undefined,
  after: string,
  secrets: readonly string[],
  context = 3
): string {
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${file}`,
    `b/${file}`,
    maskText(before ?? '', secrets),
    maskText(after, secrets),
    undefined,
    undefined,
    { context }
  );
  // The library puts a line of `=` above, which git does not.
  return patch.replace(/^=+\n/, '').replace(/^(---|\+\+\+) (.*)\t$/gm, '$1 $2');
}

/** The same of a file of settings such as `.env`: values are masked whatever they are, and no line is shown that stays. */
export function settingsDiff(file: string, before: string | undefined, after: string): string {
  return unifiedDiff(
    file,
    before === undefined ? undefined : maskSettings(before, mask),
    maskSettings(after, mask),
    [],
    0
  );
}
