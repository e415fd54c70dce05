import { alternatives, type Abstract } from '../abstract.js';
import { hub, loader, mayActBy, mayBeCalledBy, onlyFetches } from '../catalogue/names.js';
import { initialiserOf } from '../classes.js';
import { hasFlow, mayWrite } from '../flow/call-flow.js';
import { functionOf } from '../flow/file-event.js';
import { runsCommand } from '../flow/shell-call.js';
import type { Modules } from '../modules/modules.js';
import { SharedResults } from '../modules/shared-results.js';
import { namesOf } from '../names.js';
import type { Resolver } from '../resolver.js';
import type { Binding, Callable, CallSite } from '../scope.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import { Trace, type Where } from '../where.js';
import { handedOn } from './handed-on.js';

/** The calls in a function of a module, whoever calls it. */
export interface ActingCalls {
  /** All that stand in the function itself, in order. */
  readonly sites: readonly CallSite[];
  /** Those of them that may load, bring or write something, themselves or through what they call. */
  readonly acting: ReadonlySet<CallSite>;
  /** What that rests on, as traces have it. */
  readonly reads: ReadonlySet<string>;
}

/** By what a program reaches and by function, for each depth that is left. */
const known = new WeakMap<Modules, Map<Callable, ActingCalls[]>>();

/** The same for all programs, by depth. */
const shared: SharedResults<Callable, ActingCalls>[] = [];

/**
 * Which calls in the function may do anything, with any arguments. `depth`: so many functions are entered from there, itself
 * included. What a parameter is called for counts as acting, because it may be anything.
 */
export function actingCalls(callable: Callable, depth: number, resolver: Resolver): ActingCalls {
  const { current } = resolver.modules;
  const byCallable = known.get(current) ?? new Map<Callable, ActingCalls[]>();
  known.set(current, byCallable);
  const byDepth = byCallable.get(callable) ?? [];
  byCallable.set(callable, byDepth);
  const ofDepth = (shared[depth] ??= new SharedResults());
  return (byDepth[depth] ??= ofDepth.of(callable, resolver.modules, () => lookAt(callable, depth, resolver)));
}

const sitesOf = new WeakMap<Callable, readonly CallSite[]>();

function lookAt(callable: Callable, depth: number, resolver: Resolver): ActingCalls {
  const sites =
    sitesOf.get(callable) ?? namesOf(callable.unit).calls.filter(site => functionOf(site.scope) === callable.scope);
  sitesOf.set(callable, sites);
  const reads = new Set<string>();
  const looker = new Looker(callable, depth, resolver, reads);
  return { sites, acting: new Set(sites.filter(site => looker.mayAct(site))), reads };
}

class Looker {
  constructor(
    private readonly callable: Callable,
    private readonly depth: number,
    private readonly resolver: Resolver,
    private readonly reads: Set<string>
  ) {}

  mayAct(site: CallSite): boolean {
    const { resolver } = this;
    const written = child(site.node, 'function');
    if (!written) return false;
    const attribute = written.type === 'attribute' ? child(written, 'attribute') : undefined;
    const name = this.text(attribute ?? written);
    if (handedOn(site.node, name, this.text)) return true;
    let mayAct = true;
    if (attribute && !mayActBy(name)) {
      this.reads.add(`.${name}`);
      const { unit } = this.callable;
      mayAct = resolver.modules.mayLoad(name) || resolver.lookup.namespaceOf(unit).isAttributeSet(name);
      if (!mayAct && !mayBeCalledBy(name)) return false;
    }
    const trace = new Trace();
    trace.toCall = true;
    const where: Where = { unit: this.callable.unit, scope: site.scope, branches: site.branches };
    if (!this.isKnown(written, where, trace)) return mayAct && !(attribute && this.isAsked(name, site.node));
    const value = resolver.resolve(written, where, trace);
    const may = alternatives(value).some(one => this.acts(one, trace)) || (attribute !== undefined && mayWrite(name));
    for (const read of trace.reads) this.reads.add(read);
    return may;
  }

  /** `options.get("name")`, `@app.post("/path")`: whoever downloads by such a name says from where. */
  private isAsked(name: string, call: Syntax): boolean {
    if (!onlyFetches(name)) return false;
    const first = child(call, 'arguments')?.children.find(({ type }) => type !== 'comment');
    return first?.type === 'string' && !/:\/\/|^[rRbBuU]*[fF]|^["']{3}/.test(this.text(first));
  }

  /** What is called is the same whatever the function is given. */
  private isKnown(written: Syntax, where: Where, trace: Trace): boolean {
    const node = unwrap(written);
    const object = node.type === 'attribute' ? child(node, 'object') : undefined;
    if (object) {
      const attribute = child(node, 'attribute');
      if (!attribute || !this.isKnown(object, where, trace)) return false;
      return (
        object.type !== 'identifier' ||
        this.resolver.lookup
          .findSet(`${this.text(object)}.${this.text(attribute)}`, node, where, trace)
          .every(isOutside)
      );
    }
    // What a class derives from is the same for all objects.
    if (node.type === 'call') return /^super\(\s*\)$/.test(this.text(node));
    if (node.type !== 'identifier') return false;
    return this.resolver.lookup.find(this.text(node), node, where, trace).every(isOutside);
  }

  private acts(value: Abstract, trace: Trace): boolean {
    switch (value.kind) {
      case 'symbol':
        return Boolean(loader(value.name) ?? hub(value.name)) || hasFlow(value.name) || runsCommand(value.name);
      case 'partial':
        return alternatives(value.of).some(one => this.acts(one, trace));
      case 'function':
        return this.enters(value.callable);
      case 'class':
        return this.enters(initialiserOf(value.cls, trace));
      default:
        return false;
    }
  }

  private enters(callable: Callable | undefined): boolean {
    if (!callable?.unit.home || this.depth <= 1) return false;
    const { acting, reads } = actingCalls(callable, this.depth - 1, this.resolver);
    for (const read of reads) this.reads.add(read);
    return acting.size > 0;
  }

  private readonly text = (node: Syntax): string => this.callable.unit.text.slice(node.start, node.end);
}

/** No call of the function decides what it is. */
function isOutside({ scope, to }: Binding): boolean {
  return scope.kind === 'module' || to.kind === 'import' || to.kind === 'function' || to.kind === 'class';
}
