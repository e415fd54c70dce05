import { Edit, type Tree } from 'web-tree-sitter';
import { cut } from './cut.js';
import type { PythonGrammar } from './grammar.js';
import { magicUnit } from './flow/magic-unit.js';
import { culprits, without, type Stretch } from './mend.js';
import { KnownUnits } from './known-units.js';
import { copySyntax, type Syntax } from './syntax.js';
import type { Magic } from '@loadlight/facts/magic';
import { differenceOf, type Difference } from '@loadlight/facts/text-difference';
import type { TextLines } from '@loadlight/facts/text-lines';
import { changeBetween, type Changed } from './unit-change.js';
import type { Unit } from './unit.js';
import { windowAround } from './window.js';

/**
 * How tree-sitter recovers from a syntax error depends on the tree it starts from, so texts up to this length (UTF-16
 * units) are parsed afresh when they are broken: what is found must not depend on how the text came about.
 */
const REPARSED_WHEN_BROKEN = 50_000;

/** One cell (or file): its text, and the units cut from it. A long text's tree is kept, and owned. */
export class CellTree {
  /** Of the last text that was parsed whole, with the edits since. */
  private tree: Tree | undefined;
  units: readonly Unit[];
  /** The text was too long or took too long to parse. */
  unreadable = false;
  /** The text has no syntax error. */
  private clean = false;

  constructor(
    readonly id: string,
    private readonly grammar: PythonGrammar,
    public lines: TextLines,
    private magics: readonly Magic[] = []
  ) {
    this.units = [];
    this.units = this.withMagics(this.readFirst());
  }

  get text(): string {
    return this.lines.text;
  }

  /** Takes the new text, reads again only what the edit touched, and keeps the units whose text is the same. */
  update(lines: TextLines, magics: readonly Magic[] = []): Changed<Unit> {
    const before = this.units;
    const old = this.lines;
    this.magics = magics;
    this.lines = lines;
    let units = before.filter(unit => !unit.command);
    if (old.text !== lines.text) {
      const difference = differenceOf(old.text, lines.text);
      this.tree?.edit(asEdit(difference, old, lines));
      units = this.readAround(units, difference) ?? this.readAll();
    }
    this.units = this.withMagics(units);
    return changeBetween(before, this.units);
  }

  /**
   * The units after an edit that leaves the text without syntax errors: the statements around it are parsed alone, and
   * those after them only move. Undefined where that is not possible.
   */
  private readAround(units: readonly Unit[], difference: Difference): Unit[] | undefined {
    if (!this.clean || this.grammar.isTooLong(this.text)) return undefined;
    const window = windowAround(units, difference, this.text.length);
    const { start, end, from, to, witness, inside } = window;
    const moved = difference.newEnd - difference.oldEnd;
    const indent = inside ? this.indentAt(start) : '';
    if (indent === undefined) return undefined;
    // In a class's body what is read is made one.
    const around = inside ? `class _:\n${indent}` : '';
    const tree = this.grammar.parse(around + this.text.slice(start, end));
    if (!tree) return undefined;
    const cloth = { cell: this.id, text: this.text, tree, base: start - around.length };
    const known = new KnownUnits(units.slice(from, to));
    const mustBe = witness && { ...witness, start: witness.start + moved };
    const found = tree.rootNode.hasError ? undefined : cut({ ...cloth, known }, inside);
    tree.delete();
    const last = found?.at(-1);
    if (!found || (mustBe && !isSame(mustBe, last))) return undefined;
    const after = units.slice(to);
    for (const unit of after) unit.start += moved;
    return [...units.slice(0, from), ...found, ...ownedBy(last?.owner, after)];
  }

  /** What stands before that offset in its line, where that is an indent. */
  private indentAt(offset: number): string | undefined {
    const line = this.text.slice(this.lines.lineStart(this.lines.position(offset).line), offset);
    return /^[ \t]+$/.test(line) ? line : undefined;
  }

