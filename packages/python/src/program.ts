import type { Fact } from '@loadlight/facts/fact';
import type { Magic } from '@loadlight/facts/magic';
import type { Part, Place } from '@loadlight/facts/place';
import { mayTakeKey, mayTakePassword } from './catalogue/credential-words.js';
import { Triggers } from './catalogue/triggers.js';
import { mayDownload } from '@loadlight/shell/downloaders';
import { CellTree } from './cell-tree.js';
import { ProgramFacts } from './facts/program-facts.js';
import type { PythonGrammar } from './grammar.js';
import { boundBy } from './bound-by.js';
import { Namespace } from './namespace.js';
import { codeText } from './modules/code-text.js';
import { importedWords, mentionsIn } from './modules/mentions.js';
import type { Modules } from './modules/modules.js';
import { Resolver } from './resolver.js';
import { hasBody, statementAt } from './statements.js';
import type { Syntax } from './syntax.js';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Home, Site, Unit } from './unit.js';

/** A cell's text; a .py file is one cell whose id is the empty string. */
export interface ProgramCell {
  readonly id: string;
  readonly text: string;
  /** The text's lines, where they are known. */
  readonly lines?: TextLines;
  /** What was blanked in the text. */
  readonly magics?: readonly Magic[];
  /** Strings in the text, by what they look like. */
  readonly strings?: LooksOfStrings;
}

/** Whether some string looks drawn at random, as keys and tokens are, or like a password that somebody chose. */
export interface LooksOfStrings {
  readonly drawn: boolean;
  readonly chosen: boolean;
}

/** Text that the grammar parsed, in UTF-16 units; units whose facts were worked out; expressions that were read for them. */
export interface ProgramWork {
  readonly parsed: number;
  readonly units: number;
  readonly steps: number;
}

/**
 * One namespace: a .py file, or all code cells of a notebook in document order. Keeps the trees and the facts of every
 * unit, and after an edit works out again only those units that were edited or that read a name which changed.
 */
export class PythonProgram implements Home {
  private cells = new Map<string, CellTree>();
  private order: readonly string[] = [];
  readonly namespace: Namespace;
  readonly resolver: Resolver;
  /** It is a notebook that says that it is run in Google Colab. */
  isColab = false;
  private readonly facts: ProgramFacts;
  private worthReading = false;
  /** Some string may be a credential, and there is a place for one. */
  private mayUseCredential = false;
  /** It imports something that may load. */
  private linked = false;
  private readonly triggers = new Triggers();
  /** By cell, what was blanked in it as last seen. */
  private magics = new Map<string, readonly Magic[]>();
  private texts: readonly ProgramCell[] = [];
  private readonly derived = new Map<string, unknown>();
  /** By the facts of a unit. */
  private readonly derivedOf = new WeakMap<object, Map<string, unknown>>();
  /** Cells that were not read yet. */
  private waiting: readonly ProgramCell[] | undefined;

  constructor(
    private readonly grammar: PythonGrammar,
    readonly document: string,
    private readonly isFile: boolean
  ) {
    this.namespace = new Namespace(isFile);
    this.resolver = new Resolver(this.namespace);
    this.facts = new ProgramFacts(this.resolver);
  }

  /** From the next `update` on, what is shown in the page is told as well. */
  tellDisplays(): void {
    this.resolver.tellsDisplays = true;
  }

  /** Makes the program these cells, in this order. Nothing is parsed as long as no text mentions what matters. */
  update(cells: readonly ProgramCell[]): void {
    this.worthReading =
      this.triggers.mayHold(cells.map(({ text }) => text)) ||
      cells.some(({ text }) => text.includes('loadlight:')) ||
      (this.resolver.tellsDisplays && cells.some(({ text }) => text.includes('IPython'))) ||
      cells.some(({ magics = NONE }) =>
        magics.some(
          ({ kind, name, body }) => /^(?:set_)?env$/.test(name) || mayDownload(kind === 'automagic' ? name : body)
        )
      ) ||
      cells.some(({ text }) => RUNS_COMMANDS.test(text) && mayDownload(text));
    this.waiting = cells;
    this.texts = cells;
    this.followTexts();
    this.linked = this.mayCall();
    if (this.worthReading || this.linked || this.mayUseCredential || this.cells.size > 0) this.read();
  }

  /** Where it came to no credential before, all is worked out again once it may. */
  private followTexts(): void {
    const { strings } = this.resolver.modules;
    const own = this.texts.flatMap(({ strings: one }) => one ?? []);
    const isDrawn = strings.drawn || own.some(({ drawn }) => drawn);
    const isChosen = strings.chosen || own.some(({ chosen }) => chosen);
    this.mayUseCredential =
      (isDrawn || isChosen) &&
      // Words that were there mostly stay, and reading more than has to be says nothing else.
      (this.resolver.followsTexts ||
        this.texts.some(({ text }) => (isDrawn && mayTakeKey(text)) || (isChosen && mayTakePassword(text))));
    if (!this.mayUseCredential || this.resolver.followsTexts) return;
    this.resolver.followsTexts = true;
    this.resolver.forget();
    this.facts.clear();
  }

