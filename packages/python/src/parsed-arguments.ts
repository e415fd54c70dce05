import { either, type Abstract } from './abstract.js';
import { bindArguments } from './bind-arguments.js';
import type { Resolver } from './resolver.js';
import { textOf } from './values.js';
import type { Trace } from './where.js';

/** More declarations than this are not read. */
const MAX_DECLARED = 200;

/** The default that `add_argument` declares, anywhere in the program, for that attribute of what `parse_args` gives. */
export function defaultOfArgument(
  result: string,
  name: string,
  resolver: Resolver,
  trace: Trace
): Abstract | undefined {
  if (!/^argparse\.ArgumentParser\(\)\.parse_(known_)?args$/.test(result)) return undefined;
  trace.reads.add('add_argument()');
  const defaults: Abstract[] = [];
  for (const { unit, site } of resolver.namespace.calls('add_argument').slice(0, MAX_DECLARED)) {
    const where = { unit, scope: site.scope, branches: site.branches };
    const { byName } = bindArguments([{ call: site.node, where }], ['name', 'other'], resolver, trace);
    const flags = [byName.get('name'), byName.get('other')].map(a => textOf(a?.abstract));
    const dest = textOf(byName.get('dest')?.abstract) ?? nameOf(flags);
    if (dest !== name) continue;
    const action = textOf(byName.get('action')?.abstract);
    const byDefault = byName.get('default')?.abstract;
    if (byDefault) defaults.push(byDefault);
    else if (action === 'store_true' || action === 'store_false')
      defaults.push({ kind: 'literal', value: action === 'store_false' });
  }
  return defaults.length > 0 ? either(defaults) : undefined;
}

/** `--model-path` is `model_path`; of several flags the first long one names it. */
function nameOf(flags: readonly (string | undefined)[]): string | undefined {
  const long = flags.find(flag => flag?.startsWith('--')) ?? flags.find(flag => flag !== undefined);
  return long?.replace(/^-+/, '').replace(/-/g, '_');
}
