import { UNKNOWN } from '@loadlight/facts/value';
import { either, mapEach, type Abstract } from './abstract.js';
import { literal } from './values.js';

/** What a loop over the value hands out. */
export function elementOf(value: Abstract): Abstract {
  return mapEach(value, one => {
    if (one.kind === 'list') return either(one.items);
    if (one.kind === 'dict') return one.open ? UNKNOWN : either([...one.entries.keys()].map(literal));
    return itemOf(one);
  });
}

/** The part at that 0-based place, from the end where it is negative. */
export function partOf(value: Abstract, index: number): Abstract {
  return mapEach(value, one => {
    if (one.kind === 'list') return one.loose ? either(one.items) : (one.items.at(index) ?? UNKNOWN);
    if (one.kind === 'result' && index === 0 && one.of.endsWith('.parse_known_args')) {
      return { kind: 'result', of: one.of.replace('parse_known_args', 'parse_args') };
    }
    return itemOf(one);
  });
}

/** One of what a call gave back, by which it came: a chunk of a response, a file of an upload. */
function itemOf(value: Abstract): Abstract {
  return value.kind === 'result' ? { kind: 'result', of: `${value.of}()[]`, receiver: value } : UNKNOWN;
}

/** What `with value as name` binds: an open file is itself, a generator function made a context hands out what it yields. */
export function enteredOf(value: Abstract): Abstract {
  return mapEach(value, one => {
    if (one.kind === 'list') return elementOf(one);
    return one.kind === 'symbol' || one.kind === 'class' || one.kind === 'function' ? UNKNOWN : one;
  });
}
