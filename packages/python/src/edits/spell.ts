import type { NewValue } from '@loadlight/facts/fix';
import type { Syntax } from '../syntax.js';
import type { FoundCall } from './find-call.js';

/** The value as Python writes it in that call; undefined for one that stands for something else than itself. */
export function spell(value: NewValue, call: FoundCall): string | undefined {
  const text = spellLiteral(value);
  if (text?.startsWith('"') !== true) return text;
  return quoteAt(call) === "'" && !/['\\]/.test(text) ? `'${text.slice(1, -1)}'` : text;
}

/** The same anywhere, with double quotes. */
export function spellLiteral(value: NewValue): string | undefined {
  if (value.kind !== 'literal') return undefined;
  if (value.value === null) return 'None';
  if (typeof value.value === 'boolean') return value.value ? 'True' : 'False';
  return typeof value.value === 'number' ? String(value.value) : JSON.stringify(value.value);
}

/** Not the quote of an f-string around the call, which would end there before Python 3.12; else that of the call's own strings. */
function quoteAt({ unit, node }: FoundCall): string {
  const quoteOf = (string: Syntax): string => (/["']/.exec(unit.text.slice(string.start, string.end)) ?? ['"'])[0];
  let around: Syntax | undefined;
  for (let nodes = unit.statements; ;) {
    const next = nodes.find(one => one.start <= node.start && one.end >= node.end);
    if (!next || next === node) break;
    if (next.type === 'string') around = next;
    nodes = next.children;
  }
  if (around) return quoteOf(around) === '"' ? "'" : '"';
  const own = firstString(node);
  return own ? quoteOf(own) : '"';
}

function firstString(node: Syntax): Syntax | undefined {
  if (node.type === 'string') return node;
  for (const child of node.children) {
    const found = firstString(child);
    if (found) return found;
  }
  return undefined;
}
