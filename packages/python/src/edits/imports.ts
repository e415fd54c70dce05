import { canonicalName } from '../catalogue/names.js';
import { namesOf } from '../names.js';
import type { Binding, Scope } from '../scope.js';
import type { PythonProgram } from '../program.js';
import { topOf, type Unit } from '../unit.js';
import type { Change } from './change.js';

/** How a module is called at that place, with the import to add where nothing names it there. */
export interface ModuleName {
  readonly name: string;
  readonly changes: readonly Change[];
}

/** The name that the module has for the unit, by an import that runs before it, else by a new one. */
export function moduleName(program: PythonProgram, module: string, user: Unit, scope: Scope): ModuleName {
  const unit = topOf(user);
  for (let inner: Scope | undefined = scope; inner && inner.kind !== 'module'; inner = inner.parent) {
    for (const [name, bindings] of inner.bindings) {
      if (bindings.every(b => imports(b, module))) {
        return { name, changes: [] };
      }
    }
  }
  const units = program.units();
  const here = units.indexOf(unit);
  for (const before of units.slice(0, here + (scope.kind === 'module' ? 0 : 1))) {
    for (const [name, bindings] of namesOf(before).module.bindings) {
      const runs = bindings.some(b => b.branches.length === 0);
      if (runs && program.resolver.moduleBindings(name).every(b => imports(b, module))) {
        return { name, changes: [] };
      }
    }
  }
  return { name: module, changes: [addImport(program, `import ${module}`, unit)] };
}

/** `import module`, with or without another name for it. */
function imports(binding: Binding, module: string): boolean {
  const { to, node } = binding;
  return to.kind === 'import' && canonicalName(to.symbol) === module && node.type === 'import_statement';
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
