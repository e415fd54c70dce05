import { Edit, type Tree } from 'web-tree-sitter';
import type { PythonGrammar } from './grammar.js';
import { magicUnit } from './flow/magic-unit.js';
import { culprits, without, type Stretch } from './mend.js';
import { copySyntax, type Syntax } from './syntax.js';
import type { Magic } from '@loadlight/facts/magic';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Unit } from './unit.js';

/**
 * How tree-sitter recovers from a syntax error depends on the tree it starts from, so broken texts up to this length
 * (UTF-16 units) are parsed afresh: what is found must not depend on how the text came about.
 */
const REPARSED_WHEN_BROKEN = 50_000;

/** One cell (or file): its text, its tree, and the units cut from it. Owns the tree. */
export class CellTree {
  private tree: Tree | undefined;
  lines: TextLines;
  units: readonly Unit[] = [];
  private magics: readonly Magic[];
  /** The text was too long or took too long to parse. */
  unreadable = false;

  constructor(
    readonly id: string,
    private readonly grammar: PythonGrammar,
    text: string,
    magics: readonly Magic[] = []
  ) {
    this.lines = new TextLines(text);
    this.magics = magics;
    this.parse(undefined);
  }

  get text(): string {
    return this.lines.text;
  }

  /** Takes the new text, re-parses only what changed, and keeps the units whose text is the same. */
  update(text: string, magics: readonly Magic[] = []): void {
    const before = this.lines;
    this.magics = magics;
    if (before.text === text) {
      if (this.tree) this.units = this.withMagics(this.units.filter(unit => !unit.command));
      return;
    }
    this.lines = new TextLines(text);
    this.tree?.edit(difference(before, this.lines));
    this.parse(this.tree);
  }

  private parse(old: Tree | undefined): void {
    let tree = this.grammar.parse(this.text, old);
    if (old && tree?.rootNode.hasError && this.text.length <= REPARSED_WHEN_BROKEN) {
      tree.delete();
      tree = this.grammar.parse(this.text);
    }
    old?.delete();
    this.tree = tree;
    this.unreadable = tree === undefined;
    this.units = tree ? this.withMagics(this.unitsOf(tree)) : [];
  }

  /**
   * The units of the tree. Where a statement does not parse, what stands around it is read without it, and it alone: so
   * it takes nobody along.
   */
  private unitsOf(tree: Tree): Unit[] {
    const isSmall = this.text.length <= REPARSED_WHEN_BROKEN;
    const gone = tree.rootNode.hasError && isSmall ? culprits(this.text, broken(tree), text => this.parses(text)) : [];
    if (gone.length === 0) return this.cut(tree);
    const pieces = [{ text: without(this.text, gone), start: 0 }].concat(
      gone.map(({ start, end }) => ({ text: this.text.slice(start, end), start }))
    );
    const known = this.reusable();
    const units = pieces.flatMap(({ text, start }) => {
      const piece = this.grammar.parse(text);
      const found = piece ? this.cut(piece, start, known) : [];
      piece?.delete();
      return found;
    });
    return units.sort((a, b) => a.start - b.start);
  }

  private parses(text: string): boolean {
    const tree = this.grammar.parse(text);
    const parses = tree !== undefined && !tree.rootNode.hasError;
    tree?.delete();
    return parses;
  }

  /** Units by their text, to be used again. */
  private reusable(): Map<string, Unit[]> {
    const known = new Map<string, Unit[]>();
    for (const unit of this.units)
      if (!unit.broken && !unit.command) known.set(unit.text, [...(known.get(unit.text) ?? []), unit]);
    return known;
  }

