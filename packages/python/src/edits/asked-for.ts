import type { PythonProgram } from '../program.js';
import type { Change } from './change.js';
import type { FoundCall } from './find-call.js';
import type { KnownCallee } from './recipes.js';
import { resultUse } from './result-use.js';

/** What tells whether somebody answers, and nothing of what the answer holds. */
const OF_STATUS = new Set(['status_code', 'status', 'ok', 'is_success', 'reason', 'elapsed']);

/**
 * Changes nothing; undefined, so that the whole fix is refused, where the program only asks whether a server is up: nothing of what
 * it answers is used, and a server of one's own may have a certificate of its own.
 */
export function usesAnswer(program: PythonProgram, call: FoundCall, { callee }: KnownCallee): Change[] | undefined {
  if (/\.(?:head|options)$/.test(callee)) return undefined;
  const { taken, called, passedTo, returnedBy, yielded } = resultUse(program, call);
  const isMore = called || yielded || passedTo.size > 0 || returnedBy.length > 0;
  const isStatus = taken.size > 0 && [...taken].every(name => OF_STATUS.has(name));
  return isStatus && !isMore ? undefined : [];
}

/** A program that speaks of a repository's own code: in words, or by the names that its modules have. */
const OWN_CODE =
  /\b(?:remote|custom|own) (?:model(?:ing|ling)? |hub )?code\b|\btransformers_modules\b|\bauto_map\b|\bget_class_from_dynamic_module\b|\b\w+ modeling module\b|["'`](?:modeling|configuration|tokenization)_\w+\.\w/i;

/** Changes nothing; undefined, so that the whole fix is refused, where the program says that a repository needs its own code. */
export function needsNoCode(program: PythonProgram): Change[] | undefined {
  const saysSo = program.once('speaks of code of repositories', () =>
    program.cellIds.some(cell => OWN_CODE.test(program.lines(cell).text))
  );
  return saysSo ? undefined : [];
}
