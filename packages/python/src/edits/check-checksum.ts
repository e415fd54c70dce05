import type { NewValue } from '@loadlight/facts/fix';
import { bindArguments } from '../bind-arguments.js';
import { loader } from '../catalogue/names.js';
import type { PythonProgram } from '../program.js';
import type { Scope } from '../scope.js';
import { readString } from '../string-literal.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import { Trace, type Where } from '../where.js';
import type { Change } from './change.js';
import type { FoundCall } from './find-call.js';
import { memberName, moduleName } from './imports.js';
import { isPathExpression } from './path-expression.js';
import type { KnownCallee } from './recipes.js';
import { spell } from './spell.js';
import { indentStep, insertAbove } from './statement-lines.js';

/**
 * Compares the SHA-256 of what is loaded above the statement that loads it, and raises where it is another one. Undefined where
 * the file is not given by a path that can be written twice, by what was opened from one, or by bytes that have a name.
 */
export function checkChecksum(
  program: PythonProgram,
  call: FoundCall,
  { callee, parameters }: KnownCallee,
  _options: Readonly<Record<string, string>>,
  value: NewValue | undefined
): Change[] | undefined {
  const { unit, where, layers } = call;
  const row = loader(callee);
  const checksum = value && spell(value, call);
  const given = row && bindArguments(layers, parameters, program.resolver, new Trace()).byName.get(row.source);
  if (!given || checksum === undefined || given.where.unit !== unit || where.scope.kind === 'comprehension')
    return undefined;
  const node = unwrap(given.node);
  const isBytes = row.takesBytes === true;
  const read = isBytes ? bytesNamed(node) : pathRead(program, node, where);
  if (!read) return undefined;
  const written = unit.text.slice(read.start, read.end);
  if (written.includes('\n')) return undefined;
  const hashlib = moduleName(program, 'hashlib', unit, where.scope);
  const path = isBytes ? undefined : memberName(program, 'pathlib', 'Path', unit, where.scope);
  const data = path ? `${path.name}(${written}).read_bytes()` : written;
  const step = indentStep(program.lines(unit.cell).text, /^[ \t]*/.exec(unit.text)?.[0]);
  const quote = checksum.slice(0, 1);
  const lines = insertAbove(program, call, [
    'if (',
    `${step}${hashlib.name}.sha256(${data}).hexdigest()`,
    `${step}!= ${checksum}`,
    '):',
    `${step}raise ValueError(${quote}${whatOf(read, unit.text)} has another SHA-256 than expected${quote})`
  ]);
  return lines && [...hashlib.changes, ...(path?.changes ?? []), ...lines];
}

/** What the error calls it: a plain path that stands there, or the file. */
function whatOf(read: Syntax, text: string): string {
  const path = read.type === 'string' ? readString(read, text).value : undefined;
  return path !== undefined && /^[\w ./-]+$/.test(path) ? path : 'the file';
}

/** Bytes that a name stands for can be read twice; what gives them anew each time may give others. */
function bytesNamed(node: Syntax): Syntax | undefined {
  return node.type === 'identifier' ? node : undefined;
}

/** The expression of the path that is loaded, or that what is loaded was opened from. */
function pathRead(program: PythonProgram, node: Syntax, where: Where): Syntax | undefined {
  if (isPathExpression(program, node, where)) return node;
  const behind = node.type === 'call' ? { node, where } : opened(program, node, where);
  if (behind?.node.type !== 'call' || behind.where.unit !== where.unit || behind.where.scope !== where.scope)
    return undefined;
  const callee = child(behind.node, 'function');
  const opens = callee && program.resolver.resolve(callee, behind.where, new Trace());
  const path = child(behind.node, 'arguments')?.children.find(({ type }) => type !== 'comment');
  if (opens?.kind !== 'symbol' || !/^(?:io\.)?open$/.test(opens.name) || !path) return undefined;
  const isSame = behind.node === node || staysTheSame(program, path, where);
  return isSame && isPathExpression(program, path, behind.where) ? path : undefined;
}

/** What the name is bound to, also by `with … as`. */
function opened(program: PythonProgram, node: Syntax, where: Where): { node: Syntax; where: Where } | undefined {
  if (node.type !== 'identifier') return undefined;
  const name = where.unit.text.slice(node.start, node.end);
  const [only, ...others] = program.resolver.lookup.find(name, node, where, new Trace());
  if (!only || others.length > 0 || (only.to.kind !== 'expression' && only.to.kind !== 'entered')) return undefined;
  const { unit, scope, branches } = only;
  return { node: unwrap(only.to.node), where: { unit, scope, branches } };
}

/** Names in it are bound once, so it means the same further down. */
function staysTheSame(program: PythonProgram, node: Syntax, where: Where): boolean {
  if (node.type === 'attribute') return false;
  if (node.type === 'call')
    return child(node, 'arguments')?.children.every(one => staysTheSame(program, one, where)) ?? true;
  if (node.type !== 'identifier') return node.children.every(one => staysTheSame(program, one, where));
  const name = where.unit.text.slice(node.start, node.end);
  let scope: Scope | undefined = where.scope;
  while (scope && scope.kind !== 'module' && !scope.bindings.has(name)) scope = scope.parent;
  const bindings = scope && scope.kind !== 'module' ? scope.bindings.get(name) : program.resolver.moduleBindings(name);
  return (bindings?.length ?? 0) <= 1;
}
