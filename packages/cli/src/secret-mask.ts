import type { Finding } from '@loadlight/facts/finding';
import { partKey, type Part } from '@loadlight/facts/place';
import { shownOfSecret } from '@loadlight/facts/shown-of-secret';
import { TextLines } from '@loadlight/facts/text-lines';

/** The family of rules whose findings stand on the secret itself. */
function isSecret(finding: Finding): boolean {
  return finding.rule.startsWith('LL3');
}

/** The text of a part with every secret in it masked by as many `•`, so that columns stay. */
export function maskPart(text: string, part: Part, findings: readonly Finding[]): string {
  const lines = new TextLines(text);
  let masked = text;
  for (const { place } of findings.filter(isSecret)) {
    if (partKey(place.part) !== partKey(part)) continue;
    const start = lines.offset(place.range.start);
    const end = lines.offset(place.range.end);
    masked = masked.slice(0, start) + mask(masked.slice(start, end)) + masked.slice(end);
  }
  return masked;
}

/** The secrets themselves, to be masked wherever else the same characters stand. Never shown, never kept. */
export function secretValues(textOf: (part: Part) => string, findings: readonly Finding[]): string[] {
  return findings.filter(isSecret).flatMap(({ place }) => {
    const text = textOf(place.part);
    const lines = new TextLines(text);
    const value = text.slice(lines.offset(place.range.start), lines.offset(place.range.end));
    return value.length > 4 ? [value] : [];
  });
}

/** Keeps line breaks and the first characters. */
export function mask(secret: string): string {
  const shown = shownOfSecret(secret.length);
  return secret.slice(0, shown) + secret.slice(shown).replace(/[^\r\n]/g, '•');
}
