import type { Fact, Load } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';
import { loader } from '@loadlight/python/catalogue/names';

/** Arguments that decide what a load does. */
const TELLING = ['weights_only', 'pickle_module', 'map_location', 'revision', 'trust_remote_code'];

/**
 * What a call means, in one line: the catalogue's name, the value of what it loads, the origin, the arguments that decide.
 * `torch.load("a.pt") file weights_only=False`. Undefined for facts of other kinds.
 */
export function describeCall(fact: Fact): string | undefined {
  if (fact.kind !== 'load' && fact.kind !== 'model-ref' && fact.kind !== 'dataset-ref') return undefined;
  const { call } = fact;
  const [name, what] = fact.kind === 'load' ? [fact.loader, sourceOf(fact)] : [call.callee, fact.repository];
  const telling = TELLING.flatMap(key => {
    const argument = call.arguments.get(key);
    return argument ? [` ${key}=${describeValue(argument.value)}`] : [];
  });
  const open = call.open ? ' open' : '';
  const possible = fact.sureness === 'possible' ? ' possible' : '';
  return `${name}(${what ? describeValue(what) : ''}) ${fact.origin.kind}${telling.join('')}${open}${possible}`;
}

function sourceOf(load: Load): Value | undefined {
  const parameter = loader(load.loader)?.source;
  return parameter === undefined ? undefined : load.call.arguments.get(parameter)?.value;
}

/** As Python would say it; `…` where a text is not known, `?` for nothing known, `<name>` for a parameter. */
function describeValue(value: Value): string {
  switch (value.kind) {
    case 'literal':
      if (value.value === null) return 'None';
      if (typeof value.value === 'boolean') return value.value ? 'True' : 'False';
      return JSON.stringify(value.value);
    case 'text':
      return `"${value.prefix}…${value.suffix}"`;
    case 'parameter':
      return `<${value.name}>`;
    case 'symbol':
      return value.name;
    case 'result':
      return `${value.of}(${value.argument ? describeValue(value.argument) : ''})`;
    case 'list':
      return `[${value.items.map(describeValue).join(', ')}]`;
    case 'dict':
      return `{${[...value.entries].map(([key, one]) => `${key}: ${describeValue(one)}`).join(', ')}}`;
    case 'any':
      return value.values.map(describeValue).join(' | ');
    case 'class':
      return `class(${value.bases.map(base => base ?? '?').join(', ')})`;
    case 'unknown':
      return '?';
  }
}
