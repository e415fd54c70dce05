import type { Abstract } from '../abstract.js';
import { REQUEST_TYPES } from '../catalogue/uploads.js';
import type { Binding } from '../scope.js';
import { child, type Syntax } from '../syntax.js';

/** `file: UploadFile`, `file: bytes = File(…)`: what FastAPI hands in; undefined for any other parameter. */
export function requestParameter(binding: Binding, resolve: (node: Syntax) => Abstract): Abstract | undefined {
  const { node, unit } = binding;
  if (!node.type.startsWith('typed_')) return undefined;
  const type = child(node, 'type');
  if (type && /UploadFile|Request/.test(unit.text.slice(type.start, type.end))) {
    const found = namesIn(type)
      .map(resolve)
      .find(value => value.kind === 'symbol' && REQUEST_TYPES.has(value.name));
    if (found?.kind === 'symbol') return { kind: 'result', of: found.name };
  }
  const byDefault = child(node, 'value');
  if (byDefault?.type !== 'call') return undefined;
  const value = resolve(byDefault);
  return value.kind === 'result' && value.of.startsWith('fastapi.') ? value : undefined;
}

/** The names in an annotation, those in `list[…]`, `… | None` and `Annotated[…]` too. */
function namesIn(type: Syntax): Syntax[] {
  if (type.type === 'identifier' || type.type === 'attribute') return [type];
  return type.children.flatMap(namesIn);
}