  /** Takes the modules of the workspace as they are now; what rests on one that is another is worked out again. */
  link(modules: Modules): void {
    if (this.resolver.modules.current === modules) return;
    this.derived.clear();
    this.resolver.forget();
    this.facts.invalidate(this.resolver.modules.link(modules));
    this.followTexts();
    this.linked = this.mayCall();
    if (this.linked || this.mayUseCredential) this.read();
  }

  /** Some cell has a name by which a module's function that may load is called. */
  private mayCall(): boolean {
    const { names } = this.resolver.modules;
    if (names.size === 0 || this.worthReading) return names.size > 0;
    const isTold = (word: string): boolean => names.has(word) && !word.startsWith('__');
    if (!this.texts.some(({ text }) => text.match(/\w+/g)?.some(isTold))) return false;
    const codes = this.texts.map(({ text }) => codeText(text));
    const bringsAll =
      this.texts.some(({ magics = NONE }) => magics.some(({ name }) => name === 'run')) ||
      codes.some(code => /\bimport[ \t]*\*/.test(code));
    const imported = new Set(codes.flatMap(code => [...importedWords(code)]));
    return codes.some(code => {
      const { bare, attributes } = mentionsIn(code);
      return [...attributes].some(isTold) || [...bare].some(word => isTold(word) && (bringsAll || imported.has(word)));
    });
  }

  /** Makes it what others import: reads all of it, keeps it as it is, and frees the trees. */
  settle(): void {
    this.read();
    for (const cell of this.cells.values()) cell.settle();
    for (const unit of this.units()) unit.home = this;
  }

  /** Brings the trees up to date; only what differs is worked on. */
  private read(): void {
    const cells = this.waiting;
    if (!cells) return;
    this.waiting = undefined;
    this.derived.clear();
    this.resolver.forget();
    const changed = new Set<string>();
    if (cells.length === this.order.length && cells.every(({ id }, i) => id === this.order[i])) {
      for (const cell of cells) if (this.isTouched(cell)) this.edit(cell, changed, false);
      this.facts.invalidate(changed);
      return;
    }
    const touched = new Set<string>();
    const fresh = new Set<string>();
    const next = new Map<string, CellTree>();
    for (const { id, text, magics = NONE, lines } of cells) {
      const known = this.cells.get(id);
      if (!known) {
        next.set(id, new CellTree(id, this.grammar, lines ?? new TextLines(text), magics));
        touched.add(id);
        fresh.add(id);
      } else {
        if (this.isTouched({ id, text, magics })) touched.add(id);
        next.set(id, known);
      }
    }
    for (const [id, tree] of this.cells) {
      if (next.has(id)) continue;
      this.forget(tree.units, changed);
      tree.dispose();
    }
    const order = cells.map(cell => cell.id);
    const moved =
      order.filter(id => this.cells.has(id)).join('\n') !== this.order.filter(id => next.has(id)).join('\n');
    this.cells = next;
    this.order = order;
    for (const id of this.magics.keys()) if (!next.has(id)) this.magics.delete(id);
    this.namespace.setCells(order);
    for (const cell of cells) if (touched.has(cell.id)) this.edit(cell, changed, fresh.has(cell.id));
    // After cells changed places any name may mean another binding.
    if (moved) this.facts.clear();
    else this.facts.invalidate(changed);
  }

  /** What it did so far, as numbers that bounds hold for on every machine. */
  get work(): ProgramWork {
    return { parsed: this.grammar.parsedLength, units: this.facts.worked, steps: this.resolver.steps };
  }

  /** It was read as something else, or not at all. */
  private isTouched({ id, text, magics = NONE }: ProgramCell): boolean {
    return this.cells.get(id)?.text !== text || this.magics.get(id) !== magics;
  }

  /** Cells whose text was too long or took too long to parse. */
  get unreadable(): readonly string[] {
    return [...this.cells.values()].filter(cell => cell.unreadable).map(cell => cell.id);
  }

  /** All facts, cell by cell in order, with their places as of now. */
  publish(): Fact[] {
    if (!this.worthReading && !this.linked && !this.mayUseCredential) return [];
    return this.facts.publish(this.units(), {
      place: site => this.place(site),
      lines: unit => unit.home?.lines(unit.cell) ?? this.lines(unit.cell),
      lastLine: (cell, line) => this.lastLine(cell, line)
    });
  }

  /** The innermost statement at that UTF-16 offset of the cell, with its unit. */
  statementAt(cell: string, offset: number): { unit: Unit; statement: Syntax } | undefined {
    const unit = this.unitsOf(cell).find(u => !u.command && u.start <= offset && offset <= u.start + u.text.length);
    const statement = unit && statementAt(unit, offset - unit.start);
    return unit && statement && { unit, statement };
  }

