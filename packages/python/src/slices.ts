import { UNKNOWN } from '@loadlight/facts/value';
import type { Abstract } from './abstract.js';
import type { Syntax } from './syntax.js';
import { literal, textOf } from './values.js';

/** The bounds of a slice; undefined where one is left out. */
export interface Slice {
  readonly from: Abstract | undefined;
  readonly to: Abstract | undefined;
  readonly step: Abstract | undefined;
}

/** What stands between the colons of `a:b:c`. */
export function sliceOf(node: Syntax, text: string, resolve: (bound: Syntax) => Abstract): Slice {
  const bounds: (Abstract | undefined)[] = [];
  for (const bound of node.children.filter(c => c.type !== 'comment')) {
    let colons = 0;
    let at = node.start;
    for (const before of node.children) {
      if (before.start >= bound.start) break;
      colons += text.slice(at, before.start).split(':').length - 1;
      at = before.end;
    }
    bounds[colons + text.slice(at, bound.start).split(':').length - 1] = resolve(bound);
  }
  const [from, to, step] = bounds;
  return { from, to, step };
}

/** `value[from:to]` of a text or list; one of its parts where the bounds are not known; undefined of anything else. */
export function sliced(value: Abstract, { from, to, step }: Slice): Abstract | undefined {
  const isPlain = step === undefined || numberOf(step) === 1;
  const [start, end] = [from, to].map(bound => (bound ? numberOf(bound) : undefined));
  const isKnown = isPlain && (!from || start !== undefined) && (!to || end !== undefined);
  const text = textOf(value);
  // A text of characters outside the basic plane is cut between others than Python cuts it.
  if (text !== undefined) return isKnown && !/[\ud800-\udfff]/.test(text) ? literal(text.slice(start, end)) : UNKNOWN;
  if (value.kind === 'text') {
    const isInside = isKnown && (start ?? 0) >= 0 && end !== undefined && end >= 0 && end <= value.prefix.length;
    return isInside ? literal(value.prefix.slice(start, end)) : UNKNOWN;
  }
  if (value.kind !== 'list') return undefined;
  if (isKnown && !value.loose) return { kind: 'list', items: value.items.slice(start, end) };
  return { kind: 'list', items: value.items, loose: true };
}

function numberOf(bound: Abstract): number | undefined {
  return bound.kind === 'literal' && typeof bound.value === 'number' ? bound.value : undefined;
}
