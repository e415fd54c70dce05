import { alternatives, type Abstract, type Given } from '../abstract.js';
import { bindArguments } from '../bind-arguments.js';
import { initialiserOf } from '../classes.js';
import type { Answers } from '../modules/asked-modules.js';
import type { Resolver } from '../resolver.js';
import type { Callable } from '../scope.js';
import { Trace, type Frame } from '../where.js';

/** So many different calls of one function are remembered. */
const MOST = 32;

/** Signatures that are longer are not compared. */
const LONGEST = 2000;

/** So deep are values compared. */
const DEEPEST = 6;

/** A call of a module's function in which nothing happened. */
interface IdleCall {
  /** By parameter (or `self()`), what it asked of the call, with what it got. */
  readonly asked: readonly (readonly [name: string, signature: string])[];
  readonly answers: Answers;
  readonly looked: Looked;
}

/** So many calls were looked at, of so many that might have been: where none was left, something else might come of more. */
export interface Looked {
  readonly calls: number;
  readonly left: number;
}

/** By function, and by how many functions were entered before. */
const known = new WeakMap<Callable, IdleCall[][]>();

/** The arguments of a call as the function asks for them: what it asked is remembered. */
export class WatchedFrame implements Frame {
  private readonly signatures = new Map<string, string | undefined>();
  private answers: Answers | undefined;

  constructor(
    private readonly frame: Frame,
    private readonly resolver: Resolver
  ) {}

  get callable(): Callable {
    return this.frame.callable;
  }

  get outer(): Frame | undefined {
    return this.frame.outer;
  }

  get self(): Abstract | undefined {
    this.signature('self()');
    return this.frame.self;
  }

  argument(name: string): Abstract {
    const value = this.resolver.modules.apart(this.answers, () => this.frame.argument(name));
    this.signature(name);
    return value;
  }

  /**
   * Nothing happened when the function was called like this before; gives how many calls were looked at then. `left`: so many may be
   * now. `reads` gets what that rests on. Undefined where nothing is known.
   */
  idle(depth: number, left: number, reads: Set<string>): number | undefined {
    if (this.frame.outer) return undefined;
    const same = known
      .get(this.callable)
      ?.[depth]?.find(
        ({ asked, answers, looked }) =>
          (looked.calls < looked.left ? looked.calls < left : looked.left === left) &&
          asked.every(([name, signature]) => this.signature(name) === signature) &&
          this.resolver.modules.gives(answers)
      );
    if (!same) return undefined;
    for (const { key } of same.answers.asked) reads.add(key);
    for (const name of same.answers.names.keys()) reads.add(`.${name}`);
    return same.looked.calls;
  }

  /** The call is looked at; remembers that nothing happens where `work` gives how much it looked at. */
  watch(depth: number, work: () => Looked | undefined): void {
    this.signatures.clear();
    const { result, answers } = this.resolver.modules.record(recording => {
      this.answers = recording;
      return work();
    });
    this.answers = undefined;
    if (result === undefined || this.frame.outer) return;
    const asked: [string, string][] = [];
    for (const [name, signature] of this.signatures) {
      if (signature === undefined) return;
      asked.push([name, signature]);
    }
    const byDepth = known.get(this.callable) ?? [];
    known.set(this.callable, byDepth);
    byDepth[depth] = [{ asked, answers, looked: result }, ...(byDepth[depth] ?? [])].slice(0, MOST);
  }

  private signature(name: string): string | undefined {
    if (!this.signatures.has(name)) {
      const value = this.resolver.modules.apart(this.answers, () => {
        const one = name === 'self()' ? this.frame.self : this.frame.argument(name);
        return one ? signatureOf(one, this.resolver, 0) : '';
      });
      this.signatures.set(name, value);
    }
    return this.signatures.get(name);
  }
}

const numbers = new WeakMap<object, number>();
let next = 0;

/** Tells things of modules apart. */
function numberOf(thing: object): number {
  const number = numbers.get(thing) ?? next++;
  numbers.set(thing, number);
  return number;
}

/** Values of which the same is said have the same; undefined where that cannot be told. */
function signatureOf(value: Abstract, resolver: Resolver, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const inner = (one: Abstract | undefined): string | undefined => (one ? signatureOf(one, resolver, depth + 1) : '');
  switch (value.kind) {
    case 'unknown':
      return '?';
    case 'literal':
      return `${typeof value.value} ${JSON.stringify(value.value)}`;
    case 'parameter':
      return `parameter ${value.name}`;
    case 'text':
      return joined(`text ${JSON.stringify([value.prefix, value.suffix])}`, [inner(value.base)]);
    case 'symbol':
      return joined(value.name, [inner(value.receiver)]);
    case 'result':
      return joined(`result ${value.of}`, [
        inner(value.argument),
        inner(value.receiver),
        ...[...(value.given ?? [])].flatMap(([name, one]) => [name, inner(one)])
      ]);
    case 'list':
      return joined(value.loose ? 'some' : 'list', value.items.map(inner));
    case 'dict':
      return joined(
        value.open ? 'open' : 'dict',
        [...value.entries].flatMap(([name, entry]) => [JSON.stringify(name), inner(entry.value)])
      );
    case 'any':
      return joined('any', value.values.map(inner));
    case 'method':
      return joined(`method ${value.name}`, [inner(value.of)]);
    case 'module':
      return `module ${value.found === 'folder' ? '' : numberOf(value.found)} ${value.importer} ${value.name}`;
    case 'function':
      return value.outer ? undefined : joined(`function ${numberOf(value.callable)}`, [inner(value.self)]);
    case 'class':
      return `class ${numberOf(value.cls)}`;
    case 'instance':
      return joined(`instance ${numberOf(value.of.cls)}`, [madeWith(value, resolver, depth)]);
    case 'partial':
      return undefined;
  }
}

function joined(kind: string, parts: readonly (string | undefined)[]): string | undefined {
  let text = `${kind}(`;
  for (const part of parts) {
    if (part === undefined || text.length + part.length > LONGEST) return undefined;
    text += `${part},`;
  }
  return `${text})`;
}

/** What an object was made with. */
function madeWith(
  { of, made }: Extract<Abstract, { kind: 'instance' }>,
  resolver: Resolver,
  depth: number
): string | undefined {
  if (!made) return '';
  const trace = new Trace();
  const names = (initialiserOf(of.cls, trace)?.parameters ?? []).slice(1).map(parameter => parameter.name);
  return argumentsOf(made, names, resolver, depth);
}

function argumentsOf(
  made: readonly Given[],
  names: readonly string[],
  resolver: Resolver,
  depth: number
): string | undefined {
  const { byName, rest, open } = bindArguments(made, names, resolver, new Trace());
  const inner = (one: Abstract): string | undefined => signatureOf(one, resolver, depth + 1);
  return joined(open ? 'open' : 'made', [
    ...[...byName].flatMap(([name, { abstract }]) => [name, inner(abstract)]),
    ...rest.flatMap(one => alternatives(one).map(inner))
  ]);
}
