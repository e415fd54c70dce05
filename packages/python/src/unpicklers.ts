import type { ClassInfo } from './scope.js';
import type { Syntax } from './syntax.js';
import type { Trace } from './where.js';

/**
 * The class has a `find_class` that refuses something: it raises, asserts, turns something away that is `not` on a list, or asks the
 * library only under a condition. One that renames modules, or makes an exception of some, hands on all others.
 * https://docs.python.org/3/library/pickle.html#restricting-globals
 */
export function restrictsClasses({ body }: ClassInfo, trace: Trace): boolean {
  const binding = body.bindings('find_class', trace).at(-1);
  if (!binding) return false;
  if (binding.to.kind !== 'function') return true;
  const { returns, unit } = binding.to.callable;
  if (/\b(?:raise|assert|not)\b/.test(unit.text.slice(binding.node.start, binding.node.end))) return true;
  return !returns.some(
    ({ node, branches }) =>
      /^\s*(?:return\s+)?super\([^)]*\)\.find_class\(|^\s*(?:return\s+)?[\w.]*Unpickler\.find_class\(/.test(
        unit.text.slice(node.start, node.end)
      ) && branches.every(({ of }) => !isUnderCondition(node, of))
  );
}

/** It stands behind `if` or `elif`, not behind `else`. */
function isUnderCondition(node: Syntax, statement: Syntax): boolean {
  if (statement.type !== 'if_statement') return false;
  const arm = statement.children.find(({ start, end }) => start <= node.start && node.end <= end);
  return arm?.type !== 'else_clause';
}
