import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { KnownUnits } from './known-units.js';
import { copySyntax, type Syntax } from './syntax.js';
import type { Unit } from './unit.js';

/** A text that is cut, or the stretch of it that a tree is of. */
export interface Cloth {
  /** The cell's id. */
  readonly cell: string;
  readonly text: string;
  readonly tree: Tree;
  /** The tree's offsets count from here, in UTF-16 units of the text. */
  readonly base: number;
  /** Units to be used again where their text is the same. */
  readonly known: KnownUnits;
}

/** Statements that share lines. */
interface Group {
  /** At the first of them. */
  readonly first: TreeCursor;
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
  readonly isAlone: boolean;
}

/** Where the methods of a class begin in the tree, and whether the head before them is broken. */
interface Methods {
  /** At the first one; freed by whoever asked. */
  readonly first: TreeCursor;
  readonly start: number;
  readonly broken: boolean;
}

/**
 * The units of the tree in order. With `inside`, the tree is of a class that stands for the one with that head: what its body
 * holds is of that one. Undefined where the tree is none of such a class.
 */
export function cut(cloth: Cloth, inside?: Unit): Unit[] | undefined {
  const cursor = cloth.tree.walk();
  const units: Unit[] = [];
  let more = cursor.gotoFirstChild();
  if (inside) {
    const body = cursor.copy();
    const isClass = more && toBody(body) && body.gotoFirstChild();
    if (isClass) addMembers(units, body, inside, cloth);
    body.delete();
    more = isClass && cursor.gotoNextSibling();
  }
  if (more) addGroups(cursor, cloth, group => addStatement(units, group, cloth));
  cursor.delete();
  return inside && units.length === 0 ? undefined : units;
}

function addStatement(units: Unit[], group: Group, cloth: Cloth): void {
  const methods = group.isAlone ? methodsOf(group.first, cloth) : undefined;
  if (!methods) {
    units.push(unitOf(group, undefined, cloth));
    return;
  }
  const head = headOf(group, methods, cloth);
  units.push(head);
  addMembers(units, methods.first, head, cloth);
  methods.first.delete();
}

/** From the cursor's node on, each group of siblings as a unit of the class's body. */
function addMembers(units: Unit[], cursor: TreeCursor, owner: Unit, cloth: Cloth): void {
  addGroups(cursor, cloth, group => units.push(unitOf(group, owner, cloth)));
}

/** The node at the cursor and its siblings behind it, in groups that share lines. */
function addGroups(cursor: TreeCursor, { tree, text, base }: Cloth, add: (group: Group) => void): void {
  const anyBroken = tree.rootNode.hasError;
  // What stands in an error at the root may be pieces of statements, though each is whole in itself.
  const isAllBroken = tree.rootNode.isError;
  const first = cursor.copy();
  for (let more = true; more;) {
    first.resetTo(cursor);
    const start = base + cursor.startIndex;
    let end = base + cursor.endIndex;
    let broken = isAllBroken || (anyBroken && cursor.currentNode.hasError);
    let isAlone = true;
    while ((more = cursor.gotoNextSibling()) && !text.slice(end, base + cursor.startIndex).includes('\n')) {
      end = Math.max(end, base + cursor.endIndex);
      broken ||= anyBroken && cursor.currentNode.hasError;
      isAlone = false;
    }
    add({ first, start, end, broken, isAlone });
  }
  first.delete();
}

/** The group as a unit: one seen before with the same text, or else a copy. */
function unitOf({ first, start, end, broken }: Group, owner: Unit | undefined, cloth: Cloth): Unit {
  const text = cloth.text.slice(start, end);
  const same = broken ? undefined : cloth.known.take(text, owner);
  if (same) {
    same.start = start;
    return same;
  }
  const known = owner && !broken ? cloth.known.syntaxOf(text) : undefined;
  const statements = known ?? copyGroup(first, start, end, cloth);
  return { cell: cloth.cell, text, start, statements, broken, ...(owner && { owner }), names: undefined };
}

function copyGroup(cursor: TreeCursor, start: number, end: number, { base }: Cloth): Syntax[] {
  const statements: Syntax[] = [];
  do {
    if (cursor.nodeIsNamed) statements.push(copySyntax(cursor, start - base));
  } while (cursor.gotoNextSibling() && base + cursor.startIndex < end);
  return statements;
}

/** The class without its methods. */
function headOf({ first, start }: Group, methods: Methods, { cell, text, base, known }: Cloth): Unit {
  const own = text.slice(start, base + methods.start).trimEnd();
  const same = methods.broken ? undefined : known.take(own, undefined);
  if (same) {
    same.start = start;
    return same;
  }
  const statements = [copySyntax(first, start - base, { before: methods.start, end: start - base + own.length })];
  return { cell, text: own, start, statements, broken: methods.broken, names: undefined };
}

/** The first method of the class at the cursor and all behind it; undefined where it is no class that has one. */
function methodsOf(at: TreeCursor, { tree }: Cloth): Methods | undefined {
  if (at.nodeType !== 'class_definition' && at.nodeType !== 'decorated_definition') return undefined;
  const first = at.copy();
  let isFound = false;
  let broken = false;
  const anyBroken = tree.rootNode.hasError;
  if (toBody(first, node => (broken ||= anyBroken && node.currentNode.hasError)) && first.gotoFirstChild()) {
    do {
      isFound = first.nodeType === 'function_definition' || first.nodeType === 'decorated_definition';
      if (!isFound) broken ||= anyBroken && first.currentNode.hasError;
    } while (!isFound && first.gotoNextSibling());
  }
  if (isFound) return { first, start: first.startIndex, broken };
  first.delete();
  return undefined;
}

/** Moves the cursor to the body of the class that it is at, whose last part it must be; calls `pass` for what stands before it. */
function toBody(cursor: TreeCursor, pass: (cursor: TreeCursor) => void = () => undefined): boolean {
  if (cursor.nodeType === 'decorated_definition' && !toLast(cursor, 'class_definition', pass)) return false;
  return cursor.nodeType === 'class_definition' && toLast(cursor, 'block', pass);
}

/** Moves the cursor to its node's last child, which must be of that type. */
function toLast(cursor: TreeCursor, type: string, pass: (cursor: TreeCursor) => void): boolean {
  if (!cursor.gotoFirstChild()) return false;
  while (cursor.nodeType !== type) {
    pass(cursor);
    if (!cursor.gotoNextSibling()) return false;
  }
  const isLast = !cursor.gotoNextSibling();
  return isLast;
}
