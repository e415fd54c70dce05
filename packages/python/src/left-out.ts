import type { Resolver } from './resolver.js';
import type { Arm } from './scope.js';
import { child, unwrap } from './syntax.js';
import type { Trace, Where } from './where.js';

/**
 * What stands in these arms does not run with the arguments of the frame: one is under `if flag:` or `if not flag:`, and the call
 * that leads there says what `flag` is.
 */
export function isLeftOut(branches: readonly Arm[], where: Where, resolver: Resolver, trace: Trace): boolean {
  return branches.some(({ of, part }) => {
    const condition = of.type === 'if_statement' ? child(of, 'condition') : undefined;
    if (!condition || !/^(?:identifier|not_operator)$/.test(unwrap(condition).type)) return false;
    const value = resolver.resolve(condition, where, trace);
    return value.kind === 'literal' && part.field === (value.value ? 'alternative' : 'consequence');
  });
}
