import type { Load } from '@loadlight/facts/fact';
import type { LoaderTraits, Since } from '@loadlight/facts/loader';
import type { Message } from '@loadlight/facts/message';
import { isAtLeast } from '@loadlight/facts/version-range';
import { decidingSince, guardState } from '../guard.js';
import { isWeightsOnlyForced, isWeightsOnlyOff, refusingVariable, WEIGHTS_ONLY } from '../loading-environment.js';
import type { Context } from '../rule.js';
import { hoverWords } from './explanation-wording.js';

/** The version on which it depends whether the loader runs code, if it does: the one that is in the way first. */
export function decidingVersion(traits: LoaderTraits, context: Context): Since | undefined {
  const { guard, safety } = traits;
  const named = typeof guard?.safe === 'object' && guard.safe ? Object.values(guard.safe.names) : [];
  const first = [guard?.default, safety, ...named].find((one): one is Since => typeof one === 'object');
  return decidingSince(traits, context) ?? first;
}

/** What the load can run, by what the catalogue says of the loader, what the call says, and the version. */
export function canRun(load: Load, context: Context): Message {
  const { traits, call } = load;
  const { family, guard, spared } = traits;
  if (spared) return hoverWords(`nothing-${spared}`);
  const isTorch = family === 'torch';
  const name = guard?.parameter ?? '';
  const picklesBy = isTorch ? call.arguments.get('pickle_module')?.value : undefined;
  if (picklesBy && !(picklesBy.kind === 'literal' && picklesBy.value === null)) return hoverWords('any-code');
  if (isTorch && isWeightsOnlyForced(context)) return hoverWords('nothing-by-variable', { variable: WEIGHTS_ONLY });
  const variable = refusingVariable(traits, context);
  if (variable !== undefined) return hoverWords('nothing-by-variable', { variable });
  const version = decidingVersion(traits, context);
  const before = (): Message =>
    hoverWords('any-code-old', { package: version?.package ?? '', since: version?.safeFrom ?? '' });
  const state = guardState(load, context);
  switch (state) {
    case 'none':
      return hoverWords(family === 'program' ? 'program' : 'any-code');
    case 'off':
      return hoverWords(family === 'yaml' ? 'named-code' : 'any-code');
    case 'default-off':
      if (family === 'keras') return hoverWords('nothing-by-design');
      return hoverWords(family === 'yaml' ? 'named-code' : 'any-code');
    case 'on':
      return isCrafted(load, context) ? hoverWords('nothing-by-design') : nothing(traits);
    case 'default-on':
      if (!isTorch) return nothing(traits);
      return hoverWords(isWeightsOnlyOff(context) ? 'any-code-by-environment' : 'nothing-by-default');
    case 'on-later':
      return before();
    case 'default-unknown':
      if (family === 'keras') return hoverWords('crafted-before', { package: 'Keras', since: version?.safeFrom ?? '' });
      return isTorch && isWeightsOnlyOff(context) ? hoverWords('any-code-by-environment') : before();
    case 'at-run-time':
      return hoverWords('any-code-at-run-time', { guard: name });
    case 'maybe-passed':
      return hoverWords(guard?.default === 'safe' ? 'nothing-unpacked' : 'any-code-unpacked', { guard: name });
  }
}

function nothing({ family }: LoaderTraits): Message {
  return hoverWords(family === 'torch' ? 'nothing' : family === 'keras' ? 'nothing-of-layers' : 'nothing-but-data');
}

/** A file made for it gets past the check of the version that is known. */
function isCrafted({ traits: { family, guard } }: Load, context: Context): boolean {
  if (family === 'torch') return isAtLeast(context.version('torch'), '2.10') === 'no';
  const since = guard?.default;
  return (
    family === 'keras' && typeof since === 'object' && isAtLeast(context.version('keras'), since.safeFrom) === 'no'
  );
}
