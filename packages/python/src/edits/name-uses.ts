import type { PythonProgram } from '../program.js';
import type { Unit } from '../unit.js';

/** What a unit's text does with a name, read from the characters around each place where it stands. */
export interface NameUses {
  /** Methods and attributes that are taken of it; `[()]` for that look-up. */
  readonly taken: ReadonlySet<string>;
  /** Keys that are looked up in it. */
  readonly keys: ReadonlySet<string>;
  /** Functions that get it, as they are written. */
  readonly passedTo: ReadonlySet<string>;
  /** Classes that `isinstance` asks of it, as they are written. */
  readonly testedFor: ReadonlySet<string>;
  /** Names that it is given to, as it is or item by item (`{k: v for k, v in name.items()}`). */
  readonly copies: ReadonlySet<string>;
  readonly called: boolean;
  readonly returned: boolean;
}

// What is read before and after a place, in UTF-16 units.
const BEFORE = 320;
const AFTER = 120;

const known = new WeakMap<Unit, { readonly text: string; readonly names: Map<string, NameUses | undefined> }>();

/** See `NameUses`; undefined where it does nothing of that. Answers are kept for as long as the unit's text is the same. */
export function nameUses(unit: Unit, name: string): NameUses | undefined {
  let kept = known.get(unit);
  if (kept?.text !== unit.text) known.set(unit, (kept = { text: unit.text, names: new Map() }));
  if (!kept.names.has(name)) kept.names.set(name, readUses(unit.text, name));
  return kept.names.get(name);
}

/** The same of all of the program, read once for each name as long as it stays as it is. */
export function usesInProgram(program: PythonProgram, name: string): NameUses | undefined {
  return program.once(`uses of ${name}`, () => {
    const uses = program.cellIds.flatMap(cell => readUses(program.lines(cell).text, name) ?? []);
    if (uses.length < 2) return uses[0];
    const all = (of: 'taken' | 'keys' | 'passedTo' | 'testedFor' | 'copies'): ReadonlySet<string> =>
      new Set(uses.flatMap(one => [...one[of]]));
    return {
      taken: all('taken'),
      keys: all('keys'),
      passedTo: all('passedTo'),
      testedFor: all('testedFor'),
      copies: all('copies'),
      called: uses.some(({ called }) => called),
      returned: uses.some(({ returned }) => returned)
    };
  });
}

function readUses(text: string, name: string): NameUses | undefined {
  const taken = new Set<string>();
  const keys = new Set<string>();
  const passedTo = new Set<string>();
  const testedFor = new Set<string>();
  const copies = new Set<string>();
  let called = false;
  let returned = false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (/\w/.test(text.charAt(at - 1)) || /\w/.test(text.charAt(end))) continue;
    const after = text.slice(end, end + AFTER);
    const before = text.slice(Math.max(0, at - BEFORE), at);
    if (!/[."'/-]$/.test(before)) {
      const [, attribute] = /^\s*\.\s*(\w+)/.exec(after) ?? [];
      const [, key] = /^(?:\.get\(|\.pop\(|\[)\s*["'](\w+)["']/.exec(after) ?? [];
      const isDefined = before.endsWith('def ');
      if (attribute !== undefined && !isDefined) taken.add(attribute);
      if (key !== undefined) keys.add(key);
      if (/^\s*\[\s*\(\s*\)\s*\]/.test(after)) taken.add('[()]');
      called ||= after.startsWith('(') && !isDefined;
    }
    if (/^\s*(?:[,)\]]|$)/m.test(after)) {
      const [, callee] = /([\w.]{1,100})\((?:[^()\n]{0,200}[,=[(]\s*|\s*)$/.exec(before) ?? [];
      if (callee !== undefined) passedTo.add(callee);
    }
    const [, tests] = /^\s*,\s*\(?\s*([\w.]+)/.exec(after) ?? [];
    if (tests !== undefined && /isinstance\(\s*$/.test(before)) testedFor.add(tests);
    const [, copy] = /(?:^|\n)[ \t]*(\w+) = $/.exec(before) ?? [];
    if (copy !== undefined && copy !== name && /^[ \t]*(?:$|#)/m.test(after)) copies.add(copy);
    const [, items] = /(?:^|\n)[ \t]*(\w+) = [[{(][^[\]{}()]{0,200}\bfor\b[^[\]{}()]{1,60}\bin\s+$/.exec(before) ?? [];
    if (items !== undefined && items !== name) copies.add(items);
    returned ||= /^[^\S\n]*(?:$|#|;)/m.test(after) && /\breturn\s+$/.test(before);
  }
  const isUsed = called || returned || [taken, keys, passedTo, testedFor, copies].some(({ size }) => size > 0);
  return isUsed ? { taken, keys, passedTo, testedFor, copies, called, returned } : undefined;
}
