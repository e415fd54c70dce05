import { UNKNOWN } from '@loadlight/facts/value';
import type { Abstract } from './abstract.js';
import { concatenate, EMPTY, literal, textOf } from './values.js';

/** `text % values`: a tuple, a dictionary, or one value. */
export function percentFormat(text: string, values: Abstract): Abstract {
  let next = 0;
  const given = values.kind === 'list' ? values.items : [values];
  return pieces(text, /%(?:\((\w+)\))?([-#0 +]*[\d.*]*)([a-zA-Z%])/g, ([, name, width, type]) => {
    if (type === '%') return literal('%');
    const value =
      name === undefined ? given[next++] : values.kind === 'dict' ? values.entries.get(name)?.value : undefined;
    return value && !width && (type === 's' || type === 'd') ? value : UNKNOWN;
  });
}

/** `text.format(…)`, from its arguments by position and by name. */
export function braceFormat(
  text: string,
  positional: readonly Abstract[],
  named: (name: string) => Abstract | undefined
): Abstract {
  let next = 0;
  return pieces(text, /\{\{|\}\}|\{(\w*)([^{}]*)\}/g, ([all, field = '', rest]) => {
    if (all === '{{' || all === '}}') return literal(all.charAt(0));
    const value = field === '' ? positional[next++] : /^\d+$/.test(field) ? positional[Number(field)] : named(field);
    return value && !rest ? value : UNKNOWN;
  });
}

/** What stands between the matches, and the values of these. */
function pieces(text: string, pattern: RegExp, value: (match: RegExpMatchArray) => Abstract): Abstract {
  let result = EMPTY;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    result = append(result, literal(text.slice(from, match.index)));
    result = append(result, value(match));
    from = match.index + match[0].length;
  }
  return append(result, literal(text.slice(from)));
}

/** Nothing added to something unknown leaves it unknown, yet what stood before is kept. */
export function append(before: Abstract, added: Abstract): Abstract {
  if (textOf(added) === '') return before;
  if (textOf(before) === '' && added.kind !== 'literal') return added;
  return concatenate(before, added);
}
