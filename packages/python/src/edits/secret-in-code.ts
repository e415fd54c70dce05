import type { LookUp } from '@loadlight/facts/fix';
import type { Place } from '@loadlight/facts/place';
import { namesOf } from '../names.js';
import type { PythonProgram } from '../program.js';
import type { Scope } from '../scope.js';
import { readString, unescape } from '../string-literal.js';
import { child, holdsError, type Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';
import { changeIn, type Change } from './change.js';
import { lookUpCode, type Spot } from './look-up.js';
import type { LookUpChanges } from './read-secret.js';
import { removeStatement } from './remove-statement.js';

/** A stretch of a string literal that a credential is. */
interface InString {
  readonly unit: Unit;
  readonly node: Syntax;
  /** The nodes around the literal, outermost first. */
  readonly path: readonly Syntax[];
  readonly start: number;
  readonly end: number;
}

/**
 * The look-up in the place of a string literal, or in a part of it, which makes the literal an f-string. Undefined in bytes,
 * docstrings, patterns, annotations and what does not parse.
 */
export function changesInCode(
  program: PythonProgram,
  place: Place,
  by: LookUp,
  variable: string
): LookUpChanges | undefined {
  const found = stringAt(program, place);
  if (!found) return undefined;
  const again = by === 'environment' ? removedAssignment(program, found, variable) : undefined;
  if (again) return { changes: again, imports: [] };
  if (isWhole(found)) return inPlaceOfLiteral(program, found, by, variable);
  return isBytes(found) ? undefined : inFormatted(program, found, by, variable);
}

/** The variable of the environment that an assignment gives the literal there: `os.environ["X"] = "…"`. */
export function variableGiven(program: PythonProgram, place: Place): string | undefined {
  const found = stringAt(program, place);
  return found && isWhole(found) ? givenTo(found) : undefined;
}

/** What the string there stands for where it escapes something of the credential; undefined where that stands as it is. */
export function unescapedThere(program: PythonProgram, place: Place): string | undefined {
  const at = program.stretch(place);
  const written = at?.unit.text.slice(at.start, at.end) ?? '';
  const found = written.includes('\\') ? stringAt(program, place) : undefined;
  return found && !isRaw(found) ? unescape(written) : undefined;
}

function isRaw({ unit, node }: InString): boolean {
  return /^[a-z]*r/i.test(unit.text.slice(node.start, node.end));
}

/** That stretch, where it is part of a comment. */
export function commentAt(program: PythonProgram, place: Place): Omit<Change, 'text'> | undefined {
  const at = program.stretch(place);
  const { comments } = at ? namesOf(at.unit) : { comments: [] };
  if (!at || !comments.some(({ start, end }) => start <= at.start && at.end <= end)) return undefined;
  return { cell: at.unit.cell, start: at.unit.start + at.start, end: at.unit.start + at.end };
}

function stringAt(program: PythonProgram, place: Place): InString | undefined {
  const at = program.stretch(place);
  if (!at) return undefined;
  const { unit, start, end } = at;
  const path: Syntax[] = [];
  for (let nodes: readonly Syntax[] = unit.statements; ;) {
    const next = nodes.find(n => n.start <= start && n.end >= end);
    if (!next) break;
    path.push(next);
    // Below a string only what it interpolates is code.
    nodes = next.type === 'string' ? next.children.filter(({ type }) => type === 'interpolation') : next.children;
  }
  const node = path.pop();
  if (node?.type !== 'string' || holdsError(node) || path.some(isNoExpression)) return undefined;
  const [opener, closer] = [node.children[0], node.children.at(-1)];
  if (!opener || !closer || start < opener.end || end > closer.start) return undefined;
  const around = path.at(-1)?.type === 'concatenated_string' ? path.at(-2) : path.at(-1);
  if (around?.type === 'expression_statement') return undefined;
  return { unit, node, path, start, end };
}

function isBytes({ unit, node }: InString): boolean {
  return readString(node, unit.text).bytes;
}

function isNoExpression({ type }: Syntax): boolean {
  return type === 'case_pattern' || type === 'type' || type === 'future_import_statement';
}

/** The literal holds nothing else and stands alone. */
function isWhole({ unit, node, path, start, end }: InString): boolean {
  const content = node.children.filter(c => c.type !== 'string_start' && c.type !== 'string_end');
  return (
    path.at(-1)?.type !== 'concatenated_string' &&
    content.length === 1 &&
    content[0]?.start === start &&
    content[0].end === end &&
    readString(node, unit.text).value !== undefined
  );
}

function inPlaceOfLiteral(
  program: PythonProgram,
  found: InString,
  by: LookUp,
  variable: string
): LookUpChanges | undefined {
  const { unit, node, path } = found;
  // In an f-string its quotes are taken; those of the literal are not.
  const quote = path.some(({ type }) => type === 'string') ? quoteOf(found) : '"';
  const code = lookUpCode(program, by, variable, spotOf(found), quote);
  if (!code) return undefined;
  const isText = !isBytes(found);
  // A byte beyond ASCII would be two in UTF-8.
  if (!isText && !/^[\x20-\x7e]*$/.test(valueOf(found))) return undefined;
  const text = gapBefore(found) + code.text + (isText ? '' : '.encode()');
  return { changes: [changeIn(unit, node.start, node.end, text)], imports: code.imports };
}

function valueOf({ unit, node }: InString): string {
  return readString(node, unit.text).value ?? '';
}

/** `"…SECRET…"` becomes `f"…{os.environ['X']}…"`, with what else stands in it kept. */
function inFormatted(program: PythonProgram, found: InString, by: LookUp, variable: string): LookUpChanges | undefined {
  const { unit, node, path, start, end } = found;
  const opener = node.children.find(({ type }) => type === 'string_start');
  const closer = node.children.at(-1);
  if (!opener || !closer || path.some(({ type }) => type === 'string')) return undefined;
  const { text } = unit;
  const written = text.slice(opener.start, opener.end);
  const flags = /^[a-z]*/i.exec(written)?.[0] ?? '';
  const isFormatted = /f/i.test(flags);
  const isRaw = /r/i.test(flags);
  const inside = text.slice(opener.end, closer.start);
  // The first character of the credential is escaped, or a name in braces could not be told from a look-up.
  if (!isRaw && (/(?<!\\)(?:\\\\)*\\$/.test(text.slice(opener.end, start)) || (!isFormatted && /\\N\{/.test(inside))))
    return undefined;
  if (isFormatted && !node.children.some(c => c.type === 'string_content' && c.start <= start && c.end >= end))
    return undefined;
  const quote = quoteOf(found) === '"' ? "'" : '"';
  const code = lookUpCode(program, by, variable, spotOf(found), quote);
  if (!code) return undefined;
  const changes: Change[] = [changeIn(unit, start, end, `{${code.text}}`)];
  if (!isFormatted) {
    const prefix = `${gapBefore(found)}f${flags.replace(/u/i, '')}`;
    changes.push(changeIn(unit, node.start, node.start + flags.length, prefix));
    for (const { index } of inside.matchAll(/[{}]/g)) {
      const at = opener.end + index;
      if (at < start || at >= end) changes.push(changeIn(unit, at, at + 1, text.charAt(at).repeat(2)));
    }
  }
  return { changes, imports: code.imports };
}

/** `os.environ["X"] = os.environ["X"]` says nothing: the assignment goes. */
function removedAssignment(program: PythonProgram, found: InString, variable: string): Change[] | undefined {
  const statement = [...found.path].reverse().find(({ type }) => type === 'expression_statement');
  if (!statement || !isWhole(found) || givenTo(found) !== variable) return undefined;
  const { unit } = found;
  return removeStatement(program, program.place({ unit, start: statement.start, end: statement.end }));
}

function givenTo({ unit, node, path }: InString): string | undefined {
  const assignment = path.at(-1);
  if (assignment?.type !== 'assignment' || child(assignment, 'right') !== node) return undefined;
  const left = child(assignment, 'left');
  const target = left && unit.text.slice(left.start, left.end);
  return target === undefined ? undefined : /\benviron\[\s*["']([A-Za-z_]\w*)["']\s*\]$/.exec(target)?.[1];
}

/** `return"…"` is two words only as long as a quote stands between them. */
function gapBefore({ unit, node }: InString): string {
  return /\w/.test(unit.text.charAt(node.start - 1)) ? ' ' : '';
}

function quoteOf({ unit, node }: InString): '"' | "'" {
  return /["']/.exec(unit.text.slice(node.start, node.end))?.[0] === "'" ? "'" : '"';
}

/**
 * Where the literal is worked out: what a function takes as a default, and what a comprehension goes through first, in the scope
 * around it.
 */
function spotOf({ unit, node, path }: InString): Spot {
  const { module, scopes, part } = namesOf(unit);
  let scope = (unit.owner && part?.scope) ?? module;
  for (const [i, around] of path.entries()) {
    const [next = node, afterNext = node] = path.slice(i + 1);
    const inner = scopes.get(around) ?? definedBy(around, scope, module);
    if (!inner) continue;
    const isInside =
      inner.kind === 'comprehension'
        ? next !== around.children.find(({ type }) => type === 'for_in_clause') || afterNext.field !== 'right'
        : next.field === 'body';
    if (isInside) scope = inner;
  }
  return { unit, scope, start: node.start };
}

/** The scope of the function or class that is defined there. */
function definedBy(node: Syntax, scope: Scope, module: Scope): Scope | undefined {
  const isDefinition = node.type === 'function_definition' || node.type === 'class_definition';
  const found = isDefinition
    ? [scope, module].flatMap(({ bindings }) => [...bindings.values()].flat()).find(binding => binding.node === node)
    : undefined;
  if (found?.to.kind === 'function') return found.to.callable.scope;
  return found?.to.kind === 'class' ? found.to.cls.scope : undefined;
}
