import type { TreeCursor } from 'web-tree-sitter';

/**
 * One named node of the syntax tree as a plain object: walking wasm nodes again and again is slow, so each statement
 * is copied once. `start` and `end` are UTF-16 offsets from the start of the unit.
 */
export interface Syntax {
  readonly type: string;
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Syntax[];
}

/** Nodes nested deeper than this are left out; real code stays far below it. */
const MAX_DEPTH = 400;

/** Only nodes that begin before the one offset are copied; none goes further than the other. Both are the tree's. */
interface Stop {
  readonly before: number;
  readonly end: number;
}

const NOWHERE: Stop = { before: Infinity, end: Infinity };

/** Copies the named nodes below the cursor, which is left where it was. Offsets count from `base`. */
export function copySyntax(cursor: TreeCursor, base: number, stop = NOWHERE, depth = 0): Syntax {
  const type = cursor.nodeType;
  const field = cursor.currentFieldName;
  const start = Math.min(cursor.startIndex, stop.end) - base;
  const end = Math.min(cursor.endIndex, stop.end) - base;
  const children: Syntax[] = [];
  if (depth < MAX_DEPTH && !isLeaf(type) && cursor.gotoFirstChild()) {
    do {
      // A backslash at a line's end is a named node that may stand anywhere, also between arguments.
      const isLeftOut = cursor.startIndex >= stop.before && cursor.nodeType !== 'block';
      if (cursor.nodeIsNamed && cursor.nodeType !== 'line_continuation' && !isLeftOut)
        children.push(copySyntax(cursor, base, stop, depth + 1));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return { type, field, start, end, children };
}

function isLeaf(type: string): boolean {
  return type === 'identifier' || type === 'comment' || type === 'integer' || type === 'string_start';
}

/** The child in that field, if there is one. */
export function child(node: Syntax, field: string): Syntax | undefined {
  return node.children.find(c => c.field === field);
}

/** All children in that field. */
export function childrenOf(node: Syntax, field: string): Syntax[] {
  return node.children.filter(c => c.field === field);
}

/** The first child of that type. */
export function childOfType(node: Syntax, type: string): Syntax | undefined {
  return node.children.find(c => c.type === type);
}

/** `(x)` and `((x))` are `x`. */
export function unwrap(node: Syntax): Syntax {
  let inner = node;
  while (inner.type === 'parenthesized_expression') {
    const next = inner.children.find(c => c.type !== 'comment');
    if (!next) break;
    inner = next;
  }
  return inner;
}

/** It, or something in it, did not parse. */
export function holdsError(node: Syntax): boolean {
  return node.type === 'ERROR' || node.children.some(holdsError);
}
