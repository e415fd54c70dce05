import type { PythonProgram } from '../program.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import type { FoundCall } from './find-call.js';
import { pathTo } from './statement-lines.js';

/** What is done with the thing that a call gives, as far as can be seen. */
export interface ResultUse {
  /** Methods and attributes that are taken of it, itself or by the name that it is bound to; `[()]` for that look-up. */
  readonly taken: ReadonlySet<string>;
  /** Names that say what it is: what it is bound to, and the function that returns it. */
  readonly names: readonly string[];
}

/** See `ResultUse`. A name is looked for in the whole statement, method or function around the call; in a class's or at the top level, in all. */
export function resultUse(program: PythonProgram, { unit, node }: FoundCall): ResultUse {
  const { text } = unit;
  const path = pathTo(unit.statements, node);
  const outer = path.slice(0, -1).filter(({ type }) => type !== 'parenthesized_expression');
  const parent = outer.at(-1);
  const written = (one: Syntax): string => text.slice(one.start, one.end);
  const taken = new Set<string>();
  const names: string[] = [];
  const holds = (one: Syntax | undefined): boolean => one !== undefined && unwrap(one) === node;
  if (parent?.type === 'attribute') {
    const attribute = child(parent, 'attribute');
    if (attribute) taken.add(written(attribute));
  } else if (parent?.type === 'subscript') {
    if (/\[\s*\(\s*\)\s*\]$/.test(written(parent))) taken.add('[()]');
  } else if (parent?.type === 'assignment' && holds(child(parent, 'right'))) {
    const left = child(parent, 'left');
    const name = left && /^(?:identifier|attribute)$/.test(left.type) ? written(left) : undefined;
    if (name !== undefined) {
      names.push(name);
      const isLocal = left?.type === 'identifier' && path.some(({ type }) => type === 'function_definition');
      const texts = isLocal ? [text] : program.units().map(one => one.text);
      const used = new RegExp(
        `(?<![\\w."'/-])${name.replace(/[.$]/g, '\\$&')}\\s*(?:\\.\\s*(\\w+)|(\\[\\s*\\(\\s*\\)\\s*\\]))`,
        'g'
      );
      for (const one of texts) for (const [, attribute] of one.matchAll(used)) taken.add(attribute ?? '[()]');
    }
  } else if (parent?.type === 'return_statement') {
    for (const one of path) {
      const name = one.type === 'function_definition' ? child(one, 'name') : undefined;
      if (name) names.push(written(name));
    }
  }
  return { taken, names };
}
