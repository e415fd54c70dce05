import type { LookUp } from '@loadlight/facts/fix';
import type { Magic } from '@loadlight/facts/magic';
import type { Place } from '@loadlight/facts/place';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import type { Unit } from '../unit.js';
import { lookUpCode } from './look-up.js';
import type { LookUpChanges } from './read-secret.js';

/** The magic or shell line that holds the place. */
export function magicAt(program: PythonProgram, { part, range }: Place): Magic | undefined {
  const cell = program.cellOf(part);
  if (cell === undefined) return undefined;
  return program
    .magicsOf(cell)
    .find(
      ({ kind, name, bodyRange: { start, end } }) =>
        holdsNoPython(kind, name) &&
        (start.line < range.start.line ||
          (start.line === range.start.line && start.character <= range.start.character)) &&
        (end.line > range.end.line || (end.line === range.end.line && end.character >= range.end.character))
    );
}

/** A shell runs it, or it sets a variable of the environment. */
function holdsNoPython(kind: Magic['kind'], name: string): boolean {
  if (kind === 'cell') return /^(?:bash|sh|script)$/.test(name);
  return kind === 'shell' || isEnvironment(kind, name);
}

function isEnvironment(kind: Magic['kind'], name: string): boolean {
  return (kind === 'line' || kind === 'automagic') && /^(?:set_)?env$/.test(name);
}

/** The variable that `%env X=…`, or a line `export X=…`, sets to the credential at that place and nothing else. */
export function variableSet(program: PythonProgram, magic: Magic, place: Place): string | undefined {
  const { before, after } = around(program, magic, place);
  if (!/^["']?[ \t]*(?:\r?\n|$)/.test(after)) return undefined;
  if (isEnvironment(magic.kind, magic.name)) return /^([A-Za-z_]\w*)(?:[ \t]*=[ \t]*|[ \t]+)["']?$/.exec(before)?.[1];
  return /(?:^|\n)[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)=["']?$/.exec(before)?.[1];
}

/** What the magic is given before the place and behind it; offsets in the cell. */
function around(
  program: PythonProgram,
  { body, bodyRange }: Magic,
  { part, range }: Place
): { before: string; after: string; start: number; end: number } {
  const lines = program.lines(program.cellOf(part) ?? '');
  const base = lines.offset(bodyRange.start);
  const [start, end] = [lines.offset(range.start), lines.offset(range.end)];
  return { before: body.slice(0, start - base), after: body.slice(end - base), start, end };
}

/**
 * `%env X=…` goes where the environment is to have it from elsewhere, and else becomes an assignment; in shell lines the
 * variable stands in the place of the credential.
 */
export function changesInMagic(
  program: PythonProgram,
  magic: Magic,
  place: Place,
  by: LookUp,
  variable: string
): LookUpChanges | undefined {
  const cell = program.cellOf(place.part);
  if (cell === undefined) return undefined;
  const sets = variableSet(program, magic, place) === variable;
  if (isEnvironment(magic.kind, magic.name)) return sets ? setting(program, cell, magic, by, variable) : undefined;
  if (by !== 'environment') return undefined;
  if (sets) return withoutLine(program, cell, place.range.start.line, magic);
  const { before, start, end } = around(program, magic, place);
  // IPython would look for a name of Python in `$X`.
  const text = quotedVariable(before, magic.kind === 'cell' ? `$${variable}` : `$$${variable}`);
  return { changes: [{ cell, start, end, text }], imports: [] };
}

/** Takes the line out; in a block of Python `pass` stands for it. Undefined where something stands before the magic. */
function withoutLine(
  program: PythonProgram,
  cell: string,
  line: number,
  { kind, range }: Magic
): LookUpChanges | undefined {
  const lines = program.lines(cell);
  const start = lines.lineStart(line);
  const from = kind === 'cell' ? start : lines.offset(range.start);
  const end = lines.lineEnd(kind === 'cell' ? line : range.end.line);
  const indent = lines.text.slice(start, from);
  if (indent.trim() !== '') return undefined;
  const { length } = /^\r?\n|^/.exec(lines.text.slice(end, end + 2))?.[0] ?? '';
  // The last line goes with the line break before it.
  const before = length > 0 ? 0 : (/\r?\n$/.exec(lines.text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
  const removed =
    indent === '' ? { start: start - before, end: end + length, text: '' } : { start: from, end, text: 'pass' };
  return { changes: [{ cell, ...removed }], imports: [] };
}

/** `os.environ["X"] = …` in the place of `%env X=…`. */
function setting(
  program: PythonProgram,
  cell: string,
  magic: Magic,
  by: LookUp,
  variable: string
): LookUpChanges | undefined {
  if (by === 'environment') return withoutLine(program, cell, magic.range.start.line, magic);
  const lines = program.lines(cell);
  const [start, end] = [lines.offset(magic.range.start), lines.offset(magic.range.end)];
  const unit = unitAt(program, cell, start);
  if (!unit || start !== lines.lineStart(magic.range.start.line)) return undefined;
  const spot = { unit, scope: namesOf(unit).module, start: 0 };
  const code = lookUpCode(program, by, variable, spot);
  const os = lookUpCode(program, 'environment', variable, spot);
  if (!code || !os) return undefined;
  // What is imported below the line would come too late.
  const imports = [...os.imports, ...code.imports].map(({ text }) => text.trim());
  const text = [...imports, `${os.text} = ${code.text}`].join(lines.lineBreak);
  return { changes: [{ cell, start, end, text }], imports: [] };
}

function unitAt(program: PythonProgram, cell: string, offset: number): Unit | undefined {
  const units = program.unitsOf(cell);
  return units.find(unit => unit.start <= offset && offset <= unit.start + unit.text.length) ?? units[0];
}

/** The variable as the shell fills it in behind that text, whose quotes may be open. */
function quotedVariable(before: string, variable: string): string {
  let quote = '';
  for (let i = 0; i < before.length; i++) {
    const char = before.charAt(i);
    if (char === '\\' && quote !== "'") i++;
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  if (quote === '"') return variable;
  return quote === "'" ? `'"${variable}"'` : `"${variable}"`;
}
