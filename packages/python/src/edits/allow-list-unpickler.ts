import type { TextLines } from '@loadlight/facts/text-lines';
import { alternatives } from '../abstract.js';
import type { PythonProgram } from '../program.js';
import { Trace } from '../where.js';
import { child, type Syntax } from '../syntax.js';
import { topOf, type Unit } from '../unit.js';
import { changeIn, type Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { isImportedAtTop, moduleName } from './imports.js';
import { mayBePlainData } from './plain-data.js';
import type { KnownCallee } from './recipes.js';

const CLASS = 'AllowListUnpickler';

/**
 * Follows "Restricting Globals" in the Python library reference for pickle. The names allowed are those that plain data
 * needs in old protocols; PyTorch's own restricted unpickler allows them too.
 */
function classText(pickle: string): string[] {
  return [
    `class ${CLASS}(${pickle}.Unpickler):`,
    '    """Loads plain data, and the classes named in ALLOWED. Naming a class there is trusting it."""',
    '',
    '    ALLOWED = {',
    '        ("builtins", "bytearray"),',
    '        ("builtins", "complex"),',
    '        ("builtins", "set"),',
    '        ("_codecs", "encode"),  # how bytes are written before protocol 3',
    '        ("collections", "Counter"),',
    '        ("collections", "OrderedDict"),',
    '    }',
    '',
    '    def find_class(self, module, name):',
    '        if (module, name) in self.ALLOWED:',
    '            return super().find_class(module, name)',
    `        raise ${pickle}.UnpicklingError(f"{module}.{name} is not on the allow list")`
  ];
}

/**
 * `pickle.load(f)` becomes `AllowListUnpickler(f).load()`, with the class above the statement unless it stands above already.
 * Undefined for a call without arguments, and where what is loaded is seen to be more than plain data.
 */
export function useAllowListUnpickler(
  program: PythonProgram,
  call: FoundCall,
  { callee }: KnownCallee
): Change[] | undefined {
  if (!mayBePlainData(program, call) || mayBeOldArrays(program, call) || isMessage(call)) return undefined;
  const { unit, list, node } = call;
  const given = list?.children.filter(c => c.type !== 'comment') ?? [];
  const constructor = callee === 'pickle.Unpickler().load' ? constructorOf(program, call) : undefined;
  const user = topOf(constructor?.unit ?? unit);
  const module = moduleName(program, 'pickle', user, moduleScope(call));
  const changes: Change[] = [...module.changes];
  if (!isDefinedAbove(program, user)) {
    const lines = program.lines(user.cell);
    const start = lines.lineStart(lines.position(user.start).line);
    const text = classText(module.name).join(lines.lineBreak) + lines.lineBreak.repeat(3);
    changes.push({ cell: user.cell, start, end: start, text: missingBlankLines(lines, start) + text });
  }
  const at = (start: number, end: number, text: string): Change => changeIn(unit, start, end, text);
  if (callee === 'pickle.Unpickler().load') {
    if (!constructor) return undefined;
    const { start, end } = constructor.name;
    return [
      ...changes,
      { cell: user.cell, start: constructor.unit.start + start, end: constructor.unit.start + end, text: CLASS }
    ];
  }
  const first = given[0];
  if (!first || !list || first.type.endsWith('_splat')) return undefined;
  if (callee === 'pickle.loads') {
    const io = moduleName(program, 'io', unit, call.where.scope);
    changes.push(...io.changes);
    const value = first.type === 'keyword_argument' ? child(first, 'value') : first;
    if (!value) return undefined;
    const written = unit.text.slice(value.start, value.end);
    changes.push(at(first.start, first.end, `${io.name}.BytesIO(${written})`));
  }
  return [...changes, at(call.callee.start, call.callee.end, CLASS), at(node.end, node.end, '.load()')];
}

/** Bytes that one process sends to another hold whatever it sends. */
function isMessage({ list, unit }: FoundCall): boolean {
  const first = list?.children.find(({ type }) => type !== 'comment');
  return (
    first !== undefined && /(?:^|[_.])(?:payload|message|msg|packet)$/.test(unit.text.slice(first.start, first.end))
  );
}

/** Arrays that Python 2 pickled need an encoding (see `pickle.load`), here or in another arm. */
function mayBeOldArrays(program: PythonProgram, { unit }: FoundCall): boolean {
  const isEncoded = /\bloads?\([^\n]*\bencoding\s*=/.test(unit.text);
  return isEncoded && isImportedAtTop(program, 'numpy');
}

/** More blank text than this above the class is not looked at. */
const MOST_BLANKS = 500;

/** A top-level class stands two blank lines below what is above it (PEP 8). */
function missingBlankLines(lines: TextLines, at: number): string {
  const above = lines.text.slice(Math.max(0, at - MOST_BLANKS), at);
  if (at <= MOST_BLANKS && above.trim() === '') return '';
  const breaks = /(\r?\n[ \t]*)*$/.exec(above)?.[0].split('\n').length ?? 1;
  return lines.lineBreak.repeat(Math.max(0, 4 - breaks));
}

/** Where `Unpickler` is called for the object whose `load` this is: in the call itself, or where its name was bound. */
function constructorOf(program: PythonProgram, { callee, where }: FoundCall): { unit: Unit; name: Syntax } | undefined {
  const object = child(callee, 'object');
  const made = object && program.resolver.expressionBehind(object, where, new Trace());
  const name = made?.node.type === 'call' ? child(made.node, 'function') : undefined;
  if (!made || !name) return undefined;
  // A class of the program's own takes other arguments and does more.
  const called = alternatives(program.resolver.resolve(name, made.where, new Trace()));
  const isOwn = called.some(one => one.kind !== 'symbol' || !/^_?pickle\.Unpickler$/.test(one.name));
  return isOwn ? undefined : { unit: made.where.unit, name };
}

/** The class is there before the unit runs. */
function isDefinedAbove(program: PythonProgram, unit: Unit): boolean {
  const { namespace } = program;
  return namespace.bindings(CLASS).some(({ unit: by }) => namespace.compare(by, unit) < 0);
}

/** The class stands at the top level, so the module must have a name there. */
function moduleScope(call: FoundCall): FoundCall['where']['scope'] {
  let scope = call.where.scope;
  while (scope.parent) scope = scope.parent;
  return scope;
}
