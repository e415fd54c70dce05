import { alternatives } from '../abstract.js';
import type { PythonProgram } from '../program.js';
import { child } from '../syntax.js';
import { Trace } from '../where.js';
import { removeArgument } from './arguments.js';
import { changeIn, type Change } from './change.js';
import { callsOf, type FoundCall } from './find-call.js';
import { moduleName } from './imports.js';
import type { KnownCallee } from './recipes.js';

/**
 * `yaml.load(f, Loader=yaml.Loader)` becomes `yaml.safe_load(f)`, and the others alike. Undefined where the loader's class is not passed by the call itself, and
 * where the program writes YAML that may name types: `yaml.dump` does so for tuples and every object.
 */
export function useSafeYamlLoad(
  program: PythonProgram,
  call: FoundCall,
  { callee, parameters }: KnownCallee
): Change[] | undefined {
  if (!/^yaml\.(full_|unsafe_)?load(_all)?$/.test(callee) || call.layers.length > 1 || namesTypes(program))
    return undefined;
  const removed = parameters.includes('Loader') ? removeArgument(program, call, parameters, 'Loader') : [];
  if (!removed) return undefined;
  const { unit, where } = call;
  const name = callee.endsWith('_all') ? 'safe_load_all' : 'safe_load';
  const object = child(call.callee, 'object');
  const attribute = child(call.callee, 'attribute');
  const of = object && program.resolver.resolve(object, where, new Trace());
  if (attribute && of?.kind === 'symbol' && of.name === 'yaml')
    return [changeIn(unit, attribute.start, attribute.end, name), ...removed];
  const module = moduleName(program, 'yaml', unit, where.scope);
  return [...module.changes, changeIn(unit, call.callee.start, call.callee.end, `${module.name}.${name}`), ...removed];
}

/** It dumps what is no literal of its own, and not with a safe dumper. */
function namesTypes(program: PythonProgram): boolean {
  return program.once('yaml that names types', () =>
    ['yaml.dump', 'yaml.dump_all'].some(symbol =>
      callsOf(program, symbol).some(({ list, unit, where }) => {
        const given = list?.children.filter(({ type }) => type !== 'comment') ?? [];
        if (given.some(one => /^Dumper\s*=.*Safe/s.test(unit.text.slice(one.start, one.end)))) return false;
        const value = given[0] && program.resolver.resolve(given[0], where, new Trace());
        return (
          value !== undefined &&
          alternatives(value).some(({ kind }) => kind !== 'dict' && kind !== 'list' && kind !== 'literal')
        );
      })
    )
  );
}