  /** The units of the first text; nothing is parsed where somebody else had the same one. */
  private readFirst(): Unit[] {
    const known = this.grammar.parsed.units(this.text, this.id);
    if (known) {
      this.clean = true;
      return known;
    }
    const units = this.readAll();
    if (this.clean) this.grammar.parsed.keep(this.text, units);
    return units;
  }

  /** The units of the whole text. */
  private readAll(): Unit[] {
    const old = this.tree;
    // Only a long text is worth keeping the tree of, and only where it is broken is the tree asked for.
    const isLong = this.text.length > REPARSED_WHEN_BROKEN;
    const tree = this.grammar.parse(this.text, isLong ? old : undefined);
    old?.delete();
    this.tree = isLong ? tree : undefined;
    this.unreadable = tree === undefined;
    this.clean = tree?.rootNode.hasError === false;
    const units = tree ? this.unitsOf(tree) : [];
    if (!isLong) tree?.delete();
    return units;
  }

  /**
   * The units of the tree. Where a statement does not parse, what stands around it is read without it, and it alone: so
   * it takes nobody along.
   */
  private unitsOf(tree: Tree): Unit[] {
    const isSmall = this.text.length <= REPARSED_WHEN_BROKEN;
    const gone = tree.rootNode.hasError && isSmall ? this.culpritsIn(tree) : [];
    if (gone.length === 0) return this.cut(tree);
    const pieces = [{ text: without(this.text, gone), start: 0 }].concat(
      gone.map(({ start, end }) => ({ text: this.text.slice(start, end), start }))
    );
    const known = new KnownUnits(this.units);
    const units = pieces.flatMap(({ text, start }) => {
      const piece = this.grammar.parse(text);
      const found = piece ? this.cut(piece, start, known) : [];
      piece?.delete();
      return found;
    });
    return units.sort((a, b) => a.start - b.start);
  }

  private culpritsIn(tree: Tree): Stretch[] {
    const parses = (text: string): boolean => this.parses(text);
    const found = culprits(this.text, broken(tree), parses);
    // An error that is all of the text hides in which statement it is.
    const isAll = found.length === 0 && tree.rootNode.isError;
    return isAll ? culprits(this.text, [{ start: 0, end: this.text.length }], parses) : found;
  }

  private parses(text: string): boolean {
    const tree = this.grammar.parse(text);
    const parses = tree !== undefined && !tree.rootNode.hasError;
    tree?.delete();
    return parses;
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

  private cut(tree: Tree, base = 0, known = new KnownUnits(this.units)): Unit[] {
    return cut({ cell: this.id, text: this.text, tree, base, known }) ?? [];
  }

  /** Frees the tree and keeps the units: the text will not change any more. */
  settle(): void {
    this.tree?.delete();
    this.tree = undefined;
  }

  dispose(): void {
    this.settle();
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

/** To what follows, the one is what the other was. */
function isSame(one: Unit, other: Unit | undefined): boolean {
  return (
    one.start === other?.start && one.text === other.text && (one.owner === undefined) === (other.owner === undefined)
  );
}

/** The rest of a class's body is of its head as it is now. */
function ownedBy(head: Unit | undefined, after: readonly Unit[]): readonly Unit[] {
  const [first] = after;
  if (!head || !first?.owner || first.owner === head) return after;
  const { owner: before } = first;
  return after.map(unit => (unit.owner === before ? { ...unit, owner: head, names: undefined } : unit));
}

/** The difference as the parser takes it. */
function asEdit({ start, oldEnd, newEnd }: Difference, before: TextLines, after: TextLines): Edit {
  const point = (lines: TextLines, offset: number): { row: number; column: number } => {
    const { line, character } = lines.position(offset);
    return { row: line, column: character };
  };
  return new Edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: point(before, start),
    oldEndPosition: point(before, oldEnd),
    newEndPosition: point(after, newEnd)
  });
}
