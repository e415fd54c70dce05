import type { Argument, Call, Evidence, Origin, Sureness } from '@loadlight/facts/fact';
import { UNKNOWN, type Value } from '@loadlight/facts/value';
import { alternatives, toValue, type Abstract, type Given } from '../abstract.js';
import { bindArguments, type BoundArgument, type BoundArguments } from '../bind-arguments.js';
import { hub, loader, mayBeCalledBy } from '../catalogue/names.js';
import type { HubRow, LoaderRow } from '../catalogue/row.js';
import { initialiserOf } from '../classes.js';
import { frameOf } from '../frames.js';
import type { Callable, CallSite, Scope } from '../scope.js';
import { unchecksCertificates } from '../flow/certificates.js';
import { environmentOfCall } from '../flow/environment.js';
import { functionOf, type FileEvent, type FilePoint } from '../flow/file-event.js';
import { flowOfCall, flowOfMethod, mayWrite, type CallFlow, type Definition } from '../flow/call-flow.js';
import { installDraft } from '../flow/install.js';
import { installLine, shellCall } from '../flow/shell-call.js';
import { fetchDraft } from '../flow/seen-fetch.js';
import { lastNameOf } from '../modules/module-path.js';
import { isLeftOut } from '../left-out.js';
import { lessTrusted, type Source } from '../origin.js';
import { type Resolver } from '../resolver.js';
import { Trace, type Frame, type Where } from '../where.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, textOf, type Site, type Unit } from '../unit.js';
import { actingCalls } from './acting-calls.js';
import { asEvidence, shortened, shownFor, type Shown } from './call-evidence.js';
import type { Draft, Publishing } from './draft.js';
import { displayOfCall } from './display-calls.js';
import { switchOfCall } from './switch-calls.js';
import { handedOn } from './handed-on.js';
import { WatchedFrame } from './idle-calls.js';
import { isModule } from './saved-module.js';
import { seenReference } from './hub-reference.js';
import { loadsNothing, sparedBy, traitsOf } from './loader-row.js';
import { toldOfFetch, toldOfReference } from './told-by-caller.js';
import { LoadAlone } from './load-alone.js';
import { holdsMembers } from './checked-members.js';
import { areChecked, isCopyInMemory, isForeign, loadedSources, settle, settleAlike, wholePath } from './sources.js';

/** The call of the program that leads into a module, and the way from there. */
interface Around {
  readonly top: SeenCall;
  /** Calls between it and here, the first one first. */
  readonly chain: readonly Site[];
  readonly frame: Frame;
  readonly entered: ReadonlySet<Callable>;
  /** Functions that were not entered again on the way. */
  readonly passed: Set<Callable>;
  /** So many calls may still be looked at for the one of the program. */
  readonly budget: { left: number };
}

/** So deep is followed what functions of modules call. */
const MAX_ENTERED = 4;

/** So many calls in modules are looked at for one call of the program. */
const MAX_INNER_CALLS = 100;

