import type { MagicCommand } from './flow/magic-unit.js';
import type { UnitNames } from './scope.js';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { Place } from '@loadlight/facts/place';
import type { Namespace } from './namespace.js';
import type { Syntax } from './syntax.js';

/**
 * A unit is one or more top-level statements that share lines. A class with methods is several: its head with all that stands
 * above the first method, and each statement of its body from there on. A unit's syntax and names count from its own start, so
 * they stay true when the unit moves; only `start` changes then.
 */
export interface Unit {
  /** The cell's id; for a file, the empty string. */
  readonly cell: string;
  readonly text: string;
  /** UTF-16 offset in the cell's text. */
  start: number;
  readonly statements: readonly Syntax[];
  /** It holds a syntax error: then its syntax follows from the text around it, too. */
  readonly broken: boolean;
  /** For a statement of a class's body, the unit of the class's head. */
  readonly owner?: Unit;
  /** The unit is a magic or shell line, and holds no Python. */
  readonly command?: MagicCommand;
  /** The imported module that it is of; undefined in the program that is analysed. */
  home?: Home;
  /** Filled on first need. */
  names: UnitNames | undefined;
}

/** The program that a unit is of. */
export interface Home {
  readonly document: string;
  readonly namespace: Namespace;
  place(site: Site): Place;
  lines(cell: string): TextLines;
}

/** A stretch of a unit's text. */
export interface Site {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
}

export function siteOf(unit: Unit, node: Syntax): Site {
  return { unit, start: node.start, end: node.end };
}

export function textOf(site: Site): string {
  return site.unit.text.slice(site.start, site.end);
}

/** The unit of the top-level statement that it is, or is in. */
export function topOf(unit: Unit): Unit {
  return unit.owner ?? unit;
}
