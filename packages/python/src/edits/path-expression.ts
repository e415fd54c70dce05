import type { PythonProgram } from '../program.js';
import { child, childOfType, unwrap, type Syntax } from '../syntax.js';
import { readString } from '../string-literal.js';
import { Trace, type Where } from '../where.js';

/** What weights that PyTorch wrote are usually called. */
export const WEIGHTS_SUFFIX = /\.(?:pth\.tar|pt|pth|bin|ckpt|th|pkl)$/;

/** Names of variables that hold a path, not an open file. */
const PATH_NAME = /path|file_?name|fname|ckpt|checkpoint|weights|location|_file$/i;

/** Functions that make paths, and do nothing else. */
const JOINS =
  /^(?:os\.path\.(?:join|expanduser|abspath|realpath|dirname)|posixpath\.join|os\.getcwd|pathlib\.Path(?:\.cwd|\.home)?|str)$/;

/** How deep an expression is looked into. */
const MAX_DEPTH = 8;

/** The expression names a file by its path, and to write it twice does no harm. An open file and a download are none. */
export function isPathExpression(program: PythonProgram, node: Syntax, where: Where): boolean {
  return isRepeatable(program, node, where) && isPath(program, node, where, 0);
}

function isPath(program: PythonProgram, node: Syntax, where: Where, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  const inner = unwrap(node);
  const also = (one: Syntax | undefined): boolean => one !== undefined && isPath(program, one, where, depth + 1);
  switch (inner.type) {
    case 'string':
      return !readString(inner, where.unit.text).bytes;
    case 'binary_operator':
      return also(child(inner, 'left')) || also(child(inner, 'right'));
    case 'call':
      return isJoin(program, inner, where);
    case 'identifier':
    case 'attribute': {
      const behind = program.resolver.expressionBehind(inner, where, new Trace());
      const isCall = behind?.node.type === 'call';
      if (behind && behind.node !== inner && isPath(program, behind.node, behind.where, depth + 1)) return true;
      const text = where.unit.text.slice(inner.start, inner.end);
      return PATH_NAME.test(text.slice(text.lastIndexOf('.') + 1)) && !(isCall && opensFile(behind.node, behind.where));
    }
    default:
      return false;
  }
}

/** `os.path.join`, `Path` and the like. */
function isJoin(program: PythonProgram, call: Syntax, where: Where): boolean {
  const callee = child(call, 'function');
  const value = callee && program.resolver.resolve(callee, where, new Trace());
  return value?.kind === 'symbol' && JOINS.test(value.name);
}

/** To evaluate it again gives the same and does nothing. */
function isRepeatable(program: PythonProgram, node: Syntax, where: Where): boolean {
  if (/^(?:await|yield|named_expression|lambda|ERROR|list_splat|generator_expression)$/.test(node.type)) return false;
  if (node.type === 'call' && !isJoin(program, node, where)) return false;
  return node.children.every(one => isRepeatable(program, one, where));
}

function opensFile(call: Syntax, where: Where): boolean {
  const callee = child(call, 'function');
  return callee !== undefined && /open|BytesIO|\.get$|read/i.test(where.unit.text.slice(callee.start, callee.end));
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
