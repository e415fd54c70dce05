import { shortenedSecret } from '@loadlight/facts/shown-of-secret';

/** So much of a value tells that it is one, in UTF-16 units: it is more than is shown of any. */
const TELLING = 5;

/**
 * Hides the pieces of these values that stand beside a `…`: a long path or line is cut, and the cut may go through a credential. What
 * it takes does not depend on how many they are.
 */
export function hidingCut(values: readonly string[]): (text: string) => string {
  const byHead = grouped(values, value => value.slice(0, TELLING));
  const byTail = grouped(values, value => value.slice(-TELLING));
  return text => {
    let hidden = text;
    for (let at = hidden.lastIndexOf('…'); at >= 0; at = at > 0 ? hidden.lastIndexOf('…', at - 1) : -1) {
      const before = hidden.slice(0, at);
      const after = hidden.slice(at + 1);
      const begun = beginningIn(before);
      const kept = begun === undefined ? `${before}…` : before.slice(0, begun.start) + shortenedSecret(begun.value);
      hidden = kept + after.slice(endIn(after));
      at = kept.length - 1;
    }
    return hidden;
  };

  /** Where the text ends with the beginning of a value. */
  function beginningIn(text: string): { readonly start: number; readonly value: string } | undefined {
    for (let start = 0; start + TELLING <= text.length; start++) {
      const value = byHead.get(text.slice(start, start + TELLING))?.find(one => one.startsWith(text.slice(start)));
      if (value !== undefined) return { start, value };
    }
    return undefined;
  }

  /** So long is the end of a value with which the text begins; 0 where it does not. */
  function endIn(text: string): number {
    for (let end = text.length; end >= TELLING; end--) {
      if (byTail.get(text.slice(end - TELLING, end))?.some(one => one.endsWith(text.slice(0, end)))) return end;
    }
    return 0;
  }
}

function grouped(values: readonly string[], keyOf: (value: string) => string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
