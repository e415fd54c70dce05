import type { Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/** The innermost statement that holds that UTF-16 offset of the unit. */
export function statementAt(unit: Unit, offset: number): Syntax | undefined {
  const holds = (node: Syntax): boolean => node.start <= offset && offset <= node.end;
  let found = unit.statements.find(holds);
  for (let node = found; node;) {
    const next: Syntax | undefined = node.children.find(holds);
    if (next && node.type === 'block') found = next;
    node = next;
  }
  return found;
}

/** The nodes around it, outermost first, itself included. */
export function pathTo(nodes: readonly Syntax[], wanted: Syntax): Syntax[] {
  const node = nodes.find(n => n === wanted) ?? nodes.find(n => n.start <= wanted.start && n.end >= wanted.end);
  if (!node) return [];
  return node === wanted ? [node] : [node, ...pathTo(node.children, wanted)];
}

/** It has a body of statements, so its own lines are those of its head. */
export function hasBody(statement: Syntax): boolean {
  return statement.children.some(part => part.type === 'block' || part.type === 'definition' || hasBlock(part));
}

function hasBlock(part: Syntax): boolean {
  return (
    /_(clause|definition)$/.test(part.type) && part.children.some(inner => inner.type === 'block' || hasBlock(inner))
  );
}
