import type { Load } from '@loadlight/facts/fact';
import { mayBe } from '@loadlight/facts/value';
import { isAtLeast } from '@loadlight/facts/version-range';
import type { Context } from './rule.js';

/**
 * What the argument that decides whether a loader runs code says: `none`, there is no such argument. `on`, it keeps code from
 * running, `off`, it does not, on one of the ways there at least. `at-run-time`, its value is not known; `maybe-passed`, it may be
 * among arguments that are not known. Else the default of the version that counts.
 */
export type GuardState =
  'none' | 'on' | 'off' | 'at-run-time' | 'maybe-passed' | 'default-on' | 'default-off' | 'default-unknown';

/** See `GuardState`; None is the same as nothing, unless None is what keeps code from running. */
export function guardState({ traits: { guard }, call }: Load, context: Context): GuardState {
  if (!guard) return 'none';
  const value = call.arguments.get(guard.parameter)?.value;
  if (value && !(guard.safe !== null && value.kind === 'literal' && value.value === null)) {
    const { safe } = guard;
    if (typeof safe === 'boolean' ? mayBe(value, !safe) : value.kind === 'literal' && value.value !== safe)
      return 'off';
    if (value.kind !== 'literal') return 'at-run-time';
    return Boolean(value.value) === Boolean(safe) ? 'on' : 'off';
  }
  if (call.open) return 'maybe-passed';
  if (typeof guard.default === 'string') return guard.default === 'safe' ? 'default-on' : 'default-off';
  switch (isAtLeast(context.version(guard.default.package), guard.default.safeFrom)) {
    case 'yes':
      return 'default-on';
    case 'no':
      return 'default-off';
    case 'unknown':
      return 'default-unknown';
  }
}
