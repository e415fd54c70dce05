import type { Fact } from '@loadlight/facts/fact';
import type { Finding } from '@loadlight/facts/finding';
import type { Explanation } from '@loadlight/facts/explanation';
import { partKey, type Part, type Place, type Position } from '@loadlight/facts/place';
import { explain } from '@loadlight/rules/explain/explain';
import type { Judged } from './judge.js';

/** Facts that the hover may have words for. */
const EXPLAINED = ['load', 'model-ref', 'dataset-ref', 'fetch', 'secret', 'environment', 'loading-switch'] as const;

/** What there is to say of the innermost fact at that position that there are words for. */
export function explainAt({ facts, context }: Judged, part: Part, position: Position): Explanation | undefined {
  const key = partKey(part);
  const here = EXPLAINED.flatMap((kind): readonly Fact[] => context.factsOf(kind)).filter(
    ({ place }) => partKey(place.part) === key && holds(place, position)
  );
  // Of nested calls the innermost one is meant.
  for (const fact of here.sort((a, b) => size(a.place) - size(b.place))) {
    const worst = [...facts]
      .filter(([f, about]) => about === fact && !f.suppressed)
      .map(([f]) => f)
      .sort(bySeverity)[0];
    const explanation = explain(fact, worst, context);
    if (explanation) return explanation;
  }
  return undefined;
}

function holds(place: Place, { line, character }: Position): boolean {
  const { start, end } = place.range;
  const after = line > start.line || (line === start.line && character >= start.character);
  return after && (line < end.line || (line === end.line && character <= end.character));
}

function size(place: Place): number {
  const { start, end } = place.range;
  return (end.line - start.line) * 10_000 + end.character - start.character;
}

function bySeverity(a: Finding, b: Finding): number {
  const rank = { error: 0, warning: 1, information: 2 } as const;
  return rank[a.severity] - rank[b.severity];
}
