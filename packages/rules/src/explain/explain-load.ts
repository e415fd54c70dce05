import type { Explanation } from '@loadlight/facts/explanation';
import type { Load, Origin } from '@loadlight/facts/fact';
import type { Wording } from '@loadlight/facts/message';
import type { VersionRange } from '@loadlight/facts/version-range';
import { guardState, versionOf } from '../guard.js';
import { giverOf, shorten } from '../origin-wording.js';
import type { Context } from '../rule.js';
import { canRun, decidingVersion } from './can-run.js';
import { hoverWords } from './explanation-wording.js';
import { headline } from './headline.js';

type Rows = Explanation['rows'][number][];

/** The lines of a load: what it can run, from where, and by which version. */
export function explainLoad(load: Load, context: Context): Pick<Explanation, 'headline' | 'rows'> {
  const rows: Rows = [{ label: hoverWords('can-run'), text: canRun(load, context) }];
  const from = fromWhere(load);
  if (from) rows.push({ label: hoverWords('from'), text: from });
  const deciding = decidingVersion(load.traits, context);
  const version = deciding && versionOf(deciding, context);
  if (version && (version.range.min ?? version.range.max))
    rows.push({ label: version.name, text: versionWords(load, version.range, context) });
  return { headline: headline(load.call, matter(load)), rows };
}

/** Arguments that decide what runs. */
function matter({ traits: { family, guard }, call }: Load): string[] {
  const names = guard ? [guard.parameter] : [];
  // What the object was made with stands in the call already.
  const shown = names.filter(name => !call.written.includes(`${name}=`));
  return family === 'torch' ? [...shown, 'pickle_module'] : shown;
}

/** The version, and what it means for a call that leaves the choice to it. */
function versionWords(load: Load, version: VersionRange, context: Context): Wording {
  const state = guardState(load, context);
  const args = { version: version.written };
  if (state === 'default-on')
    return hoverWords(load.traits.family === 'torch' ? 'default-safe' : 'default-is-safe', args);
  return state === 'default-off' ? hoverWords('default-unsafe', args) : version.written;
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
