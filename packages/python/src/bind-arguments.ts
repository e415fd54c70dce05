import type { Value } from '@loadlight/facts/value';
import { alternatives, toValue, type Abstract, type Given, type Written } from './abstract.js';
import { libraryBases } from './bases.js';
import { elementOf } from './elements.js';
import { mergedAlternatives } from './merge-dictionaries.js';
import type { Resolver } from './resolver.js';
import type { ClassInfo } from './scope.js';
import type { Trace, Where } from './where.js';
import { child, type Syntax } from './syntax.js';
import { siteOf, type Site } from './unit.js';

/** An argument with where it stands; `value` is its expression's. */
export interface BoundArgument {
  readonly abstract: Abstract;
  /** The same, as facts have it. */
  readonly value: Value;
  readonly form: 'keyword' | 'positional' | 'unpacked';
  /** As written: the whole `name=value`, a positional value, a pair of the dictionary. */
  readonly site: Site;
  readonly valueSite: Site;
  /** The expression and where it is to be read. */
  readonly node: Syntax;
  readonly where: Where;
  /** Other places that pass it: callers, where a function hands on what it is given. */
  readonly others: readonly Written[];
}

export interface BoundArguments {
  readonly byName: ReadonlyMap<string, BoundArgument>;
  /** Positional arguments that no parameter takes. */
  readonly rest: readonly Abstract[];
  /** More may be passed than is listed. */
  readonly open: boolean;
}

/**
 * Arguments bound to the parameters' names: those of a call, after those that a `partial` holds. What `*` and `**` unpack
 * is looked into where it is known.
 */
export function bindArguments(
  layers: readonly Given[],
  parameters: readonly string[],
  resolver: Resolver,
  trace: Trace
): BoundArguments {
  const binder = new Binder(parameters, resolver, trace);
  for (const given of layers) binder.take(given);
  return binder;
}

/** A value is worked out when somebody asks for it. */
class Argument implements BoundArgument {
  private known: Abstract | undefined;

  constructor(
    readonly form: BoundArgument['form'],
    private readonly written: Written,
    readonly others: readonly Written[],
    private readonly work: () => Abstract,
    private readonly classOf: (cls: ClassInfo) => Value
  ) {}

  get abstract(): Abstract {
    return (this.known ??= this.work());
  }

  get value(): Value {
    const { abstract } = this;
    const values = alternatives(abstract);
    if (!values.some(one => one.kind === 'class')) return toValue(abstract);
    const each = values.map(one => (one.kind === 'class' ? this.classOf(one.cls) : toValue(one)));
    return each.length === 1 && each[0] ? each[0] : { kind: 'any', values: each };
  }

  get site(): Site {
    return siteOf(this.where.unit, this.written.whole);
  }

  get valueSite(): Site {
    return siteOf(this.where.unit, this.node);
  }

  get node(): Syntax {
    return this.written.node;
  }

  get where(): Where {
    return this.written.where;
  }
}

class Binder implements BoundArguments {
  readonly byName = new Map<string, BoundArgument>();
  readonly rest: Abstract[] = [];
  open = false;
  private position = 0;

  constructor(
    private readonly parameters: readonly string[],
    private readonly resolver: Resolver,
    private readonly trace: Trace
  ) {}

  private readonly classOf = (cls: ClassInfo): Value => ({
    kind: 'class',
    bases: libraryBases(cls, this.resolver, this.trace)
  });

  take({ call, where, skip = 0, as }: Given): void {
    const list = child(call, 'arguments');
    let left = skip;
    if (as === 'unseen') this.open = true;
    if (as === 'unseen' || as === 'packed') {
      if (as === 'packed') this.takePacked(list?.children ?? [], where);
      return;
    }
    for (const argument of list?.type === 'argument_list' ? list.children : []) {
      if (argument.type === 'comment') continue;
      if (argument.type === 'keyword_argument') {
        const name = child(argument, 'name');
        const node = child(argument, 'value');
        if (name && node && !as) this.add(this.text(name, where), 'keyword', { whole: argument, node, where });
      } else if (argument.type === 'dictionary_splat') this.unpackDictionary(argument, where);
      else if (left > 0) left--;
      else if (argument.type === 'list_splat') this.unpackList(argument, where);
      else if (as) {
        const item = elementOf(this.resolver.resolve(argument, where, this.trace));
        this.addPositional({ whole: argument, node: argument, where }, item);
      } else this.addPositional({ whole: argument, node: argument, where });
    }
  }

  /** `args=(…)` and `kwargs={…}` of a thread. */
  private takePacked(given: readonly Syntax[], where: Where): void {
    for (const argument of given) {
      const name = child(argument, 'name');
      const value = child(argument, 'value');
      if (argument.type !== 'keyword_argument' || !name || !value) continue;
      const packed: Syntax = { ...argument, children: [value] };
      if (this.text(name, where) === 'args') this.unpackList(packed, where);
      if (this.text(name, where) === 'kwargs') this.unpackDictionary(packed, where);
    }
  }

  private add(name: string, form: BoundArgument['form'], written: Written, value?: () => Abstract): void {
    const work = value ?? ((): Abstract => this.resolver.resolve(written.node, written.where, this.trace));
    this.byName.set(name, new Argument(form, written, [], work, this.classOf));
  }

  private addPositional(written: Written, value?: Abstract): void {
    const name = this.parameters[this.position++];
    if (name !== undefined) this.add(name, 'positional', written, value && ((): Abstract => value));
    else if (this.position === Infinity) this.open = true;
    else this.rest.push(value ?? this.resolver.resolve(written.node, written.where, this.trace));
  }

  private unpackList(argument: Syntax, where: Where): void {
    const inner = argument.children[0];
    const value = inner && this.resolver.resolve(inner, where, this.trace);
    if (inner && value?.kind === 'list' && !value.loose) {
      for (const item of value.items) this.addPositional({ whole: argument, node: inner, where }, item);
      return;
    }
    this.open = true;
    this.position = Infinity;
  }

  private unpackDictionary(argument: Syntax, where: Where): void {
    const inner = argument.children[0];
    const dictionary = inner && mergedAlternatives(alternatives(this.resolver.resolve(inner, where, this.trace)));
    if (!dictionary || dictionary.open) this.open = true;
    for (const [name, { value, written }] of dictionary?.entries ?? []) {
      const [first, ...others] = written;
      const from = first ?? { whole: argument, node: inner ?? argument, where };
      this.byName.set(name, new Argument('unpacked', from, others, () => value, this.classOf));
    }
  }

  private text(node: Syntax, where: Where): string {
    return where.unit.text.slice(node.start, node.end);
  }
}
