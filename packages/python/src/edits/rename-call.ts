import { cutOutOf } from './arguments.js';
import { changeIn, type Change } from './change.js';
import type { FileCall } from './file-calls.js';
import { keywordNamed } from './safetensors-load.js';
import type { Site } from '../unit.js';

/**
 * Another function in the call's place, its keywords by their names there; what is undefined there goes. Undefined where an argument is
 * not among these, or does not stand in the call itself.
 */
export function renamedCall(
  { call, arguments: given, open }: FileCall,
  callee: string,
  names: Readonly<Record<string, string | undefined>>
): Change[] | undefined {
  if (open || call.layers.length > 1) return undefined;
  const changes: Change[] = [changeIn(call.unit, call.callee.start, call.callee.end, callee)];
  const gone: Site[] = [];
  for (const [name, bound] of given) {
    const { site, form } = bound;
    const isInCall = site.unit === call.unit && site.start >= call.node.start && site.end <= call.node.end;
    if (!isInCall || form === 'unpacked' || !(name in names)) return undefined;
    const newName = names[name];
    if (newName === undefined) gone.push(site);
    else if (form === 'keyword' && newName !== name) changes.push(keywordNamed(call.unit, bound, newName));
  }
  const cuts = cutOutOf(call, gone);
  return cuts && [...changes, ...cuts];
}
