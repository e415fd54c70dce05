import type { Walk } from './names.js';
import type { Arm, Scope } from './scope.js';
import { child, type Syntax } from './syntax.js';

type Text = (node: Syntax) => string;

/** An attribute that a call sets to something else: `torch.load`, with what it is set to where that is an expression. */
export interface Replacement {
  readonly holder: string;
  readonly name: string;
  readonly value: Syntax | undefined;
}

const DOTTED = /^(?:[\w.]+\.)?(\w+)\.(\w+)$/;

/**
 * What `setattr(torch, "load", f)`, `monkeypatch.setattr(…)`, `mock.patch("torch.load")` and `patch.object(torch, "load")`
 * replace; of a longer name its last two parts.
 */
export function replacementBy(call: Syntax, text: Text): Replacement | undefined {
  const callee = child(call, 'function');
  const named = callee && (child(callee, 'attribute') ?? callee);
  const last = named?.type === 'identifier' ? text(named) : '';
  const isObject = last === 'object' && /\bpatch\.object$/.test(callee ? text(callee) : '');
  if (last !== 'setattr' && last !== 'patch' && !isObject) return undefined;
  const [first, second, third] = (child(call, 'arguments')?.children ?? []).filter(c => c.type !== 'comment');
  if (!first) return undefined;
  if (first.type === 'string') {
    const [, holder, name] = DOTTED.exec(quoted(first, text)) ?? [];
    if (holder === undefined || name === undefined || isObject) return undefined;
    return { holder, name, value: last === 'setattr' ? second : undefined };
  }
  if (last === 'patch' || second?.type !== 'string' || !/^(?:identifier|attribute)$/.test(first.type)) return undefined;
  const holder = text(first).split('.').at(-1) ?? '';
  return { holder, name: quoted(second, text), value: last === 'setattr' ? third : undefined };
}

/** The same, where a decorator does it for the function below. */
export function replacementByDecorator(decorator: string): Replacement | undefined {
  const [, holder, name] =
    /\bpatch\(\s*['"](?:[\w.]+\.)?(\w+)\.(\w+)['"]/.exec(decorator) ??
    /\bpatch\.object\(\s*([\w.]+)\s*,\s*['"](\w+)['"]/.exec(decorator) ??
    [];
  return holder !== undefined && name !== undefined ? { holder, name, value: undefined } : undefined;
}

/** Behind a `with` that replaces something it is again what it was. */
export function restoreAfter(walk: Walk, node: Syntax, scope: Scope, branches: readonly Arm[]): void {
  for (const call of callsOf(node)) {
    const replaced = replacementBy(call, walk.text);
    const symbol = replaced && `${replaced.holder}.${replaced.name}`;
    if (symbol !== undefined) walk.bind(symbol, { kind: 'import', symbol }, call, node.end, scope, branches);
  }
}

/** The calls that a `with` enters. */
function callsOf(node: Syntax): Syntax[] {
  if (node.type === 'call') return [node];
  return node.children.filter(c => c.type !== 'block').flatMap(callsOf);
}

function quoted(string: Syntax, text: Text): string {
  return text(string).replace(/^\w*(['"]{1,3})([^]*)\1$/, '$2');
}
