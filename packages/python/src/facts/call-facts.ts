import type { Argument, Call, Evidence, Origin, Sureness } from '@loadlight/facts/fact';
import { UNKNOWN, type Value } from '@loadlight/facts/value';
import { alternatives, toValue, type Abstract, type Given } from '../abstract.js';
import { bindArguments, type BoundArgument, type BoundArguments } from '../bind-arguments.js';
import { hub, loader, mayBeCalledBy } from '../catalogue/names.js';
import type { HubRow, LoaderRow } from '../catalogue/row.js';
import { namesOf } from '../names.js';
import type { CallSite } from '../scope.js';
import { isCommit } from '../flow/address.js';
import { environmentDrafts, environmentOfCall } from '../flow/environment.js';
import { functionOf, type FileEvent, type FilePoint } from '../flow/file-event.js';
import { normalise } from '../flow/file-path.js';
import { flowOfCall, flowOfMethod, type CallFlow, type Definition } from '../flow/call-flow.js';
import { shellCall } from '../flow/shell-call.js';
import { flowEvidence } from '../flow/flow-evidence.js';
import { fetchDraft } from '../flow/seen-fetch.js';
import { lessTrusted, sourceOf, sourcesOf, type Source } from '../origin.js';
import { type Resolver } from '../resolver.js';
import { Trace, type Where } from '../where.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, textOf, type Unit } from '../unit.js';
import { asEvidence, shownFor } from './call-evidence.js';
import type { Draft, Publishing, UnitFacts } from './draft.js';
import { handedOn } from './handed-on.js';
import { suppressionDrafts } from './suppressions.js';

/** Everything that the unit's calls and comments say. */
export function factsOfUnit(unit: Unit, resolver: Resolver): UnitFacts {
  const names = namesOf(unit);
  const drafts: Draft[] = [...suppressionDrafts(unit, names.comments)];
  const files: FileEvent[] = [];
  const reads = new Set<string>();
  for (const call of names.calls) {
    const seen = new SeenCall(unit, call, resolver);
    for (const name of seen.reads()) reads.add(name);
    drafts.push(...seen.drafts);
    files.push(...seen.files);
  }
  drafts.push(...environmentDrafts(unit, resolver, { unit, scope: names.module, branches: [] }, reads));
  return { drafts, files, reads };
}

/** One call: what it is by the catalogue, and the facts that follow. */
class SeenCall {
  readonly drafts: Draft[] = [];
  readonly files: FileEvent[] = [];
  private readonly callee = new Trace();
  private readonly inside = new Trace();
  private readonly where: Where;
  /** The arguments: those of a `partial`, then the call's own. */
  private layers: readonly Given[];
  /** What names the function that is called, where the call is handed it by name. */
  private handed: Syntax | undefined;

  constructor(
    private readonly unit: Unit,
    private readonly site: CallSite,
    private readonly resolver: Resolver
  ) {
    this.where = { unit, scope: site.scope, branches: site.branches };
    this.layers = [{ call: site.node, where: this.where }];
    const written = child(site.node, 'function');
    if (!written) return;
    const attribute = written.type === 'attribute' ? child(written, 'attribute') : undefined;
    const name = attribute && textOf(siteOf(unit, attribute));
    this.handOn(name ?? textOf(siteOf(unit, written)), written);
    if (name !== undefined && !mayBeCalledBy(name)) {
      // Whatever the object is: only an attribute that is set to something can be of the catalogue.
      this.callee.reads.add(`.${name}`);
      if (!resolver.namespace.isAttributeSet(name)) return;
    }
    const value = resolver.resolve(written, this.where, this.callee);
    const called = alternatives(value).flatMap(one => symbolOf(one, []) ?? []);
    const sure = called.length === alternatives(value).length;
    for (const { symbol, given } of called) {
      this.layers = [...given, { call: site.node, where: this.where }];
      if (this.read(symbol.name, symbol.receiver && toValue(symbol.receiver), sure)) return;
    }
    this.layers = [{ call: site.node, where: this.where }];
    if (written.type === 'attribute') this.method(written);
  }

  reads(): string[] {
    return [...this.callee.reads, ...this.inside.reads];
  }

