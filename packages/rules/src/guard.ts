import type { Load } from '@loadlight/facts/fact';
import type { LoaderTraits, NamedSafety, Safety, Since } from '@loadlight/facts/loader';
import { mayBe, type Value } from '@loadlight/facts/value';
import { isAtLeast, type VersionRange } from '@loadlight/facts/version-range';
import type { Context } from './rule.js';

/**
 * What the argument that decides whether a loader runs code says: `none`, there is no such argument. `on`, it keeps code from
 * running, `off`, it does not, on one of the ways there at least. `on-later`, it does in versions newer than the oldest that may
 * run this. `at-run-time`, its value is not known; `maybe-passed`, it may be among arguments that are not known. Else the default of
 * the version that counts.
 */
export type GuardState =
  | 'none'
  | 'on'
  | 'off'
  | 'on-later'
  | 'at-run-time'
  | 'maybe-passed'
  | 'default-on'
  | 'default-off'
  | 'default-unknown';

/** See `GuardState`; None is the same as nothing, unless None is what keeps code from running. */
export function guardState({ traits: { guard, safety }, call, loader, origin }: Load, context: Context): GuardState {
  if (safety !== undefined && isSafe(safety, context) === 'yes') return 'default-on';
  if (!guard) return safety === undefined ? 'none' : ofDefault(safety, context);
  const value = call.arguments.get(guard.parameter)?.value;
  if (value && !(guard.safe !== null && value.kind === 'literal' && value.value === null)) {
    const { safe } = guard;
    if (typeof safe === 'object' && safe !== null) return ofNamed(value, safe, rootOf(loader), context);
    if (typeof safe === 'boolean' ? mayBe(value, !safe) : value.kind === 'literal' && value.value !== safe)
      return 'off';
    if (guard.orOther) return 'on';
    if (value.kind !== 'literal') return 'at-run-time';
    return Boolean(value.value) === Boolean(safe) ? 'on' : 'off';
  }
  if (call.open) return 'maybe-passed';
  if (guard.unsafeFromAddress && origin.kind === 'http') return 'default-off';
  return ofDefault(guard.default, context);
}

/** Whether no code runs: `later` from a version on that may or may not be there. */
function isSafe(safety: Safety, context: Context): 'yes' | 'no' | 'later' {
  if (typeof safety === 'string') return safety === 'safe' ? 'yes' : 'no';
  const all = sincesOf(safety).map(since => isAtLeast(versionOf(since, context)?.range, since.safeFrom));
  if (all.includes('no')) return 'no';
  return all.includes('unknown') ? 'later' : 'yes';
}

function sincesOf(since: Since): Since[] {
  return [since, ...(since.and ? sincesOf(since.and) : [])];
}

/** The name under which a version of the package is known, and that version. */
export function versionOf(
  { package: name, alsoAs }: Since,
  context: Context
): { readonly name: string; readonly range: VersionRange } | undefined {
  for (const one of alsoAs === undefined ? [name] : [name, alsoAs]) {
    const range = context.version(one);
    if (range) return { name: one, range };
  }
  return undefined;
}

/** The package that keeps the default from being known to be safe: one that is older before one that is not known. */
export function decidingSince({ guard, safety }: LoaderTraits, context: Context): Since | undefined {
  const byDefault = guard ? guard.default : safety;
  const sinces = typeof byDefault === 'object' ? sincesOf(byDefault) : [];
  const alone = (since: Since): string => isSafe({ ...since, and: undefined }, context);
  return sinces.find(since => alone(since) === 'no') ?? sinces.find(since => alone(since) === 'later');
}

function ofDefault(safety: Safety, context: Context): GuardState {
  return ({ yes: 'default-on', no: 'default-off', later: 'default-unknown' } as const)[isSafe(safety, context)];
}

const WORST: readonly GuardState[] = ['off', 'on-later', 'at-run-time', 'on'];

/** Of several values the worst; of a class of the program, what it derives from. */
function ofNamed(value: Value, named: NamedSafety, root: string, context: Context): GuardState {
  const worst = (states: readonly GuardState[]): GuardState => WORST.find(one => states.includes(one)) ?? 'at-run-time';
  const ofName = (name: string | null): GuardState => {
    const safety = name === null ? undefined : (named.names[name] ?? named.others);
    if (safety === undefined) return 'at-run-time';
    return ({ yes: 'on', no: 'off', later: 'on-later' } as const)[isSafe(safety, context)];
  };
  const ofSymbol = (name: string | null): GuardState =>
    ofName(name !== null && rootOf(name) === root ? name.slice(name.lastIndexOf('.') + 1) : null);
  switch (value.kind) {
    case 'any':
      return worst(value.values.map(one => ofNamed(one, named, root, context)));
    case 'list':
      return worst(value.items.map(one => ofNamed(one, named, root, context)));
    case 'literal':
      return ofName(String(value.value));
    case 'symbol':
      return ofSymbol(value.name);
    case 'class': {
      // What a base that is not known adds may be anything, but a mixin is the rule.
      const known = value.bases.filter(base => base !== null && rootOf(base) === root);
      return worst(known.map(ofSymbol));
    }
    default:
      return 'at-run-time';
  }
}

function rootOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}
