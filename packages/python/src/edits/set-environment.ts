import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import { topOf } from '../unit.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { importsFrom, moduleName } from './imports.js';
import type { KnownCallee } from './recipes.js';

/**
 * Sets a variable of the environment above the first import of the library that is called, which may read it while it is imported;
 * else above the call's own top-level statement. Undefined where that does not begin its line.
 */
export function setEnvironment(
  program: PythonProgram,
  call: FoundCall,
  { callee }: KnownCallee,
  { variable, value }: Readonly<Record<string, string>>
): Change[] | undefined {
  if (variable === undefined || value === undefined) return undefined;
  const root = callee.split('.', 1)[0] ?? '';
  const own = topOf(call.unit);
  const units = program.units();
  const above = units.slice(0, units.indexOf(call.unit)).find(unit => importsFrom(unit, root));
  const unit = above ? topOf(above) : own;
  const lines = program.lines(unit.cell);
  if (lines.lineStart(lines.position(unit.start).line) !== unit.start) return undefined;
  const os = moduleName(program, 'os', unit, namesOf(unit).module);
  const line = `${os.name}.environ["${variable}"] = "${value}"${lines.lineBreak}`;
  return [...os.changes, changeIn(unit, 0, 0, line)];
}
