import type { Answers, AskedModules } from './asked-modules.js';

/** So many results are kept for one thing, for programs that get different answers. */
const MOST = 8;

interface Known<R> {
  readonly result: R;
  readonly answers: Answers;
}

/**
 * What was worked out about something in a module, for all programs that reach it: a program takes the result of another one where
 * the modules answer it the same.
 */
export class SharedResults<K extends object, R> {
  private readonly known = new WeakMap<K, Known<R>[]>();

  of(key: K, modules: AskedModules, work: () => R): R {
    const known = this.known.get(key) ?? [];
    const same = known.find(({ answers }) => modules.gives(answers));
    if (same) return same.result;
    const found = modules.record(work);
    this.known.set(key, [found, ...known].slice(0, MOST));
    return found.result;
  }
}
