import type { ClassInfo } from './scope.js';
import type { Trace } from './where.js';

/** `super().find_class(…)`, or the same of the class that it derives from. */
const INHERITED = /^(?:super\(.*?\)|[\w.]*Unpickler)\.find_class\(/s;

/**
 * An unpickler of that class is no longer the library's, because it chooses itself what a file may call. One that only renames
 * some (`return super().find_class(module, name)` at last, and never `raise`) is.
 */
export function choosesClasses({ body }: ClassInfo, trace: Trace): boolean {
  const found = body.bindings('find_class', trace).at(-1);
  if (found?.to.kind !== 'function') return found !== undefined;
  const text = (start: number, end: number): string => found.unit.text.slice(start, end);
  if (/\braise\b/.test(text(found.node.start, found.node.end))) return true;
  const last = found.to.callable.returns.at(-1);
  if (!last || !INHERITED.test(text(last.node.start, last.node.end))) return true;
  return last.branches.length > 0 && !/\belse:\s*return\s*\(?$/.test(text(found.node.start, last.node.start));
}