  /** Magics and shell lines among the statements, in the order they stand in; one seen before is used again. */
  private withMagics(units: Unit[]): Unit[] {
    const known = new Map<string, Unit[]>();
    for (const unit of this.units)
      if (unit.command) known.set(keyOf(unit.command.magic), [...(known.get(keyOf(unit.command.magic)) ?? []), unit]);
    const commands = this.magics.flatMap(magic => {
      const same = known.get(keyOf(magic))?.shift();
      if (!same) return magicUnit(this.id, magic, this.lines, (text, at) => this.expression(text, at)) ?? [];
      same.start = this.lines.offset(magic.bodyRange.start);
      return same;
    });
    return commands.length === 0 ? units : [...units, ...commands].sort((a, b) => a.start - b.start);
  }

  /** One expression of a shell line, whose offsets count from `at`. */
  private expression(text: string, at: number): Syntax | undefined {
    const tree = this.grammar.parse(text.trimStart());
    if (!tree) return undefined;
    const cursor = tree.walk();
    const indent = text.length - text.trimStart().length;
    let found: Syntax | undefined;
    if (!tree.rootNode.hasError && cursor.gotoFirstChild() && cursor.nodeType === 'expression_statement')
      found = copySyntax(cursor, -(at + indent)).children[0];
    cursor.delete();
    tree.delete();
    return found;
  }

  /** Statements that share a line go into one unit; a unit seen before with the same text is used again. */
  private cut(tree: Tree, base = 0, known = this.reusable()): Unit[] {
    const units: Unit[] = [];
    const anyBroken = tree.rootNode.hasError;
    const cursor = tree.walk();
    let more = cursor.gotoFirstChild();
    while (more) {
      const start = base + cursor.startIndex;
      const mark = cursor.currentDescendantIndex;
      let end = base + cursor.endIndex;
      let broken = anyBroken && cursor.currentNode.hasError;
      // First find where the unit ends, copy only when it is new.
      while ((more = cursor.gotoNextSibling()) && !this.text.slice(end, base + cursor.startIndex).includes('\n')) {
        end = Math.max(end, base + cursor.endIndex);
        broken ||= anyBroken && cursor.currentNode.hasError;
      }
      const text = this.text.slice(start, end);
      const same = broken ? undefined : known.get(text)?.shift();
      if (same) {
        same.start = start;
        units.push(same);
        continue;
      }
      const statements: Syntax[] = [];
      const copier = tree.walk();
      copier.gotoDescendant(mark);
      do {
        if (copier.nodeIsNamed) statements.push(copySyntax(copier, start - base));
      } while (copier.gotoNextSibling() && base + copier.startIndex < end);
      copier.delete();
      units.push({ cell: this.id, text, start, statements, broken, names: undefined });
    }
    cursor.delete();
    return units;
  }

  dispose(): void {
    this.tree?.delete();
    this.tree = undefined;
    this.units = [];
  }
}

function keyOf({ kind, name, argument, body, range }: Magic): string {
  return JSON.stringify([kind, name, argument, body, range.start.character > 0]);
}

/** Top-level statements that hold a syntax error. */
function broken(tree: Tree): Stretch[] {
  const cursor = tree.walk();
  const found: Stretch[] = [];
  if (cursor.gotoFirstChild()) {
    do {
      if (cursor.currentNode.hasError) found.push({ start: cursor.startIndex, end: cursor.endIndex });
    } while (cursor.gotoNextSibling());
  }
  cursor.delete();
  return found;
}

/** The one replaced stretch between two texts: what is left when their common beginning and end are taken off. */
function difference(before: TextLines, after: TextLines): Edit {
  const a = before.text;
  const b = after.text;
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let tail = 0;
  while (tail < most - start && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  const point = (lines: TextLines, offset: number): { row: number; column: number } => {
    const { line, character } = lines.position(offset);
    return { row: line, column: character };
  };
  return new Edit({
    startIndex: start,
    oldEndIndex: a.length - tail,
    newEndIndex: b.length - tail,
    startPosition: point(before, start),
    oldEndPosition: point(before, a.length - tail),
    newEndPosition: point(after, b.length - tail)
  });
}
