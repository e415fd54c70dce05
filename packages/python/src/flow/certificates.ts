import type { Value } from '@loadlight/facts/value';
import { toValue, type Abstract } from '../abstract.js';
import { libraryBases } from '../bases.js';
import type { BoundArguments } from '../bind-arguments.js';
import { CERTIFICATE_ATTRIBUTES, CERTIFICATE_CALLS } from '../catalogue/certificates.js';
import type { CertificateRow } from '../catalogue/row.js';
import type { Draft } from '../facts/draft.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import { child } from '../syntax.js';
import { siteOf, textOf, type Site, type Unit } from '../unit.js';
import { Trace, type Where } from '../where.js';

const ATTRIBUTES = new RegExp(
  `\\.(?:${[...new Set(CERTIFICATE_ATTRIBUTES.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)))].join('|')})\\b\\s*=`
);

/** Whether a call of that name turns the check of certificates off, and which argument does; undefined where none does. */
export function unchecksCertificates(
  name: string,
  bind: (parameters: readonly string[]) => BoundArguments
): { readonly argument: string | undefined; readonly bound: BoundArguments } | undefined {
  for (const row of CERTIFICATE_CALLS) {
    if (row.name !== name) continue;
    const bound = bind([]);
    if (row.parameter === undefined) return { argument: undefined, bound };
    const value = bound.byName.get(row.parameter)?.value;
    if (value && isOff(row, value)) return { argument: row.parameter, bound };
  }
  return undefined;
}

/** `session.verify = False`, `ssl._create_default_https_context = …` anywhere in the unit. What `reads` gets are the names that this rests on. */
export function certificateDrafts(unit: Unit, resolver: Resolver, reads: Set<string>): Draft[] {
  if (!ATTRIBUTES.test(unit.text)) return [];
  return namesOf(unit).assigned.flatMap(({ node, scope, branches }) => {
    const left = child(node, 'left');
    const right = child(node, 'right');
    const object = left?.type === 'attribute' ? child(left, 'object') : undefined;
    const attribute = left && child(left, 'attribute');
    if (!object || !attribute || !right) return [];
    const where: Where = { unit, scope, branches };
    const trace = new Trace();
    const owners = ownersOf(resolver.resolve(object, where, trace), resolver, trace);
    const row = CERTIFICATE_ATTRIBUTES.find(({ name }) =>
      owners.some(owner => name === `${owner}.${textOf(siteOf(unit, attribute))}`)
    );
    const isSet = row && isOff(row, toValue(resolver.resolve(right, where, trace)));
    for (const read of trace.reads) reads.add(read);
    return isSet ? [uncheckedDraft(siteOf(unit, node))] : [];
  });
}

function uncheckedDraft(site: Site): Draft {
  return publishing => ({
    kind: 'unchecked-certificates',
    call: undefined,
    argument: undefined,
    place: publishing.place(site),
    evidence: [],
    sureness: 'certain'
  });
}

/** What it is called; of an object of a class of the program, what that derives from. */
function ownersOf(object: Abstract, resolver: Resolver, trace: Trace): readonly string[] {
  if (object.kind !== 'instance') return [nameOf(toValue(object))];
  return libraryBases(object.of.cls, resolver, trace).map(base => `${base}()`);
}

function nameOf(value: Value): string {
  return value.kind === 'symbol' ? value.name : value.kind === 'result' ? `${value.of}()` : '';
}

function isOff({ off = [] }: CertificateRow, value: Value): boolean {
  if (value.kind === 'literal') return off.some(one => one === value.value);
  return value.kind === 'symbol' && off.includes(value.name);
}
