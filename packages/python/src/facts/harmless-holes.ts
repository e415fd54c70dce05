import { alternatives } from '../abstract.js';
import type { Resolver } from '../resolver.js';
import type { BoundTo } from '../scope.js';
import { child, childOfType, unwrap, type Syntax } from '../syntax.js';
import { Trace, whereOf, type Where } from '../where.js';

/** So far are names followed to what they are set to. */
const MAX_DEPTH = 6;

/** Functions and methods whose result is no markup, whatever they are given: numbers, dates, what is escaped or encoded. */
const PLAIN =
  /^(?:len|int|float|round|abs|sum|min|max|id|hash|hex|ord|bool|time|perf_counter|strftime|isoformat|escape|html_escape|quote|quote_plus|urlencode|b64encode|hexdigest|uuid[14]|count|nunique|mean|median|std|dumps)$/;
/** The markup of a library, which escapes what it is given. */
const OF_LIBRARY =
  /(?:^|\.)(?:to_html|_repr_html_|to_jshtml|to_html5_video|render|_repr_svg_|_repr_mimebundle_|file_html|components)$/;
/** Methods that give the text back. */
const SAME = /^(?:decode|strip|lstrip|rstrip|lower|upper|title|replace|encode)$/;
/** The kinds of numbers in a format: `.2f`, `,`, `d`, `.1%`. */
const NUMBER_FORMAT = /(?:[deEfFgGnoxXb%,]|\.\d+)$/;

/** It is made by a library out of data, which it escapes. */
export function isMarkupOfLibrary(name: string): boolean {
  return OF_LIBRARY.test(name);
}

/** What is put into the text there can be no markup, as far as it can be seen: numbers, constants, what is escaped. */
export function isHarmless(node: Syntax, where: Where, resolver: Resolver, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = (one: Syntax | undefined): boolean => one !== undefined && isHarmless(one, where, resolver, depth + 1);
  const at = unwrap(node);
  switch (at.type) {
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
      return true;
    case 'string':
      return at.children.filter(({ type }) => type === 'interpolation').every(hole => isHole(hole, where, inner));
    case 'concatenated_string':
    case 'tuple':
    case 'list':
      return at.children.filter(({ type }) => type !== 'comment').every(inner);
    case 'conditional_expression':
      return at.children.filter((_, i) => i !== 1).every(inner);
    case 'binary_operator':
      return isNumber(at, where) || (inner(child(at, 'left')) && inner(child(at, 'right')));
    case 'list_comprehension':
    case 'generator_expression':
      return isConstant(at, where, resolver);
    case 'call':
      return isPlainCall(at, where, inner) || isConstant(at, where, resolver);
    case 'identifier':
      return isConstant(at, where, resolver) || isSetToHarmless(at, where, resolver, depth);
    default:
      return isConstant(at, where, resolver);
  }
}

function isHole(hole: Syntax, where: Where, inner: (one: Syntax | undefined) => boolean): boolean {
  const format = childOfType(hole, 'format_specifier');
  if (format && NUMBER_FORMAT.test(textAt(format, where).replace(/\}+$/, ''))) return true;
  return inner(child(hole, 'expression') ?? hole.children[0]);
}

/** What is computed is a number; texts are only added, filled in and repeated. */
function isNumber(node: Syntax, where: Where): boolean {
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (!left || !right) return false;
  const operator = where.unit.text.slice(left.end, right.start).replace(/[\s()\\]/g, '');
  return ['-', '/', '//', '**'].includes(operator);
}

function isPlainCall(call: Syntax, where: Where, inner: (one: Syntax | undefined) => boolean): boolean {
  const callee = child(call, 'function');
  if (!callee) return false;
  const attribute = callee.type === 'attribute' ? child(callee, 'attribute') : undefined;
  const name = textAt(attribute ?? callee, where);
  if (PLAIN.test(name) || isMarkupOfLibrary(name)) return true;
  const given = (child(call, 'arguments')?.children ?? []).filter(({ type }) => type !== 'comment');
  const values = given.map(one => (one.type === 'keyword_argument' ? child(one, 'value') : one));
  if (name === 'str' || name === 'format' || name === 'join')
    return values.every(inner) && (!attribute || inner(child(callee, 'object')));
  return attribute !== undefined && SAME.test(name) && inner(child(callee, 'object')) && values.every(inner);
}

/** All that it can be is known. */
function isConstant(node: Syntax, where: Where, resolver: Resolver): boolean {
  const values = alternatives(resolver.resolve(node, where, new Trace()));
  return (
    values.length > 0 &&
    values.every(one =>
      one.kind === 'list' ? one.items.every(item => item.kind === 'literal') : one.kind === 'literal'
    )
  );
}

function isSetToHarmless(name: Syntax, where: Where, resolver: Resolver, depth: number): boolean {
  const bindings = resolver.lookup.find(textAt(name, where), name, where, new Trace());
  return (
    bindings.length > 0 &&
    bindings.every(({ to, ...binding }) => {
      if (isCounter(to, binding.unit.text)) return true;
      if (to.kind !== 'expression') return false;
      const own = whereOf({ to, ...binding }, where);
      return isHarmless(to.node, own, resolver, depth + 1);
    })
  );
}

/** The number of a loop: of `range(…)`, or the first of what `enumerate(…)` gives. */
function isCounter(to: BoundTo, text: string): boolean {
  const over = to.kind === 'part' && to.index === 0 ? to.of : to;
  if (over.kind !== 'element') return false;
  return text.startsWith(over === to ? 'range(' : 'enumerate(', over.node.start);
}

function textAt({ start, end }: Syntax, where: Where): string {
  return where.unit.text.slice(start, end);
}
