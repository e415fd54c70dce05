import type { LoaderTraits, Spared } from '@loadlight/facts/loader';
import type { Value } from '@loadlight/facts/value';
import type { LoaderRow } from '../catalogue/row.js';

/** What rules are to know of the row, or of a call of it that is spared. */
export function traitsOf(row: LoaderRow, spared?: Spared): LoaderTraits {
  if (spared) return { family: 'harmless', safety: 'safe', spared };
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

/** The call is the catalogue's, but nothing is loaded: no file is given, or an object where a file may stand. */
export function loadsNothing({ optional, published, endings }: LoaderRow, source: Value | undefined): boolean {
  if (!source) return optional === true;
  if (source.kind === 'literal' && source.value === null) return optional === true;
  if (source.kind !== 'result') return false;
  // `FlairEmbeddings(LanguageModel(…))`: where a name of the library's own may stand, so may what it names.
  if (published !== undefined && MODEL.test(source.of)) return true;
  // `YOLO(model.export(format="onnx"))`: what is exported has another format than weights.
  return endings !== undefined && source.of.endsWith('.export');
}

/** Why the call runs nothing of that file, though the loader could; undefined where it may. */
export function sparedBy({ words, endings, installed }: LoaderRow, source: Value | undefined): Spared | undefined {
  const path = source?.kind === 'literal' ? source.value : source?.kind === 'text' ? source.suffix : undefined;
  if (typeof path !== 'string') return undefined;
  if (source?.kind === 'literal' && words?.includes(path)) return 'own-name';
  if (source?.kind === 'literal' && installed !== undefined && new RegExp(installed).test(path)) return 'installed';
  const ending = /[^/\\]\.(\w+)$/.exec(path)?.[1];
  const isOther = ending !== undefined && endings !== undefined && !endings.includes(ending.toLowerCase());
  return isOther ? 'ending' : undefined;
}
