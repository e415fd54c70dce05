import { alternatives } from '../abstract.js';
import type { PythonProgram } from '../program.js';
import { pathTo } from '../statements.js';
import { child } from '../syntax.js';
import { Trace } from '../where.js';
import { setArgument } from './arguments.js';
import type { Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { mayBeNumbers, mayBeTensors } from './plain-data.js';
import type { KnownCallee } from './recipes.js';

/** `allow_pickle=True` becomes False; undefined where what is loaded is seen to be an object. */
export function refusePickle(
  program: PythonProgram,
  call: FoundCall,
  { parameters }: KnownCallee
): Change[] | undefined {
  return mayBeNumbers(program, call) ? setArgument(program, call, parameters, 'allow_pickle', 'False') : undefined;
}

/**
 * Changes nothing; undefined, so that the whole fix is refused, where what is loaded is seen to be more than tensors and plain data, and
 * where whoever calls the function chooses, be it what loads.
 */
export function loadsTensors(
  program: PythonProgram,
  call: FoundCall,
  _known: KnownCallee,
  { isOff }: Readonly<Record<string, string>>
): Change[] | undefined {
  const isRight =
    mayBeTensors(program, call, isOff === 'true') &&
    !isOption(program, call) &&
    !isFallback(call) &&
    !isChosen(program, call);
  return isRight ? [] : undefined;
}

/** Changes nothing; undefined where the call is what is left for a library that does not know the argument. */
export function takesArgument(_program: PythonProgram, call: FoundCall): Change[] | undefined {
  return isFallback(call) ? undefined : [];
}

/** `except TypeError:` around it. */
function isFallback({ unit, node }: FoundCall): boolean {
  return pathTo(unit.statements, node).some(
    one => one.type === 'except_clause' && /^except\s*\(?[^:]*\bTypeError\b/.test(unit.text.slice(one.start, one.end))
  );
}

/** `loader(path)` with a parameter `loader=torch.load`: other loaders do not know the argument. */
function isChosen(program: PythonProgram, { callee, where }: FoundCall): boolean {
  const called = program.resolver.resolve(callee, where, new Trace());
  return alternatives(called).some(({ kind }) => kind === 'parameter');
}

/** A parameter is handed on, or a default is set where callers gave none. */
function isOption(program: PythonProgram, { list, unit, where }: FoundCall): boolean {
  const { text } = unit;
  const given = list?.children.find(
    one => one.type === 'keyword_argument' && text.startsWith('weights_only', one.start)
  );
  const value = given && child(given, 'value');
  const known = value && program.resolver.resolve(value, where, new Trace());
  if (known && known.kind !== 'literal') return true;
  return /["']weights_only["']\s+not\s+in\b|\b(?:pop|setdefault)\(\s*["']weights_only["']/.test(text);
}
