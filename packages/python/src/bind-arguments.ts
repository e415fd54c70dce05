import type { Value } from '@loadlight/facts/value';
import type { Resolver } from './resolver.js';
import type { Trace, Where } from './where.js';
import { child, type Syntax } from './syntax.js';
import { siteOf, type Site } from './unit.js';

/** An argument with where it stands; `value` is its expression. */
export interface BoundArgument {
  readonly value: Value;
  readonly form: 'keyword' | 'positional' | 'unpacked';
  /** As written: the whole `name=value`, a positional value, a pair of the dictionary. */
  readonly site: Site;
  readonly valueSite: Site;
  /** The expression and where it is to be read. */
  readonly node: Syntax;
  readonly where: Where;
}

export interface BoundArguments {
  readonly byName: ReadonlyMap<string, BoundArgument>;
  /** More may be passed than is listed. */
  readonly open: boolean;
}

/** Arguments of a call bound to the parameters' names; a literal dictionary behind `**` is looked into. */
export function bindArguments(
  call: Syntax,
  parameters: readonly string[],
  where: Where,
  resolver: Resolver,
  trace: Trace
): BoundArguments {
  const byName = new Map<string, BoundArgument>();
  let open = false;
  let position = 0;
  const add = (name: string, node: Syntax, form: BoundArgument['form'], written: Syntax, at: Where): void => {
    const site = siteOf(at.unit, written);
    const valueSite = siteOf(at.unit, node);
    byName.set(name, { value: resolver.resolve(node, at, trace), form, site, valueSite, node, where: at });
  };
  const list = child(call, 'arguments');
  const given = list?.type === 'argument_list' ? list.children : [];
  for (const argument of given) {
    if (argument.type === 'comment') continue;
    if (argument.type === 'list_splat') {
      open = true;
      position = Infinity;
    } else if (argument.type === 'keyword_argument') {
      const name = child(argument, 'name');
      const value = child(argument, 'value');
      if (name && value) add(textOf(name, where), value, 'keyword', argument, where);
    } else if (argument.type === 'dictionary_splat') {
      const inner = argument.children[0];
      const dictionary = inner && resolver.literalDictionary(inner, where, trace);
      if (!dictionary) {
        open = true;
        continue;
      }
      for (const item of dictionary.node.children) {
        const key = child(item, 'key');
        const value = child(item, 'value');
        const name = key && resolver.resolve(key, dictionary.where, trace);
        if (value && name?.kind === 'literal') {
          add(String(name.value), value, 'unpacked', item, dictionary.where);
        } else if (item.type !== 'comment') open = true;
      }
    } else {
      const name = parameters[position++];
      if (name !== undefined) add(name, argument, 'positional', argument, where);
      else open ||= position === Infinity;
    }
  }
  return { byName, open };
}

function textOf(node: Syntax, where: Where): string {
  return where.unit.text.slice(node.start, node.end);
}
