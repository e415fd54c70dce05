import type { FindingData } from '@loadlight/protocol/finding-data';

/** A diagnostic, by what the server says of it. */
interface Found {
  readonly data?: unknown;
}

/** Fix-all takes the finding away. */
export function hasSafeFix({ data }: Found): boolean {
  return fixesOf(data as FindingData | undefined).some(({ kind }) => kind === 'safe');
}

/** An error or warning whose fixes may all change what the code does. */
export function isToReview(found: Found): boolean {
  const data = found.data as FindingData | undefined;
  return data?.severity !== 'information' && fixesOf(data).length > 0 && !hasSafeFix(found);
}

/** Those that do more than ignore it. */
function fixesOf(data: FindingData | undefined): FindingData['fixes'] {
  return (data?.fixes ?? []).filter(({ ignores }) => ignores === undefined);
}
