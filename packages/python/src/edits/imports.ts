import { canonicalName } from '../catalogue/names.js';
import { namesOf } from '../names.js';
import { scopesSeenFrom, type Binding, type Scope } from '../scope.js';
import type { PythonProgram } from '../program.js';
import { childrenOf } from '../syntax.js';
import { topOf, type Unit } from '../unit.js';
import type { Change } from './change.js';

/** How a module is called at that place, with the import to add where nothing names it there. */
export interface ModuleName {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** The name that the module has for the unit, by an import that runs before it, else by a new one. */
export function moduleName(program: PythonProgram, module: string, user: Unit, scope: Scope): ModuleName {
  const known = nameBefore(program, user, scope, bindings => bindings.every(b => imports(b, module)));
  if (known !== undefined) return { name: known, changes: [] };
  const root = module.split('.', 1)[0] ?? module;
  const dotted = root !== module && nameBefore(program, user, scope, b => areDotted(b, root, module)) !== undefined;
  return { name: module, changes: dotted ? [] : [addImport(program, `import ${module}`, topOf(user))] };
}

/** How several things of one module are called at a place, in the order asked for, with the imports to add. */
export interface MemberNames {
  readonly names: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * The names that members of a module have for the unit (`load_file`, `st.load_file`), by imports that run before it, else by
 * a new one: `from module import …`, or `import module` where one of the names stands for something else in the program.
 */
export function memberNames(
  program: PythonProgram,
  module: string,
  members: readonly string[],
  user: Unit,
  scope: Scope
): MemberNames {
  const known = members.map(member => {
    const isMember = ({ to, node }: Binding): boolean =>
      to.kind === 'import' &&
      canonicalName(to.symbol) === `${module}.${member}` &&
      node.type === 'import_from_statement';
    return nameBefore(program, user, scope, bindings => bindings.every(isMember));
  });
  const missing = members.filter((_, i) => known[i] === undefined);
  if (missing.length === 0) return { names: members.map((member, i) => known[i] ?? member), changes: [] };
  const whole = moduleName(program, module, user, scope);
  const imported = whole.changes.length > 0 && !missing.some(member => isTaken(program, member, scope));
  return {
    names: members.map((member, i) => known[i] ?? (imported ? member : `${whole.name}.${member}`)),
    changes: imported ? [addImport(program, `from ${module} import ${missing.join(', ')}`, topOf(user))] : whole.changes
  };
}

/** The same of one member. */
export function memberName(
  program: PythonProgram,
  module: string,
  member: string,
  user: Unit,
  scope: Scope
): ModuleName {
  const { names, changes } = memberNames(program, module, [member], user, scope);
  return { name: names[0] ?? member, changes };
}

/** A name that stands for what is wanted wherever the unit reads it, by all that bind it. */
function nameBefore(
  program: PythonProgram,
  user: Unit,
  scope: Scope,
  isWanted: (bindings: readonly Binding[]) => boolean
): string | undefined {
  for (const { bindings: own } of scopesSeenFrom(scope)) {
    for (const [name, bindings] of own) if (isWanted(bindings)) return name;
  }
  const top = topOf(user);
  const { namespace } = program;
  for (const { name, unit } of program.once('imported names', () => importedNames(program))) {
    // What the statement itself imports is there for functions in it.
    const order = namespace.compare(unit, top);
    if (order > 0 || (order === 0 && scope.kind === 'module')) break;
    if (isWanted(program.resolver.moduleBindings(name))) return name;
  }
  return undefined;
}

/** Something of the package is imported for sure when the program starts. */
export function isImportedAtTop(program: PythonProgram, root: string): boolean {
  return program
    .once('imported names', () => importedNames(program))
    .some(({ name }) =>
      program.resolver
        .moduleBindings(name)
        .some(({ to }) => to.kind === 'import' && to.symbol.split('.', 1)[0] === root)
    );
}

/** The line on its own behind the statement at the top level that first imports what the name stands for; undefined where none does. */
export function lineBehindImport(program: PythonProgram, name: string, line: string): Change | undefined {
  const imported = program.once('imported names', () => importedNames(program)).find(one => one.name === name);
  return imported && lineAfter(program, imported.unit, line);
}

interface ImportedName {
  readonly name: string;
  readonly unit: Unit;
}

/** Names that statements at the top level import for sure, in the program's order. */
function importedNames(program: PythonProgram): ImportedName[] {
  const importing = program
    .units()
    .filter(({ statements }) => statements.some(({ type }) => type.startsWith('import_')));
  return importing.flatMap(unit =>
    [...namesOf(unit).module.bindings].flatMap(([name, bindings]) => {
      const runs = bindings.some(({ to, branches }) => to.kind === 'import' && branches.length === 0);
      return runs ? [{ name, unit }] : [];
    })
  );
}

/** `import module`, with or without another name for it. */
function imports(binding: Binding, module: string): boolean {
  const { to, node } = binding;
  return to.kind === 'import' && canonicalName(to.symbol) === module && node.type === 'import_statement';
}

/** `import a.b`, which binds `a`. */
function areDotted(bindings: readonly Binding[], root: string, module: string): boolean {
  const isNamed = ({ unit, node }: Binding): boolean =>
    childrenOf(node, 'name').some(one => unit.text.slice(one.start, one.end) === module);
  return bindings.every(b => b.name === root && imports(b, root)) && bindings.some(isNamed);
}

/** The name is bound in the program or the scopes around, so to bind it anew would take it away. */
export function isTaken(program: PythonProgram, name: string, scope: Scope): boolean {
  if (program.resolver.moduleBindings(name).length > 0) return true;
  for (let inner: Scope | undefined = scope; inner; inner = inner.parent) if (inner.bindings.has(name)) return true;
  return false;
}

/**
 * The import on a line of its own where imports are: behind the first block of imports that runs before the unit (in a
 * notebook the first cell that has some), else at the top of the unit's own cell, below its docstring and comments.
 */
function addImport(program: PythonProgram, line: string, unit: Unit): Change {
  const units = program.units().filter(one => !one.owner);
  const here = units.indexOf(unit);
  const first = units.findIndex((u, i) => i <= here && isImport(u));
  if (first >= 0) {
    let last = first;
    while (last + 1 < here && sameBlock(units[last], units[last + 1])) last++;
    while (last > first && !isImport(units[last])) last--;
    const block = units[last];
    if (block && block !== unit) return lineAfter(program, block, line);
  }
  return lineAtTop(program, unit, line);
}

function isImport(unit: Unit | undefined): boolean {
  return unit?.statements.some(s => s.type.startsWith('import_') || s.type === 'future_import_statement') ?? false;
}

/** Imports and the comments between them. */
function sameBlock(a: Unit | undefined, b: Unit | undefined): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    a.cell === b.cell &&
    (isImport(b) || b.statements.every(s => s.type === 'comment'))
  );
}

