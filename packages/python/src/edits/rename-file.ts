import type { PythonProgram } from '../program.js';
import { child, unwrap, type Syntax } from '../syntax.js';
import { Trace, type Where } from '../where.js';
import type { Unit } from '../unit.js';
import { changeIn, type Change } from './change.js';
import type { FileCall } from './file-calls.js';
import { literalEnding } from './path-expression.js';

/**
 * Gives the file that all these calls name another suffix: in the one literal behind each path, or in the literal that each path is.
 * Undefined where something else names the file as well.
 */
export function renamedFile(
  program: PythonProgram,
  all: readonly FileCall[],
  suffix: RegExp,
  newSuffix: string
): Change[] | undefined {
  const literals = new Map<string, { readonly unit: Unit; readonly at: Syntax; readonly path: string }>();
  const names = new Set<string>();
  for (const { file } of all) {
    const written = unwrap(file.node);
    const behind = literalBehind(program, file);
    if (!behind || behind.node.type !== 'string' || (behind.where.unit.home ?? program) !== program) return undefined;
    const { unit } = behind.where;
    const found = literalEnding(behind.node, unit.text, suffix);
    const content = behind.node.children.find(c => c.type === 'string_content');
    if (!found || !content) return undefined;
    if (!behind.opened && behind.node !== written) names.add(file.where.unit.text.slice(written.start, written.end));
    const key = `${unit.cell} ${String(unit.start + found.at.start)}`;
    literals.set(key, { unit, at: found.at, path: unit.text.slice(content.start, content.end) });
  }
  const texts = program.cellIds.map(id => program.lines(id).text);
  const paths = new Set([...literals.values()].map(({ path }) => path));
  const [path = ''] = paths;
  const count = (word: string): number => texts.reduce((sum, text) => sum + text.split(word).length - 1, 0);
  if (paths.size !== 1 || count(path) !== literals.size) return undefined;
  // A name is bound once, and read by these calls only.
  const isOnlyHere = (name: string): boolean =>
    texts.join('\n').match(new RegExp(`\\b${name}\\b`, 'g'))?.length ===
    all.filter(one => textOf(one) === name).length + 1;
  if (![...names].every(isOnlyHere)) return undefined;
  return [...literals.values()].map(({ unit, at }) => changeIn(unit, at.start, at.end, newSuffix));
}

/** The expression that the path stands in, for a file that is opened the one that it is opened by. */
function literalBehind(
  program: PythonProgram,
  file: FileCall['file']
): { readonly node: Syntax; readonly where: Where; readonly opened: boolean } | undefined {
  const { resolver } = program;
  const behind = resolver.expressionBehind(unwrap(file.node), file.where, new Trace(), true);
  if (behind?.node.type !== 'call') return behind && { ...behind, opened: false };
  const callee = child(behind.node, 'function');
  const [path] = child(behind.node, 'arguments')?.children ?? [];
  const { unit } = behind.where;
  if (!callee || !path || unit.text.slice(callee.start, callee.end) !== 'open') return undefined;
  const inner = resolver.expressionBehind(unwrap(path), behind.where, new Trace());
  return inner?.node === path ? { ...inner, opened: true } : undefined;
}

function textOf({ file }: FileCall): string {
  const node = unwrap(file.node);
  return file.where.unit.text.slice(node.start, node.end);
}