  /** `executor.submit(torch.load, path)`: a loader that the call is given to call it. */
  private handOn(name: string, written: Syntax): void {
    const { unit, site, where, resolver } = this;
    const handed = handedOn(site.node, name, node => textOf(siteOf(unit, node)));
    if (!handed) return;
    // A function of the program is read itself.
    const by = alternatives(resolver.resolve(written, where, this.callee));
    if (by.some(one => one.kind === 'function' || one.kind === 'class')) return;
    const { callee, skip, as } = handed;
    const values = alternatives(resolver.resolve(callee, where, this.callee));
    for (const value of values) {
      const called = symbolOf(value, []);
      const row = called && loader(called.symbol.name);
      if (!row) continue;
      this.layers = [...called.given, { call: site.node, where, skip, ...(as && { as }) }];
      this.handed = callee;
      this.load(row, called.symbol.receiver && toValue(called.symbol.receiver), values.length === 1);
      this.handed = undefined;
      return;
    }
  }

  /** True where the catalogue knows the name. */
  private read(name: string, receiver: Value | undefined, sure: boolean): boolean {
    const load = loader(name);
    if (load) this.load(load, receiver, sure);
    const reference = hub(name);
    if (reference) this.reference(reference, name, sure);
    const flow = flowOfCall(name, receiver, this.unit, this.site, this.bind, this.definition);
    if (flow) this.follow(flow, name, sure);
    const shell = shellCall(name, this.point, this.site.branches.length > 0, this.bind);
    if (shell) {
      this.files.push(...shell.events);
      for (const { fetch, point } of shell.fetches)
        this.drafts.push(fetchDraft(fetch, point, undefined, () => [], this.sureness(sure)));
    }
    const environment = environmentOfCall(name, this.point.site, this.bind);
    this.drafts.push(...environment);
    return Boolean(load ?? reference ?? flow ?? shell) || environment.length > 0;
  }

  /** A method by its name alone, on an object that is not known. */
  private method(written: Syntax): void {
    const name = child(written, 'attribute');
    const object = child(written, 'object');
    if (!name || !object) return;
    const receiver = toValue(this.resolver.resolve(object, this.where, this.inside));
    const flow = flowOfMethod(textOf(siteOf(this.unit, name)), receiver, this.unit, this.site, this.bind);
    if (flow) this.files.push(...flow.events);
  }

  private follow(flow: CallFlow, name: string, sure: boolean): void {
    this.files.push(...flow.events);
    const { fetch } = flow;
    if (!fetch) return;
    const said = this.said(fetch.bound, fetch.source.origin);
    const call = (publishing: Publishing): Call => this.call(name, fetch.bound, said.values, publishing);
    this.drafts.push(fetchDraft(fetch, this.point, call, said.evidence, this.sureness(sure)));
  }

  private readonly bind = (parameters: readonly string[]): BoundArguments =>
    bindArguments(this.layers, parameters, this.resolver, this.inside);

  /** The function of the program that the argument names. */
  private readonly definition = (argument: BoundArgument): Definition | undefined => {
    const trace = new Trace();
    this.resolver.resolve(argument.node, argument.where, trace);
    for (const name of trace.reads) this.inside.reads.add(name);
    const found = trace.bindings.find(binding => binding.node.type === 'function_definition');
    if (!found) return undefined;
    const parameters = (child(found.node, 'parameters')?.children ?? []).map(parameter => {
      const name = parameter.type === 'identifier' ? parameter : (child(parameter, 'name') ?? parameter.children[0]);
      return name ? textOf(siteOf(found.unit, name)) : '';
    });
    return { site: siteOf(found.unit, found.node), parameters };
  };

  private get point(): FilePoint {
    return { site: siteOf(this.unit, this.site.node), scope: functionOf(this.site.scope) };
  }

  private load(row: LoaderRow, receiver: Value | undefined, sure: boolean): void {
    const bound = this.bind(row.parameters);
    const made = receiver?.kind === 'result' ? receiver.argument : undefined;
    const source = bound.byName.get(row.source)?.value ?? made ?? UNKNOWN;
    if (isCopyInMemory(source)) return;
    const sources = isWrittenOut(row, source) ? [WRITTEN_OUT] : sourcesOf(source);
    const { subject, origin } = sources.reduce(lessTrusted);
    const said = this.said(bound, origin);
    const { handed } = this;
    this.drafts.push(publishing => {
      const known = settle(sources, this.point, publishing);
      return {
        kind: 'load',
        loader: row.name,
        call: this.call(row.name, bound, said.values, publishing, handed),
        origin: known.origin,
        subject,
        place: publishing.place(siteOf(this.unit, this.site.node)),
        evidence: [...said.evidence(publishing), ...known.evidence],
        sureness: this.sureness(sure)
      };
    });
  }