function lineAfter(program: PythonProgram, unit: Unit, line: string): Change {
  const lines = program.lines(unit.cell);
  const at = lines.lineEnd(lines.position(unit.start + unit.text.length).line);
  return { cell: unit.cell, start: at, end: at, text: lines.lineBreak + line };
}

function lineAtTop(program: PythonProgram, unit: Unit, line: string): Change {
  const lines = program.lines(unit.cell);
  const top = program.unitsOf(unit.cell).find(u => !u.statements.every(isPreamble)) ?? unit;
  const at = lines.lineStart(lines.position(top.start).line);
  const gap = top.start > 0 || unit !== top ? '' : lines.lineBreak;
  return { cell: unit.cell, start: at, end: at, text: `${line}${lines.lineBreak}${gap}` };
}

/** Comments and a docstring stay above the imports. */
function isPreamble(statement: {
  readonly type: string;
  readonly children: readonly { readonly type: string }[];
}): boolean {
  if (statement.type === 'comment') return true;
  return statement.type === 'expression_statement' && statement.children[0]?.type === 'string';
}

/** An import of the package stands in it, at whatever depth; in a function that calls nothing it is of no use. */
export function importsFrom(unit: Unit, root: string): boolean {
  if (unit.command) return false;
  const { module, scopes, calls } = namesOf(unit);
  const all = new Set([module, ...scopes.values(), ...calls.map(({ scope }) => scope)]);
  return [...all].some(({ bindings }) =>
    [...bindings.values()]
      .flat()
      .some(({ to }) => to.kind === 'import' && (to.symbol === root || to.symbol.startsWith(`${root}.`)))
  );
}

/** Something of one of these modules is imported somewhere in the program. */
export function importsAnything(program: PythonProgram, modules: readonly string[]): boolean {
  return program.once(`imports of ${modules.join()}`, () =>
    program.units().some(unit => modules.some(module => importsFrom(unit, module)))
  );
}
