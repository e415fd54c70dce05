import type { Argument, Call, Evidence, Origin, Sureness } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import { bindArguments, type BoundArgument, type BoundArguments } from '../bind-arguments.js';
import { hub, loader } from '../catalogue/names.js';
import type { HubRow, LoaderRow } from '../catalogue/row.js';
import { evidence } from '../evidence.js';
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
import { siteOfBinding, Trace, type Where } from '../where.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, textOf, type Site, type Unit } from '../unit.js';
import type { Draft, Publishing, UnitFacts } from './draft.js';
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

  constructor(
    private readonly unit: Unit,
    private readonly site: CallSite,
    private readonly resolver: Resolver
  ) {
    this.where = { unit, scope: site.scope, branches: site.branches };
    const written = child(site.node, 'function');
    if (!written) return;
    const value = resolver.resolve(written, this.where, this.callee);
    const symbols = (value.kind === 'any' ? value.values : [value]).filter(v => v.kind === 'symbol');
    const sure = value.kind !== 'any' || symbols.length === value.values.length;
    for (const symbol of symbols) if (this.read(symbol.name, symbol.receiver, sure)) return;
    if (written.type === 'attribute') this.method(written);
  }

  reads(): string[] {
    return [...this.callee.reads, ...this.inside.reads];
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
    const receiver = this.resolver.resolve(object, this.where, this.inside);
    const flow = flowOfMethod(textOf(siteOf(this.unit, name)), receiver, this.unit, this.site, this.bind);
    if (flow) this.files.push(...flow.events);
  }

  private follow(flow: CallFlow, name: string, sure: boolean): void {
    this.files.push(...flow.events);
    const { fetch } = flow;
    if (!fetch) return;
    const call = (publishing: Publishing): Call => this.call(name, fetch.bound, publishing);
    const evidence = (publishing: Publishing): Evidence[] => this.evidence(publishing, fetch.bound);
    this.drafts.push(fetchDraft(fetch, this.point, call, evidence, this.sureness(sure)));
  }

  private readonly bind = (parameters: readonly string[]): BoundArguments =>
    bindArguments(this.site.node, parameters, this.where, this.resolver, this.inside);

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
    const source = bound.byName.get(row.source)?.value ?? made ?? { kind: 'unknown' };
    if (isCopyInMemory(source)) return;
    const sources = isWrittenOut(row, source) ? [WRITTEN_OUT] : sourcesOf(source);
    const { subject } = sources.reduce(lessTrusted);
    this.drafts.push(publishing => {
      const known = settle(sources, this.point, publishing);
      return {
        kind: 'load',
        loader: row.name,
        call: this.call(row.name, bound, publishing),
        origin: known.origin,
        subject,
        place: publishing.place(siteOf(this.unit, this.site.node)),
        evidence: [...this.evidence(publishing, bound), ...known.evidence],
        sureness: this.sureness(sure)
      };
    });
  }

  private reference(row: HubRow, name: string, sure: boolean): void {
    const bound = this.bind(row.parameters);
    const repository = bound.byName.get(row.repository)?.value ?? { kind: 'unknown' };
    const origin = this.hubOrigin(repository, bound);
    this.drafts.push(publishing => ({
      kind: row.kind,
      call: this.call(name, bound, publishing),
      named: bound.byName.has(row.repository),
      repository,
      origin: settle([origin], this.point, publishing).origin,
      revision: bound.byName.get('revision')?.value,
      trustRemoteCode: row.remoteCode ? bound.byName.get('trust_remote_code')?.value : undefined,
      place: publishing.place(siteOf(this.unit, this.site.node)),
      evidence: this.evidence(publishing, bound),
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

  private call(callee: string, bound: BoundArguments, publishing: Publishing): Call {
    const written = child(this.site.node, 'function') ?? this.site.node;
    const given = new Map<string, Argument>();
    for (const [name, argument] of bound.byName) {
      given.set(name, { value: argument.value, form: argument.form, place: publishing.place(argument.site) });
    }
    return {
      callee,
      written: textOf(siteOf(this.unit, written)).replace(/\s+/g, ''),
      place: publishing.place(siteOf(this.unit, this.site.node)),
      calleePlace: publishing.place(siteOf(this.unit, written)),
      arguments: given,
      open: bound.open
    };
  }

  /** Bindings that the fact rests on and that stand in another unit. */
  private evidence(publishing: Publishing, bound: BoundArguments): Evidence[] {
    const found: Evidence[] = [];
    const show = (site: Site, id: string, name: string): void => {
      found.push({ place: publishing.place(site), message: evidence(id, { name }) });
    };
    for (const binding of this.callee.bindings) {
      if (binding.unit.cell !== this.unit.cell && binding.to.kind === 'import')
        show(siteOfBinding(binding), 'evidence-import', binding.name);
    }
    for (const argument of bound.byName.values()) {
      if (argument.node.type !== 'identifier') continue;
      const trace = new Trace();
      this.resolver.resolve(argument.node, argument.where, trace);
      const [first] = trace.bindings;
      if (first?.to.kind === 'expression' && first.unit !== this.unit)
        show(siteOfBinding(first), 'evidence-value', first.name);
    }
    return found.slice(0, 4);
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