  private reference(row: HubRow, name: string, sure: boolean): void {
    const bound = this.bind(row.parameters);
    const repository = bound.byName.get(row.repository)?.value ?? UNKNOWN;
    const origin = this.hubOrigin(repository, bound);
    const said = this.said(bound, origin.origin);
    this.drafts.push(publishing => ({
      kind: row.kind,
      call: this.call(name, bound, said.values, publishing),
      named: bound.byName.has(row.repository),
      repository,
      origin: settle([origin], this.point, publishing).origin,
      revision: said.values.get('revision'),
      trustRemoteCode: row.remoteCode ? said.values.get('trust_remote_code') : undefined,
      place: publishing.place(siteOf(this.unit, this.site.node)),
      evidence: said.evidence(publishing),
      sureness: this.sureness(sure)
    }));
  }

  private hubOrigin(repository: Value, bound: BoundArguments): Source {
    const subject = undefined;
    if (repository.kind !== 'literal' || typeof repository.value !== 'string') {
      const source = sourceOf(repository);
      return source.origin.kind === 'file' ? { ...source, origin: { kind: 'unknown' } } : source;
    }
    const text = repository.value;
    const path = { path: normalise(text), local: false };
    if (!/^[\w.-]+(\/[\w.-]+)?$/.test(text) || text.startsWith('.'))
      return { origin: { kind: 'file', path: path.path }, subject, path };
    const revision = bound.byName.get('revision')?.value;
    const pinned = revision?.kind === 'literal' && isCommit(String(revision.value));
    return { origin: { kind: 'hub', repository: text, pinned }, subject, path };
  }

  private call(
    callee: string,
    bound: BoundArguments,
    values: ReadonlyMap<string, Value>,
    publishing: Publishing,
    handed?: Syntax
  ): Call {
    const written = handed ?? child(this.site.node, 'function') ?? this.site.node;
    const given = new Map<string, Argument>();
    for (const [name, argument] of bound.byName) {
      given.set(name, {
        value: values.get(name) ?? UNKNOWN,
        form: argument.form,
        place: publishing.place(argument.site)
      });
    }
    return {
      callee,
      written: textOf(siteOf(this.unit, written)).replace(/\s+/g, ''),
      place: publishing.place(siteOf(this.unit, this.site.node)),
      calleePlace: publishing.place(siteOf(this.unit, written)),
      arguments: given,
      open: bound.open,
      ...(handed && { handedOn: true })
    };
  }

  /** What the arguments are, and what that rests on: worked out now, because names may mean something else later. */
  private said(
    bound: BoundArguments,
    origin: Origin
  ): { values: ReadonlyMap<string, Value>; evidence: (publishing: Publishing) => Evidence[] } {
    const values = new Map([...bound.byName].map(([name, argument]) => [name, argument.value]));
    const shown = shownFor(this.unit, this.callee, this.inside, bound, origin, this.resolver);
    return { values, evidence: publishing => shown.map(one => asEvidence(one, publishing)) };
  }

  private sureness(sure: boolean): Sureness {
    return sure && !this.callee.later ? 'certain' : 'possible';
  }
}

/** `pickle.loads(pickle.dumps(x))`: the bytes never leave the program. */
function isCopyInMemory(source: Value): boolean {
  return source.kind === 'result' && /^(pickle|dill|cloudpickle)\.dumps$/.test(source.of);
}

const WRITTEN_OUT: Source = { origin: { kind: 'written-here' }, subject: undefined };

/** `pickle.loads(b"…")`: the literal is the data, not the path of a file. */
function isWrittenOut(row: LoaderRow, source: Value): boolean {
  return row.name.endsWith('.loads') && source.kind === 'literal';
}

/** A path that the program writes or downloads itself has that origin, whatever its name; of several the least trusted. */
function settle(
  sources: readonly Source[],
  point: FilePoint,
  publishing: Publishing
): { origin: Origin; evidence: Evidence[] } {
  return sources
    .map(source => {
      const settled = publishing.file(source, point);
      if (!settled) return { origin: source.origin, evidence: [] };
      return { origin: settled.origin, evidence: flowEvidence(source, settled, publishing) };
    })
    .reduce(lessTrusted);
}

/** The library's function that is called, with what a `partial` gives it first. */
function symbolOf(
  value: Abstract,
  given: readonly Given[]
): { symbol: Extract<Abstract, { kind: 'symbol' }>; given: readonly Given[] } | undefined {
  if (value.kind === 'symbol') return { symbol: value, given };
  return value.kind === 'partial' ? symbolOf(value.of, [...value.given, ...given]) : undefined;
}
