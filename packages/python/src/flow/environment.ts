import type { Value } from '@loadlight/facts/value';
import { toValue } from '../abstract.js';
import type { Draft } from '../facts/draft.js';
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

/** `os.environ["NAME"] = value` anywhere in the unit. What `reads` gets are the names that this rests on. */
export function environmentDrafts(unit: Unit, resolver: Resolver, where: Where, reads: Set<string>): Draft[] {
  if (!unit.text.includes('environ')) return [];
  const drafts: Draft[] = [];
  const visit = (node: Syntax): void => {
    for (const inner of node.children) visit(inner);
    const left = node.type === 'assignment' ? child(node, 'left') : undefined;
    const right = node.type === 'assignment' ? child(node, 'right') : undefined;
    if (left?.type !== 'subscript' || !right) return;
    const trace = new Trace();
    const target = resolver.resolve(left, where, trace);
    if (target.kind === 'result' && target.of === 'os.environ[]' && target.argument?.kind === 'literal') {
      const value = toValue(resolver.resolve(right, where, trace));
      drafts.push(environmentDraft(String(target.argument.value), value, siteOf(unit, node)));
    }
    for (const name of trace.reads) reads.add(name);
  };
  for (const statement of unit.statements) visit(statement);
  return drafts;
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
    else if (value.kind === 'dict')
      for (const [key, entry] of value.entries) drafts.push(environmentDraft(key, entry, site));
  }
  return drafts;
}