/** One call: what it is by the catalogue, and the facts that follow. */
export class SeenCall {
  readonly drafts: Draft[] = [];
  readonly files: FileEvent[] = [];
  private met: Set<string> | undefined;
  /** So often the same was met again in modules. */
  private repeated = 0;
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
    private readonly resolver: Resolver,
    /** It stands in a function of a module: what it does is done by the program's call. */
    private readonly around?: Around
  ) {
    this.where = { unit, scope: site.scope, branches: site.branches, ...(around && { frame: around.frame }) };
    this.layers = [{ call: site.node, where: this.where }];
    const written = child(site.node, 'function');
    if (!written) return;
    const attribute = written.type === 'attribute' ? child(written, 'attribute') : undefined;
    const name = attribute && textOf(siteOf(unit, attribute));
    this.handOn(name ?? textOf(siteOf(unit, written)), written);
    if (name !== undefined && !mayBeCalledBy(name)) {
      // Whatever the object is: only an attribute that is set to something can be of the catalogue.
      this.callee.reads.add(`.${name}`);
      if (!resolver.modules.mayLoad(name) && !resolver.lookup.namespaceOf(unit).isAttributeSet(name)) return;
    }
    this.callee.toCall = true;
    const value = resolver.resolve(written, this.where, this.callee);
    const called = alternatives(value).flatMap(one => symbolOf(one, []) ?? []);
    const sure = called.length === alternatives(value).length;
    for (const { symbol, given } of called) {
      this.layers = [...given, { call: site.node, where: this.where }];
      if (this.read(symbol.name, symbol.receiver && toValue(symbol.receiver), sure)) return;
    }
    this.layers = [{ call: site.node, where: this.where }];
    for (const one of alternatives(value)) this.enter(one, this.layers);
    if (written.type === 'attribute') this.method(written);
  }

  /** What a function of a module does when it is called so. */
  private enter(callee: Abstract, layers: readonly Given[]): void {
    if (callee.kind === 'partial') {
      this.enter(callee.of, [...callee.given, ...layers]);
      return;
    }
    const isClass = callee.kind === 'class';
    const callable = isClass
      ? initialiserOf(callee.cls, this.inside)
      : callee.kind === 'function'
        ? callee.callable
        : undefined;
    const entered = this.around?.entered ?? new Set();
    if (!callable?.unit.home || entered.size >= MAX_ENTERED) return;
    if (entered.has(callable)) {
      this.around?.passed.add(callable);
      return;
    }
    if (!this.around && mayBeMocked(this.site.scope)) return;
    const outer = callee.kind === 'function' ? callee.outer : undefined;
    const self: Abstract | undefined = isClass
      ? { kind: 'instance', of: callee, made: layers }
      : callee.kind === 'function'
        ? callee.self
        : undefined;
    const budget = this.around?.budget ?? { left: MAX_INNER_CALLS };
    const { sites, acting, reads } = actingCalls(callable, MAX_ENTERED - entered.size, this.resolver);
    for (const name of reads) this.inside.reads.add(name);
    if (acting.size === 0) {
      budget.left -= sites.length;
      return;
    }
    const frame = new WatchedFrame(
      { ...frameOf(callable, layers, outer, this.resolver, this.inside), self },
      this.resolver
    );
    const calls = frame.idle(entered.size, budget.left, this.inside.reads);
    if (calls !== undefined) {
      budget.left -= calls;
      return;
    }
    const top = this.around?.top ?? this;
    const chain = this.around ? [...this.around.chain, siteOf(this.unit, this.site.node)] : [];
    const passed = new Set<Callable>();
    const around: Around = { top, chain, frame, entered: new Set(entered).add(callable), passed, budget };
    frame.watch(entered.size, () => {
      const before = [this.drafts.length, this.files.length, top.repeated, budget.left] as const;
      this.lookInside(around, sites, acting);
      passed.delete(callable);
      for (const one of passed) this.around?.passed.add(one);
      const [drafts, files, repeated, left] = before;
      const isIdle = this.drafts.length === drafts && this.files.length === files && top.repeated === repeated;
      const isAlways = ![...passed].some(one => entered.has(one));
      return isIdle && isAlways ? { calls: left - budget.left, left } : undefined;
    });
  }

  /** The calls in the function that is entered. */
  private lookInside(around: Around, sites: readonly CallSite[], acting: ReadonlySet<CallSite>): void {
    const { frame, budget } = around;
    const { unit, scope } = frame.callable;
    for (const site of sites) {
      if (budget.left-- <= 0) break;
      if (!acting.has(site)) continue;
      if (isLeftOut(site.branches, { unit, scope, branches: [], frame }, this.resolver, this.inside)) continue;
      const inner = new SeenCall(unit, site, this.resolver, around);
      this.drafts.push(...inner.drafts);
      this.files.push(...inner.files);
      for (const name of inner.reads()) this.inside.reads.add(name);
    }
  }

  /** What it does to files, as done by the program's own call where it stands in a module. */
  private happens(events: readonly FileEvent[]): void {
    const top = this.around?.top;
    if (!top) {
      this.files.push(...events);
      return;
    }
    for (const event of events) {
      if (event.kind === 'upload') continue;
      if (event.kind !== 'holds') this.files.push({ ...event, ...top.point });
      // A key of names that only the function has says nothing outside.
      else if (!event.path.startsWith('‹'))
        this.files.push({ ...event, ...top.point, conditional: event.conditional || top.site.branches.length > 0 });
    }
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
      if (!row) {
        this.enter(value, [{ call: site.node, where, skip, ...(as && { as }) }]);
        continue;
      }
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
    const flow = flowOfCall(name, receiver, this.unit, this.site, this.bind, this.definition, this.valueOf);
    if (flow) this.follow(flow, name, sure);
    const shell = shellCall(name, this.point, this.site.branches.length > 0, this.bind);
    if (shell) {
      this.happens(shell.events);
      for (const { fetch, point } of this.around ? [] : shell.fetches)
        this.drafts.push(fetchDraft(fetch, point, undefined, () => [], this.sureness(sure)));
    }
    const command = this.around ? undefined : installLine(name, this.bind);
    if (command !== undefined) this.drafts.push(installDraft(command, this.point.site));
    const environment = this.around ? [] : environmentOfCall(name, this.point.site, this.bind);
    const callee = siteOf(this.unit, child(this.site.node, 'function') ?? this.site.node);
    const switched = this.around ? [] : switchOfCall(name, this.point.site, callee, this.bind);
    const shown = this.around ? undefined : displayOfCall(name, this.point.site, this.bind, this.resolver);
    this.drafts.push(...environment, ...switched, ...(shown ? [shown] : []));
    if (name === 'torch.save' && !this.around) this.savedModule(sure);
    const unchecked = this.certificates(name, sure);
    return (
      Boolean(load ?? reference ?? flow ?? shell) ||
      environment.length + switched.length > 0 ||
      command !== undefined ||
      unchecked ||
      shown !== undefined
    );
  }

  /** A method by its name alone, on an object that is not known. */
  private method(written: Syntax): void {
    const name = child(written, 'attribute');
    const object = child(written, 'object');
    if (!name || !object || !mayWrite(textOf(siteOf(this.unit, name)))) return;
    const receiver = toValue(this.resolver.resolve(object, this.where, this.inside));
    const flow = flowOfMethod(textOf(siteOf(this.unit, name)), receiver, this.unit, this.site, this.bind);
    if (flow) this.happens(flow.events);
  }

  private follow(flow: CallFlow, name: string, sure: boolean): void {
    this.happens(flow.events);
    const { fetch, unpacked } = flow;
    if (unpacked) this.unpack(unpacked, name, sure);
    if (!fetch) return;
    const reached = this.reached(() => toldOfFetch(fetch, this.flowAlone(name)?.fetch));
    if (!reached || !this.isFirst('fetch', fetch.source, reached.told)) return;
    const said = this.said(fetch.bound, fetch.source.origin, 'evidence-downloads');
    const call = (publishing: Publishing): Call => this.top.asCall(name, fetch.bound, said.values, publishing);
    const draft = fetchDraft(fetch, this.top.point, call, said.evidence, this.sureness(sure));
    this.drafts.push(publishing => {
      const fact = draft(publishing);
      return fact && { ...fact, ...reached };
    });
  }

  private unpack({ sources, bound }: NonNullable<CallFlow['unpacked']>, name: string, sure: boolean): void {
    if (holdsMembers(this.unit.text)) return;
    const { subject, origin } = sources.reduce(lessTrusted);
    const said = this.said(bound, origin, 'evidence-unpacks');
    const alone = this.around && this.flowAlone(name)?.unpacked?.sources.reduce(lessTrusted).origin;
    const reached = this.reached(() => ['archive']);
    if (!this.isFirst('unpack', sources)) return;
    this.drafts.push(publishing => {
      const known = settle(sources, this.top.point, publishing);
      if (alone && (isForeign(alone) || !isForeign(known.origin))) return undefined;
      return {
        kind: 'unpack',
        ...reached,
        call: this.top.asCall(name, bound, said.values, publishing),
        origin: known.origin,
        subject,
        place: publishing.place(siteOf(this.top.unit, this.top.site.node)),
        evidence: [...said.evidence(publishing), ...known.evidence],
        sureness: this.sureness(sure)
      };
    });
  }

  /** What it does to files as the module around it sees it, whoever calls. */
  private flowAlone(name: string): CallFlow | undefined {
    return flowOfCall(name, undefined, this.unit, this.site, this.bindAlone, this.definition, this.valueOf);
  }

  /** In a module: nothing like it was met on the way from the same call of the program, as where both arms of an `if` load. */
  private isFirst(...what: readonly unknown[]): boolean {
    if (!this.around) return true;
    const key = JSON.stringify(what);
    const met = (this.top.met ??= new Set());
    if (met.has(key)) {
      this.top.repeated++;
      return false;
    }
    met.add(key);
    return true;
  }

  /** The program's own call that leads here: this one, or the one that leads into the module. */
  private get top(): SeenCall {
    return this.around?.top ?? this;
  }

  /** For a call in a module, what the program's call decides of it; undefined where that is nothing. */
  private reached(told: () => readonly string[]): { through?: string; told?: readonly string[] } | undefined {
    if (!this.around) return {};
    const decided = told();
    return decided.length === 0 ? undefined : { through: lastNameOf(this.unit.home?.document ?? ''), told: decided };
  }

  /** A module that is saved whole, and not only its weights. */
  private savedModule(sure: boolean): void {
    const bound = this.bind(['obj', 'f']);
    const object = bound.byName.get('obj');
    if (!object || !isModule(object.abstract, this.resolver, this.inside)) return;
    const said = this.said(bound, { kind: 'unknown' }, 'evidence-downloads');
    this.drafts.push(publishing => ({
      kind: 'saved-module',
      call: this.asCall('torch.save', bound, said.values, publishing),
      object: textOf(object.valueSite).replace(/\s+/g, ' '),
      place: publishing.place(siteOf(this.unit, this.site.node)),
      evidence: [],
      sureness: this.sureness(sure)
    }));
  }

  /** A client that is made so that it does not check certificates, and the like. */
  private certificates(name: string, sure: boolean): boolean {
    const unchecked = this.around ? undefined : unchecksCertificates(name, this.bind);
    if (!unchecked) return false;
    const { argument, bound } = unchecked;
    const said = this.said(bound, { kind: 'unknown' }, 'evidence-downloads');
    this.drafts.push(publishing => ({
      kind: 'unchecked-certificates',
      call: this.asCall(name, bound, said.values, publishing),
      argument,
      place: publishing.place(siteOf(this.unit, this.site.node)),
      evidence: said.evidence(publishing),
      sureness: this.sureness(sure)
    }));
    return true;
  }

  private readonly bind = (parameters: readonly string[]): BoundArguments =>
    bindArguments(this.layers, parameters, this.resolver, this.inside);

  private readonly bindAlone = (parameters: readonly string[]): BoundArguments =>
    bindArguments(this.layersAlone(), parameters, this.resolver, new Trace());

  /** What an expression beside the call is. */
  private readonly valueOf = (node: Syntax): Value => toValue(this.resolver.resolve(node, this.where, this.inside));

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
    const given = bound.byName.get(row.source)?.value;
    if (loadsNothing(row, given)) return;
    const spared = isCopyInMemory(source) ? 'copy' : sparedBy(row, given);
    // What is no load to speak of is said where it stands, for the hover, and not where it is reached.
    if (spared && this.around) return;
    const sources = loadedSources(row, source, bound.byName.get('revision')?.value);
    if (this.around) {
      this.loadThrough(this.around, row, bound, sources, sure);
      return;
    }
    const { subject, origin } = sources.reduce(lessTrusted);
    const said = this.said(bound, origin);
    const values = new Map([...said.values, ...madeWith(row, receiver)]);
    const { handed } = this;
    const file = wholePath(sources);
    this.drafts.push(publishing => {
      const known = settle(sources, this.point, publishing);
      return {
        kind: 'load',
        loader: row.name,
        traits: traitsOf(row, spared),
        call: this.asCall(row.name, bound, values, publishing, handed),
        origin: known.origin,
        subject,
        ...(file !== undefined && { file }),
        ...(areChecked(sources, this.point, this.site.branches, publishing) && { checked: true }),
        place: publishing.place(siteOf(this.unit, this.site.node)),
        evidence: [...said.evidence(publishing), ...known.evidence],
        sureness: this.sureness(sure)
      };
    });
  }

  /** A load in a function of a module, as far as it is this call that makes it worse than the module says itself. */
  private loadThrough(
    { top, chain }: Pick<Around, 'top' | 'chain'>,
    row: LoaderRow,
    bound: BoundArguments,
    sources: readonly Source[],
    sure: boolean
  ): void {
    const alone = new LoadAlone(row, this.layersAlone(), this.resolver);
    const values = new Map([...bound.byName].map(([name, argument]) => [name, argument.value]));
    const deciding = ['pickle_module', row.guard?.parameter ?? ''].map(name => values.get(name));
    if (!this.isFirst(row.name, sources, deciding)) return;
    const { subject, origin } = sources.reduce(lessTrusted);
    const module = lastNameOf(this.unit.home?.document ?? '');
    const steps = this.steps({ top, chain }, origin, 'evidence-loads');
    this.drafts.push(publishing => {
      const known = settle(sources, top.point, publishing);
      const isWorse = isForeign(known.origin) && !isForeign(alone.origin);
      if (!isWorse && !alone.isToldMore(values)) return undefined;
      return {
        kind: 'load',
        loader: row.name,
        traits: traitsOf(row),
        through: module,
        ...(!alone.isToldMore(values) && { inside: publishing.place(siteOf(this.unit, this.site.node)) }),
        call: top.asCall(row.name, bound, values, publishing),
        origin: known.origin,
        subject,
        place: publishing.place(siteOf(top.unit, top.site.node)),
        evidence: [...steps.map(one => asEvidence(one, publishing)), ...known.evidence],
        sureness: this.sureness(sure)
      };
    });
  }

  /** The way from the program's call into the module. */
  private steps({ top, chain }: Pick<Around, 'top' | 'chain'>, origin: Origin, id: string): Shown[] {
    return [
      ...shownFor(top.unit, top.callee, this.inside, EMPTY_ARGUMENTS, origin, this.resolver),
      ...chain.map((site): Shown => ({ site, id: 'evidence-call', args: { call: shortened(textOf(site)) } })),
      { site: siteOf(this.unit, this.site.node), id, args: { call: this.written } }
    ];
  }

  /** The call as the module has it, whoever calls the function around it. */
  private layersAlone(): Given[] {
    const where = { unit: this.unit, scope: this.site.scope, branches: this.site.branches };
    return this.layers.map(given => (given.call === this.site.node ? { ...given, where } : given));
  }

  private get written(): string {
    const written = child(this.site.node, 'function') ?? this.site.node;
    return textOf(siteOf(this.unit, written)).replace(/\s+/g, '');
  }

  /** The program's call, with the arguments of the load in it: those that stand in a module are shown at what is called. */
  private asCall(
    callee: string,
    bound: BoundArguments,
    values: ReadonlyMap<string, Value>,
    publishing: Publishing,
    handed?: Syntax
  ): Call {
    const named = handed ?? child(this.site.node, 'function') ?? this.site.node;
    const written = siteOf(this.unit, named);
    const given = new Map<string, Argument>();
    for (const [name, { form, site }] of bound.byName) {
      const { home } = site.unit;
      const place = publishing.place(home ? written : site);
      const elsewhere = home && { elsewhere: publishing.place(site) };
      given.set(name, { value: values.get(name) ?? UNKNOWN, form, place, ...elsewhere });
    }
    for (const [name, value] of values)
      if (!given.has(name)) given.set(name, { value, form: 'keyword', place: publishing.place(written) });
    return {
      callee,
      written: textOf(written).replace(/\s+/g, ''),
      place: publishing.place(siteOf(this.unit, this.site.node)),
      calleePlace: publishing.place(written),
      arguments: given,
      open: bound.open,
      ...(handed && { handedOn: true })
    };
  }

  private reference(row: HubRow, name: string, sure: boolean): void {
    const bound = this.bind(row.parameters);
    const seen = seenReference(row, bound);
    const reached = seen && this.reached(() => toldOfReference(row, bound, this.bindAlone(row.parameters)));
    if (!seen || !reached) return;
    const { sources, ...reference } = seen;
    const { repository, revision, trustRemoteCode } = reference;
    if (!this.isFirst(row.kind, repository, revision, trustRemoteCode, reached.told)) return;
    const said = this.said(bound, sources[0]?.origin ?? { kind: 'unknown' });
    this.drafts.push(publishing => ({
      kind: row.kind,
      ...reference,
      ...reached,
      call: this.top.asCall(name, bound, said.values, publishing),
      origin: settleAlike(sources, this.top.point, publishing),
      place: publishing.place(siteOf(this.top.unit, this.top.site.node)),
      evidence: said.evidence(publishing),
      sureness: this.sureness(sure)
    }));
  }

  /** What the arguments are, and what that rests on (`inModule` says what is done in a module): worked out now, because names may mean something else later. */
  private said(
    bound: BoundArguments,
    origin: Origin,
    inModule = 'evidence-loads'
  ): { values: ReadonlyMap<string, Value>; evidence: (publishing: Publishing) => Evidence[] } {
    const values = new Map([...bound.byName].map(([name, argument]) => [name, argument.value]));
    const shown = this.around
      ? this.steps(this.around, origin, inModule)
      : shownFor(this.unit, this.callee, this.inside, bound, origin, this.resolver);
    return { values, evidence: publishing => shown.map(one => asEvidence(one, publishing)) };
  }

  private sureness(sure: boolean): Sureness {
    if (this.around) return sure ? this.top.sureness(true) : 'possible';
    return sure && !this.callee.later ? 'certain' : 'possible';
  }
}

/** In a test that is given a mock, or a tool to make one, nobody can say which of a module's functions are the real ones. */
function mayBeMocked(scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at; at = at.parent)
    if (at.callable?.parameters.some(({ name }) => /^(?:monkeypatch|mocker|mock(?:ed)?_\w+)$/.test(name))) return true;
  return false;
}

/** Arguments that the object whose method is called was made with, as far as the row asks for them. */
function madeWith(row: LoaderRow, receiver: Value | undefined): [string, Value][] {
  const given = receiver?.kind === 'result' ? receiver.given : undefined;
  return (row.madeWith ?? []).flatMap(name => {
    const value = given?.get(name);
    return value ? [[name, value]] : [];
  });
}

const EMPTY_ARGUMENTS: BoundArguments = { byName: new Map(), rest: [], open: false };

/** The library's function that is called, with what a `partial` gives it first. */
function symbolOf(
  value: Abstract,
  given: readonly Given[]
): { symbol: Extract<Abstract, { kind: 'symbol' }>; given: readonly Given[] } | undefined {
  if (value.kind === 'symbol') return { symbol: value, given };
  return value.kind === 'partial' ? symbolOf(value.of, [...value.given, ...given]) : undefined;
}
