import { ClassBody } from './class-body.js';
import type { Walk } from './names.js';
import { replacementByDecorator } from './replacements.js';
import { newScope, type Arm, type Callable, type ClassInfo, type Parameter, type Scope } from './scope.js';
import { child, type Syntax } from './syntax.js';

/** Binds a function's name, and its parameters in a scope of its own; then walks its body. */
export function bindCallable(
  walk: Walk,
  node: Syntax,
  scope: Scope,
  branches: readonly Arm[],
  decorators: readonly string[]
): void {
  const name = child(node, 'name');
  const inner = newScope('function', scope);
  const nodes = parametersOf(node);
  for (const { syntax, byDefault } of nodes) {
    if (!byDefault) continue;
    walk.visit(byDefault, scope, branches);
    walk.standsFor(syntax, byDefault);
  }
  const parameters = nodes.map(({ syntax, kind, byDefault }): Parameter => {
    return { name: walk.text(syntax), kind, default: byDefault };
  });
  const cls = scope.kind === 'class' ? scope.cls : undefined;
  const isStatic = decorators.some(d => /^staticmethod\b/.test(d));
  const property = decorators.some(d => /(^|\.|_)property$/.test(d));
  const callable: Callable = {
    name: name && walk.text(name),
    unit: walk.unit,
    cls,
    scope: inner,
    parameters,
    takesSelf: cls !== undefined && !isStatic && parameters.length > 0,
    property,
    decorated: decorators.some(d => !KEEPS.test(d)),
    returns: [],
    yields: []
  };
  inner.callable = callable;
  if (node.type === 'lambda') walk.scopes.set(node, inner);
  if (name) walk.bind(walk.text(name), { kind: 'function', callable }, node, node.end, scope, branches);
  nodes.forEach(({ syntax, written }, i) => {
    const parameter = parameters[i];
    if (!parameter) return;
    const made = !decorators.some(d => /^classmethod\b/.test(d));
    const own = i === 0 && callable.takesSelf && cls;
    const to = own ? ({ kind: 'self', cls, made } as const) : ({ kind: 'parameter', parameter, callable } as const);
    walk.bind(walk.text(syntax), to, written, written.start, inner, []);
  });
  for (const generic of typeParameters(node)) {
    walk.bind(walk.text(generic), { kind: 'opaque' }, generic, generic.start, inner, []);
  }
  for (const decorator of decorators) {
    const replaced = replacementByDecorator(decorator);
    if (replaced) walk.bind(`${replaced.holder}.${replaced.name}`, { kind: 'opaque' }, node, node.start, inner, []);
  }
  walk.enter(inner);
  const body = child(node, 'body');
  if (!body) return;
  if (node.type === 'lambda') callable.returns.push({ node: body, scope: inner, branches: [] });
  walk.visit(body, inner, []);
}

/** Decorators that leave who calls the function to the program. */
const KEEPS =
  /^(staticmethod|classmethod|property|(functools\.)?(lru_cache|cache|cached_property|wraps)|(contextlib\.)?contextmanager|torch\.(no_grad|inference_mode)|(st|streamlit)\.cache_\w+|abstractmethod|override)\b/;

/** Binds a class's name, and walks its body in a scope of its own. */
export function bindClass(walk: Walk, node: Syntax, scope: Scope, branches: readonly Arm[]): void {
  const name = child(node, 'name');
  const bases = child(node, 'superclasses');
  const inner = newScope('class', scope);
  const cls: ClassInfo = {
    name: name ? walk.text(name) : '',
    unit: walk.unit,
    scope: inner,
    bases: (bases?.children ?? []).filter(c => c.type !== 'keyword_argument' && c.type !== 'comment'),
    body: new ClassBody(name ? walk.text(name) : '', walk.unit)
  };
  walk.enterClass(cls, inner);
  if (name) walk.bind(cls.name, { kind: 'class', cls }, node, node.end, scope, branches);
  if (bases) walk.children(bases, scope, branches);
  for (const base of cls.bases) walk.pass(base);
  const body = child(node, 'body');
  if (body) walk.visit(body, inner, branches);
}

interface ParameterNode {
  readonly syntax: Syntax;
  readonly written: Syntax;
  readonly kind: Parameter['kind'];
  readonly byDefault: Syntax | undefined;
}

function parametersOf(node: Syntax): ParameterNode[] {
  const found: ParameterNode[] = [];
  let keywordOnly = false;
  for (const written of child(node, 'parameters')?.children ?? []) {
    if (written.type === 'keyword_separator') keywordOnly = true;
    const splat = written.type === 'typed_parameter' ? written.children[0] : written;
    const syntax = nameOf(written);
    if (!syntax) continue;
    const args = splat?.type === 'list_splat_pattern';
    const kwargs = splat?.type === 'dictionary_splat_pattern';
    const kind = args ? 'args' : kwargs ? 'kwargs' : keywordOnly ? 'keyword' : 'positional';
    if (args) keywordOnly = true;
    found.push({ syntax, written, kind, byDefault: child(written, 'value') });
  }
  return found;
}

function nameOf(parameter: Syntax): Syntax | undefined {
  if (parameter.type === 'identifier') return parameter;
  const name = child(parameter, 'name');
  if (name) return name;
  const inner = parameter.children[0];
  if (!inner || parameter.type === 'keyword_separator' || parameter.type === 'positional_separator') return undefined;
  return inner.type === 'identifier' ? inner : nameOf(inner);
}

function typeParameters(node: Syntax): Syntax[] {
  const list = child(node, 'type_parameters');
  return (list?.children ?? []).flatMap(type => type.children.filter(c => c.type === 'identifier'));
}
