import type { Value } from '@loadlight/facts/value';
import { alternatives, toValue } from '../abstract.js';
import type { Draft } from '../facts/draft.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, type Site, type Unit } from '../unit.js';
import { Trace, type Where } from '../where.js';
import type { BoundArguments } from '../bind-arguments.js';

/** The program sets that variable there. */
export function environmentDraft(name: string, value: Value, site: Site): Draft {
  return publishing => ({
    kind: 'environment',
    name,
    value,
    place: publishing.place(site),
    evidence: [],
    sureness: 'certain'
  });
}

/** `os.environ["NAME"] = value`, `os.environ |= {…}` anywhere in the unit. What `reads` gets are the names that this rests on. */
export function environmentDrafts(unit: Unit, resolver: Resolver, reads: Set<string>): Draft[] {
  if (!/environ|\benv\s*\[/.test(unit.text)) return [];
  return namesOf(unit).assigned.flatMap(({ node, scope, branches }) => {
    const left = child(node, 'left');
    const right = child(node, 'right');
    if (!left || !right) return [];
    const where: Where = { unit, scope, branches };
    const trace = new Trace();
    const drafts = setBy(left, resolver, where, trace).flatMap(name => {
      const value = toValue(resolver.resolve(right, where, trace));
      if (name !== undefined) return [environmentDraft(name, value, siteOf(unit, node))];
      return value.kind === 'dict' ? ofDictionary(value, siteOf(unit, node)) : [];
    });
    for (const name of trace.reads) reads.add(name);
    return drafts;
  });
}

/** The variables that the target is; undefined stands for all of the environment. */
function setBy(left: Syntax, resolver: Resolver, where: Where, trace: Trace): (string | undefined)[] {
  return alternatives(resolver.resolve(left, where, trace)).flatMap(target => {
    if (left.type === 'attribute') return target.kind === 'symbol' && target.name === 'os.environ' ? [undefined] : [];
    if (target.kind !== 'result' || target.of !== 'os.environ[]' || !target.argument) return [];
    return alternatives(target.argument).flatMap(key => (key.kind === 'literal' ? String(key.value) : []));
  });
}

function ofDictionary({ entries }: Extract<Value, { kind: 'dict' }>, site: Site): Draft[] {
  return [...entries].map(([key, entry]) => environmentDraft(key, entry, site));
}

/** `os.environ.setdefault(…)`, `os.environ.update(…)`, `os.putenv(…)`; nothing for calls of other names. */
export function environmentOfCall(
  name: string,
  site: Site,
  bind: (parameters: readonly string[]) => BoundArguments
): Draft[] {
  if (name === 'os.environ.setdefault' || name === 'os.putenv') {
    const { byName } = bind(['key', 'value']);
    const key = byName.get('key')?.value;
    const value = byName.get('value')?.value;
    return key?.kind === 'literal' && value ? [environmentDraft(String(key.value), value, site)] : [];
  }
  if (name !== 'os.environ.update') return [];
  const { byName } = bind(['mapping']);
  const drafts: Draft[] = [];
  for (const [parameter, { value }] of byName) {
    if (parameter !== 'mapping') drafts.push(environmentDraft(parameter, value, site));
    else if (value.kind === 'dict') drafts.push(...ofDictionary(value, site));
  }
  return drafts;
}
