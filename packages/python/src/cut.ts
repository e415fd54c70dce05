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

/** Statements that share lines, by their place in the tree. */
interface Group {
  readonly mark: number;
  readonly start: number;
  readonly end: number;
  readonly broken: boolean;
  readonly isAlone: boolean;
}

/** Where the methods of a class begin in the tree: the first one's place and offset, and whether the head before it is broken. */
interface Methods {
  readonly mark: number;
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
    const body = cloth.tree.walk();
    const isClass = more && toBody(body, cursor.currentDescendantIndex) && body.gotoFirstChild();
    if (isClass) addMembers(units, body, inside, cloth);
    body.delete();
    more = isClass && cursor.gotoNextSibling();
  }
  while (more) {
    const group = nextGroup(cursor, cloth);
    more = group.more;
    const methods = group.isAlone ? methodsOf(group.mark, cloth) : undefined;
    if (!methods) {
      units.push(unitOf(group, undefined, cloth));
      continue;
    }
    const head = headOf(group, methods, cloth);
    units.push(head);
    const body = cloth.tree.walk();
    body.gotoDescendant(methods.mark);
    addMembers(units, body, head, cloth);
    body.delete();
  }
  cursor.delete();
  return inside && units.length === 0 ? undefined : units;
}

/** From the cursor's node on, each group of siblings as a unit of the class's body. */
function addMembers(units: Unit[], cursor: TreeCursor, owner: Unit, cloth: Cloth): void {
  for (let more = true; more;) {
    const group = nextGroup(cursor, cloth);
    more = group.more;
    units.push(unitOf(group, owner, cloth));
  }
}

/** The node at the cursor with the siblings that share its lines; leaves the cursor behind them. */
function nextGroup(cursor: TreeCursor, { tree, text, base }: Cloth): Group & { readonly more: boolean } {
  const anyBroken = tree.rootNode.hasError;
  const start = base + cursor.startIndex;
  const mark = cursor.currentDescendantIndex;
  let end = base + cursor.endIndex;
  // What stands in an error at the root may be pieces of statements, though each is whole in itself.
  let broken = anyBroken && (tree.rootNode.isError || cursor.currentNode.hasError);
  let isAlone = true;
  let more: boolean;
  while ((more = cursor.gotoNextSibling()) && !text.slice(end, base + cursor.startIndex).includes('\n')) {
    end = Math.max(end, base + cursor.endIndex);
    broken ||= anyBroken && cursor.currentNode.hasError;
    isAlone = false;
  }
  return { mark, start, end, broken, isAlone, more };
}

/** The group as a unit: one seen before with the same text, or else a copy. */
function unitOf({ mark, start, end, broken }: Group, owner: Unit | undefined, cloth: Cloth): Unit {
  const text = cloth.text.slice(start, end);
  const same = broken ? undefined : cloth.known.take(text, owner);
  if (same) {
    same.start = start;
    return same;
  }
  const known = owner && !broken ? cloth.known.syntaxOf(text) : undefined;
  const statements = known ?? copyGroup(mark, start, end, cloth);
  return { cell: cloth.cell, text, start, statements, broken, ...(owner && { owner }), names: undefined };
}

function copyGroup(mark: number, start: number, end: number, { tree, base }: Cloth): Syntax[] {
  const statements: Syntax[] = [];
  const copier = tree.walk();
  copier.gotoDescendant(mark);
  do {
    if (copier.nodeIsNamed) statements.push(copySyntax(copier, start - base));
  } while (copier.gotoNextSibling() && base + copier.startIndex < end);
  copier.delete();
  return statements;
}

/** The class without its methods. */
function headOf({ mark, start }: Group, methods: Methods, { cell, text, tree, base, known }: Cloth): Unit {
  const own = text.slice(start, base + methods.start).trimEnd();
  const same = methods.broken ? undefined : known.take(own, undefined);
  if (same) {
    same.start = start;
    return same;
  }
  const cursor = tree.walk();
  cursor.gotoDescendant(mark);
  const statements = [copySyntax(cursor, start - base, { before: methods.start, end: start - base + own.length })];
  cursor.delete();
  return { cell, text: own, start, statements, broken: methods.broken, names: undefined };
}

/** The first method of the class at that place of the tree and all behind it; undefined where it is no class that has one. */
function methodsOf(mark: number, { tree }: Cloth): Methods | undefined {
  const cursor = tree.walk();
  let found: Methods | undefined;
  let broken = false;
  const anyBroken = tree.rootNode.hasError;
  if (toBody(cursor, mark, node => (broken ||= anyBroken && node.currentNode.hasError)) && cursor.gotoFirstChild()) {
    do {
      if (cursor.nodeType === 'function_definition' || cursor.nodeType === 'decorated_definition')
        found = { mark: cursor.currentDescendantIndex, start: cursor.startIndex, broken };
      else broken ||= anyBroken && cursor.currentNode.hasError;
    } while (!found && cursor.gotoNextSibling());
  }
  cursor.delete();
  return found;
}

/** Moves the cursor to the body of the class at that place, whose last part it must be; calls `pass` for what stands before it. */
function toBody(cursor: TreeCursor, mark: number, pass: (cursor: TreeCursor) => void = () => undefined): boolean {
  cursor.gotoDescendant(mark);
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