  /** The place as UTF-16 offsets in the unit that holds all of it; undefined where no unit does. */
  stretch(place: Place): Site | undefined {
    const cell = this.cellOf(place.part);
    if (cell === undefined) return undefined;
    const lines = this.lines(cell);
    const start = lines.offset(place.range.start);
    const end = lines.offset(place.range.end);
    const unit = unitHolding(this.unitsOf(cell), start, end);
    return unit && { unit, start: start - unit.start, end: end - unit.start };
  }

  /** Units in the program's order. */
  units(): readonly Unit[] {
    return this.once('units', () => this.order.flatMap(id => this.cells.get(id)?.units ?? []));
  }

  /** What `work` gives, kept under that name until the program changes. */
  once<T>(name: string, work: () => T): T {
    if (!this.derived.has(name)) this.derived.set(name, work());
    return this.derived.get(name) as T;
  }

  /** The same, kept as long as the unit says what it says: a unit that only moves costs nothing. */
  onceOf<T>(unit: Unit, name: string, work: () => T): T {
    const facts = this.facts.of(unit);
    if (!facts) return work();
    const known = this.derivedOf.get(facts) ?? new Map<string, unknown>();
    this.derivedOf.set(facts, known);
    if (!known.has(name)) known.set(name, work());
    return known.get(name) as T;
  }

  unitsOf(cell: string): readonly Unit[] {
    return this.cells.get(cell)?.units ?? [];
  }

  get cellIds(): readonly string[] {
    return this.order;
  }

  /** The text of a cell as it is analysed. Throws where there is no such cell. */
  lines(cell: string): TextLines {
    const tree = this.cells.get(cell);
    if (!tree) throw new Error(`${this.document} has no cell "${cell}"`);
    return tree.lines;
  }

  /** What was blanked in the cell, because IPython reads it and Python does not. */
  magicsOf(cell: string): readonly Magic[] {
    return this.magics.get(cell) ?? NONE;
  }

  part(cell: string): Part {
    return this.isFile ? { kind: 'file' } : { kind: 'source', cell };
  }

  /** The cell that the part is, or undefined where it is not one of this program's. */
  cellOf(part: Part): string | undefined {
    this.read();
    const id = part.kind === 'file' ? '' : part.kind === 'source' ? part.cell : undefined;
    return id !== undefined && this.cells.has(id) ? id : undefined;
  }

  place(site: Site): Place {
    const { home } = site.unit;
    if (home && home !== this) return home.place(site);
    const { start } = site.unit;
    const range = this.lines(site.unit.cell).range(start + site.start, start + site.end);
    return { document: this.document, part: this.part(site.unit.cell), range };
  }

  dispose(): void {
    for (const tree of this.cells.values()) tree.dispose();
    this.cells.clear();
    this.facts.clear();
  }

  private lastLine(cell: string, line: number): number {
    const lines = this.lines(cell);
    const indent = /^\s*/.exec(lines.line(line))?.[0].length ?? 0;
    const found = this.statementAt(cell, lines.lineStart(line) + indent);
    if (!found || hasBody(found.statement)) return line;
    return Math.max(line, lines.position(found.unit.start + found.statement.end).line);
  }

  private edit({ id, text, magics, lines }: ProgramCell, changed: Set<string>, isNew: boolean): void {
    const tree = this.cells.get(id);
    if (!tree) return;
    this.magics.set(id, magics ?? NONE);
    // A new cell's tree has its text already, and none of its units is known yet.
    const { gone, added, reordered } = isNew
      ? { gone: [], added: tree.units, reordered: false }
      : tree.update(lines ?? (text === tree.text ? tree.lines : tree.lines.edited(text)), magics);
    for (const unit of added) for (const name of boundBy(unit)) changed.add(name);
    this.forget(gone, changed);
    for (const unit of added) this.namespace.add(unit);
    // Statements that changed places: each name of the cell may be bound by another of them now.
    if (reordered) {
      this.namespace.reorder();
      for (const unit of tree.units) for (const name of boundBy(unit)) changed.add(name);
    }
  }

  private forget(units: readonly Unit[], changed: Set<string>): void {
    for (const unit of units) {
      for (const name of boundBy(unit)) changed.add(name);
      this.namespace.remove(unit);
      this.facts.drop(unit);
    }
  }
}

/** The unit of Python that holds all of the stretch; the units stand in the cell's order. */
function unitHolding(units: readonly Unit[], start: number, end: number): Unit | undefined {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((units[middle]?.start ?? Infinity) <= start) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (units[at]?.command) at--;
  const unit = units[at];
  return unit && end <= unit.start + unit.text.length ? unit : undefined;
}

const NONE: readonly Magic[] = [];

/** What runs command lines has one of these in its name. */
const RUNS_COMMANDS = /\b(?:subprocess|popen|system|getoutput)\b/;
