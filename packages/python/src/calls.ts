import { UNKNOWN } from '@loadlight/facts/value';
import { alternatives, either, mapEach, type Abstract, type Given } from './abstract.js';
import { bindArguments } from './bind-arguments.js';
import { keyOf } from './dictionaries.js';
import { braceFormat } from './formatting.js';
import { frameOf } from './frames.js';
import { callSymbol } from './library-calls.js';
import type { Resolver } from './resolver.js';
import { callTextMethod, readFrom } from './text-methods.js';
import { literal, madeOf, sourcesOf, textOf } from './values.js';
import type { Trace } from './where.js';

const POSITIONS = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** What calling the value with those arguments gives back. */
export function callValue(callee: Abstract, layers: readonly Given[], resolver: Resolver, trace: Trace): Abstract {
  return mapEach(callee, one => {
    switch (one.kind) {
      case 'symbol':
        return callSymbol(one, layers, resolver, trace);
      case 'parameter':
        if (/\.read_(?:bytes|text)$/.test(one.name)) return readFrom({ ...one, name: one.name.replace(/\.\w+$/, '') });
        // What a request's methods give is of the request, `request.FILES.get("f")`; and what pytest's factories give is of them.
        return /^(?:req(?:uest)?|tmp(?:_path|dir)_factory)\./.test(one.name) ? one : UNKNOWN;
      case 'partial':
        return callValue(one.of, [...one.given, ...layers], resolver, trace);
      case 'method':
        return callMethod(one.of, one.name, layers, resolver, trace);
      case 'function':
        return callFunction(one, layers, resolver, trace);
      case 'class':
        return { kind: 'instance', of: one, made: layers };
      default:
        return UNKNOWN;
    }
  });
}

/** What the function returns when it is called so; of a generator, what it yields. No function is entered twice. */
function callFunction(
  { callable, outer, self }: Extract<Abstract, { kind: 'function' }>,
  layers: readonly Given[],
  resolver: Resolver,
  trace: Trace
): Abstract {
  const frame = frameOf(callable, layers, outer, resolver, trace);
  const given = new Map(callable.parameters.map(({ name }) => [name, frame.argument(name)]));
  return trace.once<Abstract>(callable, UNKNOWN, () => {
    const known = { ...frame, self, argument: (name: string): Abstract => given.get(name) ?? UNKNOWN };
    const generator = callable.yields.length > 0;
    const values = (generator ? callable.yields : callable.returns).map(({ node, scope, branches }) =>
      resolver.resolve(node, { unit: callable.unit, scope, branches, frame: known }, trace)
    );
    return generator ? { kind: 'list', items: values, loose: true } : either(values);
  });
}

function callMethod(of: Abstract, name: string, layers: readonly Given[], resolver: Resolver, trace: Trace): Abstract {
  const { byName, open } = bindArguments(layers, POSITIONS, resolver, trace);
  const given = POSITIONS.flatMap(position => byName.get(position)?.abstract ?? []);
  if (of.kind === 'dict') {
    const [key, otherwise] = given;
    switch (name) {
      case 'get':
      case 'pop':
      case 'setdefault': {
        const known = key && keyOf(key);
        const found = known === undefined ? undefined : of.entries.get(known)?.value;
        if (found) return found;
        if (known !== undefined)
          return of.open ? either([otherwise ?? UNKNOWN, UNKNOWN]) : (otherwise ?? literal(null));
        return either([...[...of.entries.values()].map(e => e.value), otherwise ?? UNKNOWN]);
      }
      case 'copy':
        return of;
      case 'keys':
        return of.open ? UNKNOWN : { kind: 'list', items: [...of.entries.keys()].map(literal) };
      case 'values':
        return of.open ? UNKNOWN : { kind: 'list', items: [...of.entries.values()].map(e => e.value) };
      case 'items': {
        const pairs = [...of.entries].map(([k, e]): Abstract => ({ kind: 'list', items: [literal(k), e.value] }));
        return of.open ? UNKNOWN : { kind: 'list', items: pairs };
      }
      default:
        return UNKNOWN;
    }
  }
  if (of.kind === 'list') {
    if (name === 'pop') return either(alternatives(either(of.items)));
    return name === 'copy' ? of : UNKNOWN;
  }
  const text = textOf(of);
  if (name === 'format' && text !== undefined)
    return open ? UNKNOWN : braceFormat(text, given, field => byName.get(field)?.abstract);
  return madeOf(callTextMethod(of, name, given), sourcesOf(of));
}
