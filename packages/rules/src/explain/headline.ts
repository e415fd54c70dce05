import type { Call } from '@loadlight/facts/fact';
import type { Value } from '@loadlight/facts/value';

/** The call in short, with the arguments that matter: `torch.load(…, weights_only=False)`. */
export function headline(call: Call, matter: readonly string[]): string {
  const shown = matter.flatMap(name => {
    const argument = call.arguments.get(name);
    return argument ? [`${name}=${spell(argument.value)}`] : [];
  });
  const others = call.open || [...call.arguments.keys()].some(name => !matter.includes(name));
  return `${call.written}(${[...(others ? ['…'] : []), ...shown].join(', ')})`;
}

function spell(value: Value): string {
  if (value.kind === 'symbol') return value.name;
  if (value.kind !== 'literal') return '…';
  if (value.value === null) return 'None';
  if (typeof value.value === 'boolean') return value.value ? 'True' : 'False';
  return JSON.stringify(value.value);
}
