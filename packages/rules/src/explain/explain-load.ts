import type { Explanation } from '@loadlight/facts/explanation';
import type { Load, Origin } from '@loadlight/facts/fact';
import type { Message, Wording } from '@loadlight/facts/message';
import { isAtLeast, type VersionRange } from '@loadlight/facts/version-range';
import { giverOf, shorten } from '../origin-wording.js';
import type { Context } from '../rule.js';
import { hoverWords } from './explanation-wording.js';
import { headline } from './headline.js';

type Rows = Explanation['rows'][number][];

/** The four lines of a load: what it can run, from where, and by which version. */
export function explainLoad(load: Load, context: Context): Pick<Explanation, 'headline' | 'rows'> {
  const rows: Rows = [{ label: hoverWords('can-run'), text: canRun(load, context) }];
  const from = fromWhere(load);
  if (from) rows.push({ label: hoverWords('from'), text: from });
  const torch = load.loader === 'torch.load' ? context.version('torch') : undefined;
  if (torch && (torch.min ?? torch.max)) rows.push({ label: 'torch', text: version(load, torch) });
  return { headline: headline(load.call, ['weights_only', 'pickle_module']), rows };
}

function canRun(load: Load, context: Context): Message {
  if (load.loader !== 'torch.load') return hoverWords('any-code');
  const weightsOnly = load.call.arguments.get('weights_only')?.value;
  const pickleModule = load.call.arguments.get('pickle_module')?.value;
  if (pickleModule && !(pickleModule.kind === 'literal' && pickleModule.value === null)) return hoverWords('any-code');
  const torch = context.version('torch');
  if (weightsOnly?.kind === 'literal' && weightsOnly.value !== null) {
    if (!weightsOnly.value) return hoverWords('any-code');
    return hoverWords(isAtLeast(torch, '2.10') === 'no' ? 'nothing-by-design' : 'nothing');
  }
  if (weightsOnly && weightsOnly.kind !== 'literal') return hoverWords('any-code-at-run-time');
  if (load.call.open) return hoverWords('any-code-unpacked');
  switch (isAtLeast(torch, '2.6')) {
    case 'yes':
      return hoverWords('nothing-by-default');
    case 'no':
      return hoverWords('any-code');
    case 'unknown':
      return hoverWords('any-code-old');
  }
}

/** The version, and what it means for a call that does not say weights_only. */
function version(load: Load, torch: VersionRange): Wording {
  const safe = load.call.arguments.has('weights_only') ? 'unknown' : isAtLeast(torch, '2.6');
  if (safe === 'unknown') return torch.written;
  return hoverWords(safe === 'yes' ? 'default-safe' : 'default-unsafe', { version: torch.written });
}

function fromWhere(load: Load): Wording | undefined {
  const words = originWords(load.origin);
  const file = load.subject === undefined ? undefined : shorten(load.subject);
  if (load.origin.kind === 'file') return file;
  if (load.origin.kind === 'unknown') return file;
  if (load.origin.kind === 'http')
    return file === undefined || file === shorten(load.origin.url)
      ? words
      : hoverWords('file-downloaded', { file, url: shorten(load.origin.url) });
  if (file === undefined || load.origin.kind === 'hub') return words;
  return hoverWords('file-from', { file, origin: words });
}

function originWords(origin: Origin): Wording {
  switch (origin.kind) {
    case 'written-here':
      return hoverWords('written-here');
    case 'http':
      return shorten(origin.url);
    case 'hub':
      if (origin.repository === undefined) return hoverWords('hub-unnamed');
      return hoverWords(origin.pinned ? 'hub-pinned' : 'hub', { repository: origin.repository });
    case 'upload':
      return hoverWords('upload', { by: origin.by });
    case 'argument':
      return hoverWords('decided-by', { giver: giverOf(origin.name) });
    default:
      return '';
  }
}
