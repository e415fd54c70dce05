import type { LoaderTraits } from '@loadlight/facts/loader';
import type { Value } from '@loadlight/facts/value';
import type { LoaderRow } from '../catalogue/row.js';

/** What rules are to know of the row. */
export function traitsOf(row: LoaderRow): LoaderTraits {
  const { family, guard, safety, takesBytes, sometimes, crafted, unconfined, published, checksum, refusedBy, advice } =
    row;
  return {
    family,
    ...(guard && { guard }),
    ...(safety && { safety }),
    ...(takesBytes && { takesBytes }),
    ...(sometimes && { sometimes }),
    ...(crafted && { crafted }),
    ...(unconfined && { unconfined }),
    ...(published !== undefined && { published }),
    ...(checksum !== undefined && { checksum }),
    ...(refusedBy && { refusedBy }),
    ...(advice !== undefined && { advice })
  };
}

/** A class of models. */
const MODEL = /\.[A-Z]\w*Model$/;

/** The call is the catalogue's, but with that source it reads nothing that could run: `YOLO("yolo11n.yaml")`. */
export function loadsNothing(
  { optional, words, endings, installed, published }: LoaderRow,
  source: Value | undefined
): boolean {
  if (!source) return optional === true;
  const path = source.kind === 'literal' ? source.value : source.kind === 'text' ? source.suffix : undefined;
  if (path === null) return optional === true;
  // `FlairEmbeddings(LanguageModel(…))`: where a name of the library's own may stand, so may what it names.
  if (source.kind === 'result' && published !== undefined && MODEL.test(source.of)) return true;
  // `YOLO(model.export(format="onnx"))`: what is exported has another format than weights.
  if (source.kind === 'result' && endings !== undefined && source.of.endsWith('.export')) return true;
  if (typeof path !== 'string') return false;
  if (source.kind === 'literal' && words?.includes(path)) return true;
  if (source.kind === 'literal' && installed !== undefined && new RegExp(installed).test(path)) return true;
  const ending = /[^/\\]\.(\w+)$/.exec(path)?.[1];
  return ending !== undefined && endings !== undefined && !endings.includes(ending.toLowerCase());
}
