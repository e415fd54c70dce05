import type { BoundArgument } from '../bind-arguments.js';
import { unwrap } from '../syntax.js';
import type { Site, Unit } from '../unit.js';
import { cutOutOf } from './arguments.js';
import { changeIn, type Change } from './change.js';
import type { FileCall } from './file-calls.js';

/** Arguments of `torch.load` that `load_file` needs nothing for. */
const DROPPED: ReadonlySet<string> = new Set(['weights_only', 'pickle_module', 'mmap']);

/**
 * `torch.load(p, map_location=d)` becomes `load_file(p, device=d)`; the path stays for others to change. Undefined where an
 * argument has no counterpart, or does not stand in the call itself.
 */
export function loadsFile(load: FileCall, name: string): Change[] | undefined {
  const { call, file, open } = load;
  if (open || call.layers.length > 1) return undefined;
  const changes: Change[] = [changeIn(call.unit, call.callee.start, call.callee.end, name)];
  if (file.form === 'unpacked') return undefined;
  if (file.form === 'keyword') changes.push(keywordNamed(call.unit, file, 'filename'));
  const gone: Site[] = [];
  for (const [argument, bound] of load.arguments) {
    const { site } = bound;
    const isInCall = site.unit === call.unit && site.start >= call.node.start && site.end <= call.node.end;
    if (!isInCall || bound.form === 'unpacked') return undefined;
    if (argument === 'f') continue;
    if (argument === 'map_location') {
      const device = deviceChanges(bound);
      if (!device) return undefined;
      if (device === 'default') gone.push(site);
      else changes.push(...device);
    } else if (!DROPPED.has(argument)) return undefined;
    else gone.push(site);
  }
  const cuts = cutOutOf(call, gone);
  return cuts && [...changes, ...cuts];
}

/** `load_file` takes a name of a device; `None`, and a function that leaves all where it is, is its default. */
function deviceChanges(bound: BoundArgument): Change[] | 'default' | undefined {
  const { unit } = bound.where;
  const node = unwrap(bound.node);
  const text = unit.text.slice(node.start, node.end);
  const isDefault = node.type === 'none' || /^lambda\s+(\w+)\s*,\s*(\w+)\s*:\s*\1$/.test(text);
  if (isDefault) return 'default';
  const name = bound.form === 'keyword' ? [keywordNamed(unit, bound, 'device')] : [];
  if (node.type === 'string') return name;
  const last = text.slice(text.lastIndexOf('.') + 1);
  const isDevice =
    /^torch\.device\(/.test(text) ||
    ((node.type === 'identifier' || node.type === 'attribute') && /device/i.test(last));
  // It may be a `torch.device`, which `load_file` does not take.
  return isDevice ? [...name, changeIn(unit, node.start, node.end, `str(${text})`)] : undefined;
}

/** The argument by another keyword. */
export function keywordNamed(unit: Unit, { site }: BoundArgument, name: string): Change {
  const end = site.start + (/^\w+/.exec(unit.text.slice(site.start, site.end))?.[0].length ?? 0);
  return changeIn(unit, site.start, end, name);
}
