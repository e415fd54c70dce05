import type { Fix } from '@loadlight/facts/fix';
import type { Part } from '@loadlight/facts/place';
import type { TextLines } from '@loadlight/facts/text-lines';

/** A stored output that a fix takes away. */
export interface ClearedOutput {
  /** The cell's id. */
  readonly cell: string;
  /** Among the outputs of the cell, from 0. */
  readonly index: number;
  readonly mime: string;
  /** Of its text of that type as it was put, in UTF-16 units, so that another one is not taken for it. */
  readonly length: number;
}

/** The outputs that the fix takes away, each once; undefined where one of them is not there any more. */
export function outputsCleared(fix: Fix, linesOf: (part: Part) => TextLines | undefined): ClearedOutput[] | undefined {
  const cleared = new Map<string, ClearedOutput>();
  for (const intent of fix.intents) {
    for (const { part } of intent.kind === 'clearOutputs' ? intent.places : []) {
      const lines = linesOf(part);
      if (part.kind !== 'output' || !lines) return undefined;
      const { cell, index, mime } = part;
      cleared.set(`${cell} ${String(index)}`, { cell, index, mime, length: lines.text.length });
    }
  }
  return [...cleared.values()];
}
