import { UNKNOWN } from '@loadlight/facts/value';
import { either, mapEach, mapPairs, type Abstract } from './abstract.js';
import { dictionaryOf, keyOf } from './dictionaries.js';
import { partOf } from './elements.js';
import { append, percentFormat } from './formatting.js';
import { merge } from './merge-dictionaries.js';
import { namesOf } from './names.js';
import type { Resolver } from './resolver.js';
import { sliced, sliceOf } from './slices.js';
import { mayBeDrawn } from './may-be-drawn.js';
import { readString } from './string-literal.js';
import { child, type Syntax } from './syntax.js';
import { concatenate, EMPTY, joinPath, literal, madeOf, textOf } from './values.js';
import type { Trace, Where } from './where.js';

/** What the expression gives where it stands; parentheses around it are taken off. */
export function expressionValue(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  switch (node.type) {
    case 'true':
      return literal(true);
    case 'false':
      return literal(false);
    case 'none':
      return literal(null);
    case 'integer':
    case 'float':
      return literal(Number(textAt(node, where).replace(/_/g, '')));
    case 'string':
      return stringValue(node, where, resolver, trace);
    case 'concatenated_string':
      return node.children
        .filter(c => c.type === 'string')
        .map(c => stringValue(c, where, resolver, trace))
        .reduce(concatenate);
    case 'identifier':
      return resolver.name(textAt(node, where), node, where, trace);
    case 'attribute':
      return resolver.attribute(node, where, trace);
    case 'call':
      return callingValue(node, where, resolver, trace);
    case 'binary_operator':
    case 'augmented_assignment':
      return binaryValue(node, where, resolver, trace);
    case 'boolean_operator':
      return either(operands(node).map(c => resolver.resolve(c, where, trace)));
    case 'not_operator': {
      const argument = child(node, 'argument');
      const value = argument && resolver.resolve(argument, where, trace);
      return value?.kind === 'literal' ? literal(!value.value) : UNKNOWN;
    }
    case 'unary_operator': {
      const argument = child(node, 'argument');
      const value = argument && resolver.resolve(argument, where, trace);
      const number = value?.kind === 'literal' && typeof value.value === 'number' ? value.value : undefined;
      return number !== undefined && textAt(node, where).startsWith('-') ? literal(-number) : UNKNOWN;
    }
    case 'conditional_expression': {
      const [yes, , no] = operands(node);
      return yes && no ? either([resolver.resolve(yes, where, trace), resolver.resolve(no, where, trace)]) : UNKNOWN;
    }
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return listValue(node, where, resolver, trace);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression': {
      const scope = namesOf(where.unit).scopes.get(node);
      const body = child(node, 'body');
      return scope && body
        ? { kind: 'list', items: [resolver.resolve(body, { ...where, scope }, trace)], loose: true }
        : UNKNOWN;
    }
    case 'dictionary':
      return dictionaryOf(node, where, resolver, trace);
    case 'lambda': {
      const callable = namesOf(where.unit).scopes.get(node)?.callable;
      return callable ? { kind: 'function', callable, ...(where.frame && { outer: where.frame }) } : UNKNOWN;
    }
    case 'subscript':
      return subscriptValue(node, where, resolver, trace);
    case 'named_expression': {
      const value = child(node, 'value');
      return value ? resolver.resolve(value, where, trace) : UNKNOWN;
    }
    case 'await': {
      const value = node.children[0];
      return value ? resolver.resolve(value, where, trace) : UNKNOWN;
    }
    default:
      return UNKNOWN;
  }
}

function stringValue(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  const shape = readString(node, where.unit.text);
  if (shape.value !== undefined) {
    const isFollowed = resolver.followsTexts && mayBeDrawn(shape.value);
    return madeOf(literal(shape.value), isFollowed ? [{ unit: where.unit, node }] : undefined);
  }
  let value = EMPTY;
  for (const part of node.children) {
    if (part.type === 'string_content') {
      const opener = node.children.filter(c => c.type === 'string_start' || c === part);
      value = append(value, literal(readString({ ...node, children: opener }, where.unit.text).value ?? ''));
    } else if (part.type === 'interpolation') {
      const inner = child(part, 'expression') ?? part.children[0];
      const plain = part.children.every(
        c => c.type !== 'format_specifier' && (c.type !== 'type_conversion' || isString(c, where))
      );
      value = concatenate(value, inner && plain ? resolver.resolve(inner, where, trace) : UNKNOWN);
    }
  }
  return value;
}

