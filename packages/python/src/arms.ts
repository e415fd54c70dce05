import type { Arm } from './scope.js';
import type { Syntax } from './syntax.js';

const known = new WeakMap<Syntax, Arm>();

/** The arm that `part` is of the statement `node`; undefined where it always runs when the statement does. */
export function armOf(node: Syntax, part: Syntax): Arm | undefined {
  switch (node.type) {
    case 'if_statement':
      if (!isBranch(part)) return undefined;
      return arm(part, node, true, hasElse(node) ? staying(node, isBranch) : 0);
    case 'conditional_expression':
      return arm(part, node, false, 0);
    case 'for_statement':
    case 'while_statement':
      return part.type === 'block' || part.type === 'else_clause' ? arm(part, node, false, 0) : undefined;
    case 'try_statement':
      if (part.type === 'finally_clause') return undefined;
      return arm(
        part,
        node,
        part.type.startsWith('except'),
        part.type === 'else_clause' ? 0 : staying(node, isBodyOrExcept)
      );
    case 'block':
      // The clauses of a match stand in its block.
      return part.type === 'case_clause' ? arm(part, node, true, 0) : undefined;
    default:
      return undefined;
  }
}

function arm(part: Syntax, of: Syntax, exclusive: boolean, outOf: number): Arm {
  const before = known.get(part);
  if (before) return before;
  const made = { of, part, exclusive, outOf, leaves: exclusive && leaves(part) };
  known.set(part, made);
  return made;
}

function hasElse(node: Syntax): boolean {
  return node.children.some(c => c.type === 'else_clause');
}

/** How many of the arms go on behind the statement. */
function staying(node: Syntax, isArm: (part: Syntax) => boolean): number {
  return node.children.filter(part => isArm(part) && !leaves(part)).length;
}

function isBranch(part: Syntax): boolean {
  return part.field === 'consequence' || part.field === 'alternative';
}

/** The body and every `except` together leave nothing out. */
function isBodyOrExcept(part: Syntax): boolean {
  return part.field === 'body' || part.type.startsWith('except');
}

function leaves(part: Syntax): boolean {
  const block = part.type === 'block' ? part : part.children.find(c => c.type === 'block');
  const last = block?.children.filter(c => c.type !== 'comment').at(-1);
  return last?.type === 'return_statement' || last?.type === 'raise_statement';
}
