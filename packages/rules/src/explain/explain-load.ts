import type { Explanation } from '@loadlight/facts/explanation';
import type { Load, Origin } from '@loadlight/facts/fact';
import { isAtLeast } from '@loadlight/facts/version-range';
import { shorten } from '../origin-wording.js';
import type { Context } from '../rule.js';
import { headline } from './headline.js';

type Rows = Explanation['rows'][number][];

/** The four lines of a load: what it can run, from where, and by which version. */
export function explainLoad(load: Load, context: Context): Pick<Explanation, 'headline' | 'rows'> {
  const rows: Rows = [{ label: 'Can run', text: canRun(load, context) }];
  const from = fromWhere(load);
  if (from) rows.push({ label: 'From', text: from });
  const torch = load.loader === 'torch.load' ? context.version('torch') : undefined;
  if (torch && (torch.min ?? torch.max))
    rows.push({ label: 'torch', text: `${torch.written}${aboutDefault(load, context)}` });
  return { headline: headline(load.call, ['weights_only', 'pickle_module']), rows };
}

function canRun(load: Load, context: Context): string {
  if (load.loader !== 'torch.load') return 'any code in the file';
  const weightsOnly = load.call.arguments.get('weights_only')?.value;
  const pickleModule = load.call.arguments.get('pickle_module')?.value;
  if (pickleModule && !(pickleModule.kind === 'literal' && pickleModule.value === null)) return 'any code in the file';
  const torch = context.version('torch');
  if (weightsOnly?.kind === 'literal' && weightsOnly.value !== null) {
    if (!weightsOnly.value) return 'any code in the file';
    return isAtLeast(torch, '2.10') === 'no'
      ? 'nothing by design, but a crafted file can get past this version'
      : 'nothing: only tensors and plain data are read';
  }
  if (weightsOnly && weightsOnly.kind !== 'literal') return 'any code in the file, where weights_only turns out false';
  if (load.call.open) return 'any code in the file, unless weights_only is among the unpacked arguments';
  switch (isAtLeast(torch, '2.6')) {
    case 'yes':
      return 'nothing, unless an environment variable turns the default off';
    case 'no':
      return 'any code in the file';
    case 'unknown':
      return 'any code in the file before torch 2.6; nothing from then on';
  }
}

function aboutDefault(load: Load, context: Context): string {
  if (load.call.arguments.has('weights_only')) return '';
  const safe = isAtLeast(context.version('torch'), '2.6');
  if (safe === 'unknown') return '';
  return safe === 'yes' ? ', so weights_only=True is the default' : ', so the default is not safe yet';
}

function fromWhere(load: Load): string | undefined {
  const words = originWords(load.origin);
  const file = load.subject === undefined ? undefined : shorten(load.subject);
  if (load.origin.kind === 'file') return file;
  if (load.origin.kind === 'unknown') return file;
  if (load.origin.kind === 'http')
    return file === undefined || file === shorten(load.origin.url)
      ? words
      : `${file}, downloaded from ${shorten(load.origin.url)}`;
  return file === undefined || load.origin.kind === 'hub' ? words : `${file}, ${words}`;
}

function originWords(origin: Origin): string {
  switch (origin.kind) {
    case 'written-here':
      return 'written by this program';
    case 'http':
      return shorten(origin.url);
    case 'hub':
      return `hub repository ${origin.repository ?? '(named at run time)'}${origin.pinned ? ', pinned' : ''}`;
    case 'argument':
      return `whatever ${origin.name} says`;
    default:
      return '';
  }
}