/** `!s` writes a text as it is. */
function isString({ start, end }: Syntax, where: Where): boolean {
  return where.unit.text.slice(start, end) === '!s';
}

function callingValue(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  const callee = child(node, 'function');
  return callee ? resolver.call(resolver.resolve(callee, where, trace), [{ call: node, where }], trace) : UNKNOWN;
}

function binaryValue(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  const left = child(node, 'left');
  const right = child(node, 'right');
  if (!left || !right) return UNKNOWN;
  const between = where.unit.text.slice(left.end, right.start).replace(/[\s()\\]/g, '');
  const operator = node.type === 'augmented_assignment' ? between.replace(/=$/, '') : between;
  if (!['+', '/', '%', '|', 'or'].includes(operator)) return UNKNOWN;
  const a = resolver.resolve(left, where, trace);
  const b = resolver.resolve(right, where, trace);
  switch (operator) {
    case '+':
      return concatenate(a, b);
    case '/':
      return joinPath(a, b);
    case '%':
      return mapEach(a, one => {
        const text = textOf(one);
        return text === undefined ? UNKNOWN : percentFormat(text, b);
      });
    default:
      return mapEach(a, one => (one.kind === 'dict' ? merge(one, b) : UNKNOWN));
  }
}

function listValue(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  const items: Abstract[] = [];
  let loose = node.type === 'set';
  for (const item of operands(node)) {
    if (item.type !== 'list_splat') {
      items.push(resolver.resolve(item, where, trace));
      continue;
    }
    const spread = item.children[0] ? resolver.resolve(item.children[0], where, trace) : UNKNOWN;
    if (spread.kind === 'list') items.push(...spread.items);
    else items.push(UNKNOWN);
    loose ||= spread.kind !== 'list' || spread.loose === true;
  }
  return { kind: 'list', items, ...(loose && { loose }) };
}

function subscriptValue(node: Syntax, where: Where, resolver: Resolver, trace: Trace): Abstract {
  const value = child(node, 'value');
  const key = child(node, 'subscript');
  if (!value || !key) return UNKNOWN;
  if (key.type === 'slice') {
    const slice = sliceOf(key, where.unit.text, bound => resolver.resolve(bound, where, trace));
    return mapEach(resolver.resolve(value, where, trace), from => sliced(from, slice) ?? itemAt(from, UNKNOWN));
  }
  return mapPairs(resolver.resolve(value, where, trace), resolver.resolve(key, where, trace), itemAt);
}

/** `from[index]` */
function itemAt(from: Abstract, index: Abstract): Abstract {
  if (from.kind === 'dict') {
    const known = keyOf(index);
    if (known !== undefined) return from.entries.get(known)?.value ?? UNKNOWN;
    return from.open ? UNKNOWN : either([...from.entries.values()].map(e => e.value));
  }
  if (from.kind === 'list') {
    if (index.kind === 'literal' && typeof index.value === 'number') return partOf(from, index.value);
    return either(from.items);
  }
  if (from.kind === 'symbol') {
    const { name, receiver } = from;
    return { kind: 'result', of: `${name}[]`, argument: index, ...(receiver && { receiver }) };
  }
  if (from.kind === 'result') return { kind: 'result', of: `${from.of}()[]`, argument: index, receiver: from };
  return from.kind === 'parameter' ? from : UNKNOWN;
}

function textAt(node: Syntax, where: Where): string {
  return where.unit.text.slice(node.start, node.end);
}

function operands(node: Syntax): Syntax[] {
  return node.children.filter(c => c.type !== 'comment');
}
