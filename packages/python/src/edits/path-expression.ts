import type { PythonProgram } from '../program.js';
import { child, childOfType, unwrap, type Syntax } from '../syntax.js';
import { readString } from '../string-literal.js';
import { Trace, type Where } from '../where.js';

/** What weights that PyTorch wrote are usually called. */
export const WEIGHTS_SUFFIX = /\.(?:pth\.tar|pt|pth|bin|ckpt|th|pkl)$/;

/** Names of variables that hold a path, not an open file. */
const PATH_NAME = /path|file_?name|fname|ckpt|checkpoint|weights|location|_file$/i;

/** How deep an expression is looked into. */
const MAX_DEPTH = 8;

/**
 * The expression names a file by its path, and to write it twice does no harm: literals, names, joins, and what these are
 * made with. An open file, a download and any other call are none.
 */
export function isPathExpression(program: PythonProgram, node: Syntax, where: Where, depth = 0): boolean {
  const inner = unwrap(node);
  const text = where.unit.text.slice(inner.start, inner.end);
  const also = (one: Syntax | undefined): boolean =>
    one !== undefined && depth < MAX_DEPTH && isPathExpression(program, one, where, depth + 1);
  switch (inner.type) {
    case 'string':
      return !readString(inner, where.unit.text).bytes;
    case 'binary_operator':
      return also(child(inner, 'left')) || also(child(inner, 'right'))
        ? inner.children.every(one => one.type === 'comment' || isPlain(one))
        : false;
    case 'call': {
      const callee = child(inner, 'function');
      const given = child(inner, 'arguments')?.children ?? [];
      const value = callee && program.resolver.resolve(callee, where, new Trace());
      const joins =
        value?.kind === 'symbol' && /^(?:os\.path\.(?:join|expanduser|abspath)|pathlib\.Path|str)$/.test(value.name);
      return joins && given.every(isPlain);
    }
    case 'identifier':
    case 'attribute': {
      const behind = program.resolver.expressionBehind(inner, where, new Trace());
      if (behind && behind.node !== inner && behind.node.type !== 'identifier' && behind.node.type !== 'attribute') {
        if (isPathExpression(program, behind.node, behind.where, depth + 1)) return true;
        return behind.node.type === 'call' && PATH_NAME.test(text) && !opensFile(program, behind.node, behind.where);
      }
      return PATH_NAME.test(text.slice(text.lastIndexOf('.') + 1));
    }
    default:
      return false;
  }
}

/** To evaluate it again gives the same and does nothing. */
function isPlain(node: Syntax): boolean {
  if (/^(?:await|yield|named_expression|lambda|ERROR|list_splat)$/.test(node.type)) return false;
  if (node.type === 'call') return false;
  return node.children.every(isPlain);
}

function opensFile(program: PythonProgram, call: Syntax, where: Where): boolean {
  const callee = child(call, 'function');
  const text = callee ? where.unit.text.slice(callee.start, callee.end) : '';
  return /open|BytesIO|\.get$|read/i.test(text);
}

/** The end of the literal that the path ends in, where it is such a suffix; undefined where it ends otherwise. */
export function literalEnding(node: Syntax, text: string, ending: RegExp): { at: Syntax; suffix: string } | undefined {
  const last = lastLiteral(unwrap(node));
  const content = last?.children.filter(c => c.type === 'string_content').at(-1);
  const closes = last && childOfType(last, 'string_end');
  if (!last || content?.end !== closes?.start || !content) return undefined;
  const suffix = ending.exec(text.slice(content.start, content.end))?.[0];
  if (suffix === undefined) return undefined;
  return { at: { ...content, start: content.end - suffix.length }, suffix };
}

function lastLiteral(node: Syntax): Syntax | undefined {
  switch (node.type) {
    case 'string':
      return node;
    case 'binary_operator': {
      const right = child(node, 'right');
      return right && lastLiteral(unwrap(right));
    }
    case 'call': {
      const last = child(node, 'arguments')
        ?.children.filter(c => c.type !== 'comment')
        .at(-1);
      return last && last.type !== 'keyword_argument' ? lastLiteral(unwrap(last)) : undefined;
    }
    default:
      return undefined;
  }
}
