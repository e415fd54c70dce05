import type { ScriptAct } from '@loadlight/facts/fact';
import { parse } from '@typescript-eslint/typescript-estree';
import type { ScriptReading } from '../script-reading.js';

/** A node of the tree that the parser gives: its kind and whatever else it has. */
interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** So many nodes are looked at. */
const MOST = 100_000;

/** Reads the script's syntax and runs nothing. Undefined where the text is no JavaScript. */
export function readScript(text: string): ScriptReading | undefined {
  const tree = parsed(text) ?? parsed(`(async function () {${text}\n})`);
  if (!tree) return undefined;
  const does = new Set<ScriptAct>();
  const addresses: string[] = [];
  for (const node of nodesOf(tree)) {
    const act = actOf(node);
    if (act) does.add(act);
    const address = addressOf(node);
    if (address !== undefined) addresses.push(address);
  }
  const plain = addresses.find(address => /^http:/i.test(address));
  return { does: [...does], address: plain ?? (does.has('brings-script') ? addresses[0] : undefined) };
}

/** A handler is the body of a function, in which `return` may stand: that is tried second. */
function parsed(text: string): Node | undefined {
  try {
    return parse(text, {
      jsx: false,
      loc: false,
      range: false,
      suppressDeprecatedPropertyWarnings: true
    }) as unknown as Node;
  } catch {
    return undefined;
  }
}

function* nodesOf(root: Node): Iterable<Node> {
  const open: unknown[] = [root];
  for (let seen = 0; open.length > 0 && seen < MOST; seen++) {
    const next = open.pop();
    if (Array.isArray(next)) open.push(...(next as unknown[]));
    else if (isNode(next)) {
      yield next;
      for (const [key, value] of Object.entries(next)) {
        if (key !== 'parent' && typeof value === 'object' && value !== null) open.push(value);
      }
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const EXECUTES = /^(?:execute|requestExecute|execute_cell|execute_all_cells|execute_cells|execute_cell_range)$/;
const CREDENTIALS =
  /(?:^|\.)(?:document\.cookie|PageConfig\.getToken|ServerConnection\.settings\.token|jupyterApiToken)$/;

function actOf(node: Node): ScriptAct | undefined {
  if (node.type === 'MemberExpression') {
    const name = nameOf(node);
    if (CREDENTIALS.test(name)) return 'reads-credentials';
  }
  if (node.type === 'Literal' && (node['value'] === '_xsrf' || node['value'] === 'jupyter-config-data'))
    return 'reads-credentials';
  if (node.type === 'ImportExpression') return 'brings-script';
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  return actOfCall(nameOf(node['callee']), argumentsOf(node));
}

function actOfCall(name: string, given: readonly unknown[]): ScriptAct | undefined {
  const last = name.slice(name.lastIndexOf('.') + 1);
  const [first] = given;
  if (EXECUTES.test(last) && /kernel|notebook|jupyter|ipython/i.test(name)) return 'runs-kernel-code';
  if (/^(?:window\.|self\.|globalThis\.)?(?:eval|Function)$/.test(name)) return 'makes-code';
  if (/^(?:window\.)?document\.writeln?$/.test(name)) return 'makes-code';
  if (/^(?:window\.)?set(?:Timeout|Interval)$/.test(name) && typeof valueOf(first) === 'string') return 'makes-code';
  if (last === 'createElement' && valueOf(first) === 'script') return 'brings-script';
  return last === 'importScripts' || last === 'getScript' ? 'brings-script' : undefined;
}

const BRINGS =
  /^(?:fetch|open|get|post|getJSON|ajax|getScript|importScripts|require|import|load\w*|tableFromURL|axios|WebSocket|EventSource)$/;

/** An address that the script brings something from: given to a function that does, or set as the `src` of something. */
function addressOf(node: Node): string | undefined {
  if (node.type === 'AssignmentExpression' && /(?:^|\.)src$/.test(nameOf(node['left'])))
    return remote(valueOf(node['right']));
  if (node.type === 'ImportExpression' || node.type === 'ImportDeclaration') return remote(valueOf(node['source']));
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const name = nameOf(node['callee']);
  if (!BRINGS.test(name.slice(name.lastIndexOf('.') + 1))) return undefined;
  for (const given of argumentsOf(node)) {
    const items = isNode(given) && given.type === 'ArrayExpression' ? (given['elements'] as unknown[]) : [given];
    for (const item of items) {
      const address = remote(valueOf(item));
      if (address !== undefined) return address;
    }
  }
  return undefined;
}

function remote(value: unknown): string | undefined {
  return typeof value === 'string' && /^(?:https?:)?\/\//i.test(value) ? value : undefined;
}

function argumentsOf(node: Node): readonly unknown[] {
  return Array.isArray(node['arguments']) ? (node['arguments'] as unknown[]) : [];
}

/** The value of a literal, or of a template without holes. */
function valueOf(node: unknown): unknown {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return node['value'];
  if (node.type !== 'TemplateLiteral') return undefined;
  const [first] = node['quasis'] as { value: { cooked: string } }[];
  return first?.value.cooked;
}

/** `IPython.notebook.kernel.execute`; parts that are no names are left out. */
function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return node['name'] as string;
  if (node.type === 'ChainExpression') return nameOf(node['expression']);
  if (node.type === 'CallExpression') return nameOf(node['callee']);
  if (node.type === 'AwaitExpression') return nameOf(node['argument']);
  if (node.type === 'ImportExpression') return 'import';
  if (node.type !== 'MemberExpression') return '';
  const property = node['property'];
  const name = node['computed'] === true ? textOf(property) : nameOf(property);
  const before = nameOf(node['object']);
  return before === '' ? name : `${before}.${name}`;
}

function textOf(node: unknown): string {
  const value = valueOf(node);
  return typeof value === 'string' ? value : '';
}
