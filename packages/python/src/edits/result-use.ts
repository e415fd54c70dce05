import type { PythonProgram } from '../program.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import type { FoundCall } from './find-call.js';
import { nameUses, usesInProgram, type NameUses } from './name-uses.js';
import { pathTo } from '../statements.js';

/** What is done with the thing that a call gives, as far as can be seen. */
export interface ResultUse {
  /** Methods and attributes that are taken of it, itself or by the name that it is bound to; `[()]` for that look-up. */
  readonly taken: ReadonlySet<string>;
  /** What it is bound to. */
  readonly names: readonly string[];
  /** The functions that return it, the outermost first. */
  readonly returnedBy: readonly string[];
  /** Keys that are looked up in it by that name. */
  readonly keys: ReadonlySet<string>;
  /** It is called itself. */
  readonly called: boolean;
  /** It is yielded. */
  readonly yielded: boolean;
  /** The function that the call stands in the arguments of, as it is written. */
  readonly givenTo: string | undefined;
  /** Functions that get it by its name, as they are written, or a copy of it. */
  readonly passedTo: ReadonlySet<string>;
  /** Classes that `isinstance` asks of it, as they are written. */
  readonly testedFor: ReadonlySet<string>;
}

/** See `ResultUse`. A name is looked for in the whole statement, method or function around the call; in a class's or at the top level, in all. */
export function resultUse(program: PythonProgram, { unit, node }: FoundCall): ResultUse {
  const { text } = unit;
  const path = pathTo(unit.statements, node);
  const outer = path.slice(0, -1).filter(({ type }) => type !== 'parenthesized_expression');
  const parent = outer.at(-1);
  const written = (one: Syntax | undefined): string => (one ? text.slice(one.start, one.end) : '');
  const functions = path.filter(({ type }) => type === 'function_definition').map(one => written(child(one, 'name')));
  const taken = new Set<string>();
  const names: string[] = [];
  let uses: readonly NameUses[] = [];
  if (parent?.type === 'subscript') {
    if (/\[\s*\(\s*\)\s*\]$/.test(written(parent))) taken.add('[()]');
    // One array of several.
    if (/\[\s*["']\w+["']\s*\]$/.test(written(parent))) takeAttribute(outer.at(-2));
  } else if (parent?.type === 'assignment' && isRight(parent, node)) {
    const left = child(parent, 'left');
    if (left && /^(?:identifier|attribute)$/.test(left.type)) {
      names.push(written(left));
      const isLocal = left.type === 'identifier' && functions.length > 0;
      const usesOf = (name: string): NameUses | undefined =>
        isLocal ? nameUses(unit, name) : usesInProgram(program, name);
      const own = usesOf(written(left));
      uses = [own, ...[...(own?.copies ?? [])].map(usesOf)].flatMap(one => one ?? []);
    }
  } else takeAttribute(parent);
  const call = callAround(outer.filter(({ type }) => !/^(?:dictionary|list)_splat$/.test(type)));
  return {
    taken: new Set([...taken, ...all('taken')]),
    keys: all('keys'),
    passedTo: all('passedTo'),
    testedFor: all('testedFor'),
    called: uses.some(({ called }) => called) || (parent?.type === 'call' && child(parent, 'function') === node),
    names,
    returnedBy: uses.some(({ returned }) => returned) || parent?.type === 'return_statement' ? functions : [],
    yielded: parent?.type === 'yield',
    givenTo: call && written(child(call, 'function'))
  };

  function all(of: 'taken' | 'keys' | 'passedTo' | 'testedFor'): ReadonlySet<string> {
    return new Set(uses.flatMap(one => [...one[of]]));
  }

  function takeAttribute(from: Syntax | undefined): void {
    const attribute = from?.type === 'attribute' ? child(from, 'attribute') : undefined;
    if (attribute) taken.add(written(attribute));
  }
}

/** The call that the innermost of these is the arguments of, or a keyword in them. */
function callAround(outer: readonly Syntax[]): Syntax | undefined {
  const list = outer.at(-1)?.type === 'keyword_argument' ? outer.slice(0, -1) : outer;
  const call = list.at(-1)?.type === 'argument_list' ? list.at(-2) : undefined;
  return call?.type === 'call' ? call : undefined;
}

function isRight(assignment: Syntax, node: Syntax): boolean {
  const right = child(assignment, 'right');
  return right !== undefined && unwrap(right) === node;
}
