import type { NewValue } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import type { PythonProgram } from '../program.js';
import { readString } from '../string-literal.js';
import { child, type Syntax } from '../syntax.js';
import { siteOf, type Site } from '../unit.js';
import { cutOut } from './arguments.js';
import { changeIn, type Change } from './change.js';
import { removeItem } from './remove-statement.js';
import { spellLiteral } from './spell.js';

/**
 * Gives the item of that name at that place of a dictionary (`"name": value`, `dict(name=value)`, `kw["name"] = value`) another value,
 * or takes it out where there is none. Undefined where something else stands there by now.
 */
export function changeItem(
  program: PythonProgram,
  place: Place,
  name: string,
  value: NewValue | undefined
): Change[] | undefined {
  const site = program.stretch(place);
  const item = site && itemAt(site);
  if (!item || nameOf(item, site.unit.text) !== name) return undefined;
  if (!value) return item.type === 'assignment' ? removeItem(program, site) : [cutOut(site)];
  const old = child(item, item.type === 'assignment' ? 'right' : 'value');
  const written = spellLiteral(value);
  if (!old || written === undefined) return undefined;
  const { unit, start, end } = siteOf(site.unit, old);
  return [changeIn(unit, start, end, written)];
}

/** The pair, keyword or assignment that is all that stands there. */
function itemAt({ unit, start, end }: Site): Syntax | undefined {
  for (let nodes: readonly Syntax[] = unit.statements; ;) {
    const next = nodes.find(node => node.start <= start && node.end >= end);
    if (!next) return undefined;
    if (next.start === start && next.end === end && /^(?:pair|keyword_argument|assignment)$/.test(next.type))
      return next;
    nodes = next.children;
  }
}

function nameOf(item: Syntax, text: string): string | undefined {
  const left = child(item, 'left');
  const key = child(item, 'key') ?? child(item, 'name') ?? (left && child(left, 'subscript'));
  if (!key) return undefined;
  return key.type === 'string' ? readString(key, text).value : text.slice(key.start, key.end);
}
