import { alternatives, type Abstract, type StringSite } from '../abstract.js';
import { bindArguments } from '../bind-arguments.js';
import { credentialRow, isCredentialCall } from '../catalogue/names.js';
import type { Held } from '../catalogue/credentials.js';
import { initialiserOf } from '../classes.js';
import { evidence } from '../evidence.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import type { CallSite } from '../scope.js';
import { readString } from '../string-literal.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, textOf, type Site, type Unit } from '../unit.js';
import { sourcesOf, textOf as literalOf } from '../values.js';
import { Trace, type Where } from '../where.js';
import type { Draft } from './draft.js';

/** Names that may be those of a credential; what they hold is judged elsewhere. */
const NAMED = /key|token|secret|passw|passphrase|passcode|pwd|auth|bearer|jwt|(?:^|_)(?:pw|pat|pass)$/i;
/** Arguments that hold such names with their values: `headers={…}`. */
const PACKED = /^(?:headers|params|data|json|cookies|config|settings|kwargs|options|env|environ)$/;
/** A user's name and a password: `auth=("ml", …)`. */
const PAIRS = /^(?:auth|basic_auth|http_auth)$/;
/** Calls that give something a name: `setdefault("API_KEY", value)`. */
const NAMING = /^(?:setdefault|getenv|get|putenv|setenv|set|update_or_create)$/;
/** Calls that take a dictionary in. */
const TAKING = /^(?:update|dict)$/;

/** Where a credential would go: what it would be called there, and what goes there. */
interface Sink {
  readonly name: string;
  readonly value: () => Abstract;
  readonly site: Site;
  readonly callee?: string;
  readonly holds?: Held;
}

/**
 * Texts of the program, or of modules that it imports, which reach a place where a credential is expected: a parameter, key, header,
 * variable or attribute of such a name, or a function that the catalogue knows. What `reads` gets are the names that this rests on.
 */
export function credentialUses(unit: Unit, resolver: Resolver, reads: Set<string>): Draft[] {
  if (!resolver.followsTexts) return [];
  const trace = new Trace();
  const names = namesOf(unit);
  const seen = new Set<Syntax>();
  const drafts: Draft[] = [];
  const sinks = [
    ...names.assigned.flatMap(site => ofAssignment(unit, site, resolver, trace)),
    ...names.calls.flatMap(site => ofCall(unit, site, resolver, trace))
  ];
  for (const sink of sinks) {
    for (const one of alternatives(sink.value())) {
      for (const source of sourcesOf(one) ?? []) {
        if (seen.has(source.node)) continue;
        seen.add(source.node);
        drafts.push(useDraft(sink, source, literalOf(one), unit));
      }
    }
  }
  for (const name of trace.reads) reads.add(name);
  return drafts;
}

function useDraft(
  { name, callee = '', holds, site }: Sink,
  source: StringSite,
  whole: string | undefined,
  unit: Unit
): Draft {
  const value = readString(source.node, source.unit.text).value ?? '';
  const home = source.unit.home !== unit.home;
  return publishing => {
    const written = publishing.place(contentOf(source));
    const used = publishing.place(site);
    return {
      kind: 'credential-use',
      place: home ? used : written,
      value,
      name,
      callee,
      holds,
      whole,
      elsewhere: home ? { place: written, statement: source.unit.text } : undefined,
      evidence: home
        ? [{ place: written, message: evidence('evidence-written-out', {}) }]
        : [{ place: used, message: evidence('evidence-credential', { name }) }],
      sureness: 'certain'
    };
  };
}

/** What stands between the quotes. */
function contentOf({ unit, node }: StringSite): Site {
  const inner = node.children.filter(c => c.type !== 'string_start' && c.type !== 'string_end');
  const [first] = inner;
  const last = inner.at(-1);
  return first && last ? { unit, start: first.start, end: last.end } : siteOf(unit, node);
}

/** `client.api_key = value`, `headers["x-api-key"] = value`. */
function ofAssignment(unit: Unit, { node, scope, branches }: CallSite, resolver: Resolver, trace: Trace): Sink[] {
  const left = child(node, 'left');
  const right = child(node, 'right');
  if (!left || !right) return [];
  const named = left.type === 'attribute' ? child(left, 'attribute') : child(left, 'subscript');
  const where: Where = { unit, scope, branches };
  const name = named && (left.type === 'attribute' ? textAt(named, unit) : plainText(named, unit));
  if (name === undefined) return [];
  const value = (): Abstract => resolver.resolve(right, where, trace);
  const site = siteOf(unit, left);
  if (NAMED.test(name)) return [{ name, value, site }];
  return PACKED.test(name) ? entriesOf(value(), site) : [];
}

