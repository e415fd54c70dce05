import { child, unwrap, type Syntax } from './syntax.js';

/** Other names by which what one name stands for may be called, as far as the syntax alone says. */
export interface Alias {
  readonly of: string;
  /** A name, the last name of an attribute or of what holds it, or `name()` for what a call of it gives back. */
  readonly name: string;
}

type Text = (node: Syntax) => string;

/** What the statement or clause gives other names; `within` is the name of the function around a `return`. */
export function aliasesIn(node: Syntax, within: string | undefined, text: Text): Alias[] {
  switch (node.type) {
    case 'assignment':
    case 'for_statement':
    case 'for_in_clause':
      return aliasesFor(child(node, 'left'), child(node, 'right'), text);
    case 'named_expression':
      return aliasesFor(child(node, 'name'), child(node, 'value'), text);
    case 'return_statement': {
      const given = node.children.find(c => c.type !== 'comment');
      return within === undefined ? [] : given ? asAliases(given, `${within}()`, text) : [];
    }
    default:
      return [];
  }
}

/** What `left = right` gives another name. */
export function aliasesFor(left: Syntax | undefined, right: Syntax | undefined, text: Text): Alias[] {
  if (!left || !right) return [];
  return targetsOf(left, text).flatMap(name => asAliases(right, name, text));
}

function asAliases(value: Syntax, name: string, text: Text): Alias[] {
  return valuesIn(value, text).flatMap(of => (of === name ? [] : { of, name }));
}

/** The name that a call of it is noted under: that of the function, or of what holds it. */
export function calledName(callee: Syntax, text: Text): string | undefined {
  const node = unwrap(callee);
  switch (node.type) {
    case 'identifier':
      return text(node);
    case 'attribute': {
      const last = child(node, 'attribute');
      return last && text(last);
    }
    case 'subscript': {
      const holder = child(node, 'value');
      return holder && calledName(holder, text);
    }
    case 'call':
      return givenBack(node, text);
    default:
      return undefined;
  }
}

/** `READERS.get(kind)` is of `READERS`, what else a call gives back of its function. */
function givenBack(call: Syntax, text: Text): string | undefined {
  const callee = child(call, 'function');
  const object = callee?.type === 'attribute' ? child(callee, 'object') : undefined;
  const method = callee && child(callee, 'attribute');
  if (object && method && text(method) === 'get') return calledName(object, text);
  const name = callee && calledName(callee, text);
  return name === undefined ? undefined : `${name}()`;
}

/** Names whose value the expression may be, or may hold. */
function valuesIn(node: Syntax, text: Text): string[] {
  const value = unwrap(node);
  switch (value.type) {
    case 'conditional_expression':
    case 'boolean_operator':
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return value.children.flatMap(one => valuesIn(one, text));
    case 'dictionary':
      return value.children.flatMap(pair => {
        const held = child(pair, 'value');
        return held ? valuesIn(held, text) : [];
      });
    case 'assignment': {
      const right = child(value, 'right');
      return right ? valuesIn(right, text) : [];
    }
    case 'call': {
      const back = givenBack(value, text);
      const own = back === undefined ? [] : [back];
      if (!WRAPPERS.has(own[0] ?? '')) return own;
      return (child(value, 'arguments')?.children ?? []).slice(0, 1).flatMap(first => valuesIn(first, text));
    }
    default: {
      const name = calledName(value, text);
      return name === undefined ? [] : [name];
    }
  }
}

/** What they give back is what they are given, to be called. */
const WRAPPERS = new Set(['partial()', 'staticmethod()']);

function targetsOf(left: Syntax, text: Text): string[] {
  if (/^(pattern_list|tuple_pattern|list_pattern|tuple)$/.test(left.type))
    return left.children.flatMap(one => targetsOf(one, text));
  const name = calledName(left, text);
  return name === undefined ? [] : [name];
}
