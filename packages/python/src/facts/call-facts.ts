import type { Argument, Call, Evidence, Origin, Sureness } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import { bindArguments, type BoundArguments } from '../bind-arguments.js';
import { fetcher, hub, loader, writer } from '../catalogue/names.js';
import type { HubRow, LoaderRow } from '../catalogue/row.js';
import { evidence } from '../evidence.js';
import { namesOf } from '../names.js';
import type { CallSite } from '../scope.js';
import { normalise, sourceOf, type Source } from '../origin.js';
import { type Resolver } from '../resolver.js';
import { siteOfBinding, Trace, type Where } from '../where.js';
import { child } from '../syntax.js';
import { siteOf, textOf, type Site, type Unit } from '../unit.js';
import type { Draft, FileEvent, Publishing, UnitFacts } from './draft.js';
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
    for (const symbol of symbols) if (this.read(symbol.name, symbol.argument, sure)) break;
    if (symbols.length === 0 && /\.save_pretrained$/.test(textOf(siteOf(unit, written))))
      this.read('**.save_pretrained', undefined, sure);
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
    const fetch = fetcher(name);
    if (fetch?.destination !== undefined) {
      const { byName } = this.bind(fetch.parameters);
      const url = sourceOf(byName.get(fetch.url)?.value ?? { kind: 'unknown' }).subject;
      this.event(byName.get(fetch.destination)?.value, { kind: 'http', url: url ?? '' });
    }
    const write = writer(name);
    if (write) this.event(this.bind(write.parameters).byName.get(write.destination)?.value, { kind: 'written-here' });
    return Boolean(load ?? reference ?? fetch ?? write);
  }

  private bind(parameters: readonly string[]): BoundArguments {
    return bindArguments(this.site.node, parameters, this.where, this.resolver, this.inside);
  }

  private event(target: Value | undefined, origin: FileEvent['origin']): void {
    const source = target && sourceOf(target).origin;
    if (source?.kind === 'file')
      this.files.push({ path: source.path, origin, site: siteOf(this.unit, this.site.node) });
  }

  private load(row: LoaderRow, receiver: Value | undefined, sure: boolean): void {
    const bound = this.bind(row.parameters);
    const source = bound.byName.get(row.source)?.value ?? receiver ?? { kind: 'unknown' };
    if (isCopyInMemory(source)) return;
    const { origin, subject } = isWrittenOut(row, source) ? WRITTEN_OUT : sourceOf(source);
    this.drafts.push(publishing => {
      const known = settle(origin, publishing);
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
      origin: settle(origin, publishing).origin,
      revision: bound.byName.get('revision')?.value,
      trustRemoteCode: row.remoteCode ? bound.byName.get('trust_remote_code')?.value : undefined,
      place: publishing.place(siteOf(this.unit, this.site.node)),
      evidence: this.evidence(publishing, bound),
      sureness: this.sureness(sure)
    }));
  }

  private hubOrigin(repository: Value, bound: BoundArguments): Origin {
    if (repository.kind !== 'literal' || typeof repository.value !== 'string') {
      const { origin } = sourceOf(repository);
      return origin.kind === 'file' ? { kind: 'unknown' } : origin;
    }
    const text = repository.value;
    if (!/^[\w.-]+(\/[\w.-]+)?$/.test(text) || text.startsWith('.')) return { kind: 'file', path: normalise(text) };
    const revision = bound.byName.get('revision')?.value;
    const pinned = revision?.kind === 'literal' && /^[0-9a-f]{40}$/i.test(String(revision.value));
    return { kind: 'hub', repository: text, pinned };
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

/** A path that the program writes or downloads itself has that origin, whatever its name. */
function settle(origin: Origin, publishing: Publishing): { origin: Origin; evidence: Evidence[] } {
  const path = origin.kind === 'file' ? origin.path : origin.kind === 'hub' ? origin.repository : undefined;
  const event = path === undefined ? undefined : publishing.file(normalise(path));
  if (!event || path === undefined) return { origin, evidence: [] };
  const message =
    event.origin.kind !== 'http'
      ? evidence('evidence-written', { path })
      : event.origin.url
        ? evidence('evidence-downloaded', { path, url: event.origin.url })
        : evidence('evidence-downloaded-somewhere', { path });
  return { origin: event.origin, evidence: [{ place: publishing.place(event.site), message }] };
}