function ofCall(unit: Unit, site: CallSite, resolver: Resolver, trace: Trace): Sink[] {
  const { node, scope, branches } = site;
  const list = child(node, 'arguments');
  const callee = child(node, 'function');
  if (!callee || list?.type !== 'argument_list') return [];
  const where: Where = { unit, scope, branches };
  const resolve = (one: Syntax) => (): Abstract => resolver.resolve(one, where, trace);
  const called = callee.type === 'attribute' ? child(callee, 'attribute') : callee;
  const last = called ? textAt(called, unit) : '';
  const written = textAt(callee, unit).replace(/\s+/g, '').slice(-60);
  const sinks: Sink[] = [];
  const positional = list.children.filter(
    c => c.type !== 'comment' && c.type !== 'keyword_argument' && c.type !== 'dictionary_splat'
  );
  if (isCredentialCall(last)) sinks.push(...ofKnown(site, where, callee, resolver, trace));
  else if (positional.some(one => mayCarry(one))) sinks.push(...ofOwn(site, where, callee, resolver, trace));
  for (const argument of list.children) {
    if (argument.type === 'dictionary_splat') {
      const inner = argument.children[0];
      if (inner) sinks.push(...entriesOf(resolve(inner)(), siteOf(unit, argument), written));
    }
    if (argument.type !== 'keyword_argument') continue;
    const name = child(argument, 'name');
    const value = child(argument, 'value');
    if (!name || !value || !mayCarry(value)) continue;
    const word = textAt(name, unit);
    const at = siteOf(unit, argument);
    if (PAIRS.test(word)) sinks.push(...ofPair(resolve(value)(), at, written));
    if (NAMED.test(word)) sinks.push({ name: word, value: resolve(value), site: at, callee: written });
    else if (PACKED.test(word)) sinks.push(...entriesOf(resolve(value)(), at, written));
  }
  const [first, second] = positional;
  if (first && second && NAMING.test(last)) {
    const name = plainText(first, unit);
    if (name !== undefined && NAMED.test(name))
      sinks.push({ name, value: resolve(second), site: siteOf(unit, second) });
  }
  if (first && TAKING.test(last)) sinks.push(...entriesOf(resolve(first)(), siteOf(unit, first)));
  return sinks;
}

/** Arguments of a function that the catalogue knows. */
function ofKnown({ node }: CallSite, where: Where, callee: Syntax, resolver: Resolver, trace: Trace): Sink[] {
  const values = alternatives(resolver.resolve(callee, where, trace));
  const row = values.flatMap(one => (one.kind === 'symbol' ? (credentialRow(one.name) ?? []) : []))[0];
  if (!row) return ofOwn({ node, scope: where.scope, branches: where.branches }, where, callee, resolver, trace);
  const { byName } = bindArguments([{ call: node, where }], row.parameters, resolver, trace);
  return Object.entries(row.holds).flatMap(([name, holds]) => {
    const bound = byName.get(name);
    return bound ? [{ name, holds, callee: row.name, value: () => bound.abstract, site: bound.site }] : [];
  });
}

/** Arguments of a function of the program, by the names of its parameters. */
function ofOwn({ node }: CallSite, where: Where, callee: Syntax, resolver: Resolver, trace: Trace): Sink[] {
  return alternatives(resolver.resolve(callee, where, trace)).flatMap((one): Sink[] => {
    const callable =
      one.kind === 'function' ? one.callable : one.kind === 'class' ? initialiserOf(one.cls, trace) : undefined;
    if (!callable) return [];
    const names = callable.parameters.filter(p => p.kind === 'positional').map(p => p.name);
    const taken = callable.takesSelf ? names.slice(1) : names;
    if (!taken.some(name => NAMED.test(name))) return [];
    const { byName } = bindArguments([{ call: node, where }], taken, resolver, trace);
    return [...byName].flatMap(([name, bound]) =>
      bound.form === 'positional' && NAMED.test(name)
        ? [{ name, callee: callable.name ?? '', value: () => bound.abstract, site: bound.site }]
        : []
    );
  });
}

/** The values of a dictionary whose keys may be a credential's names. */
function entriesOf(value: Abstract, site: Site, callee?: string): Sink[] {
  return alternatives(value).flatMap(one =>
    one.kind !== 'dict'
      ? []
      : [...one.entries].flatMap(([name, entry]) =>
          NAMED.test(name) ? [{ name, value: () => entry.value, site, ...(callee && { callee }) }] : []
        )
  );
}

function ofPair(value: Abstract, site: Site, callee: string): Sink[] {
  return alternatives(value).flatMap(one => {
    const password = one.kind === 'list' && one.items.length === 2 ? one.items[1] : undefined;
    return password ? [{ name: 'password', holds: 'password' as const, value: () => password, site, callee }] : [];
  });
}

/** False promises that the expression is no text of the program: a number, a constant, a look-up of another kind. */
function mayCarry({ type }: Syntax): boolean {
  return !/^(?:integer|float|true|false|none|lambda|list_comprehension|comparison_operator|not_operator)$/.test(type);
}

function plainText(node: Syntax, unit: Unit): string | undefined {
  return node.type === 'string' ? readString(node, unit.text).value : undefined;
}

function textAt(node: Syntax, unit: Unit): string {
  return textOf(siteOf(unit, node));
}
