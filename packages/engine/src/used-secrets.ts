import type { CredentialUse, Fact, Secret } from '@loadlight/facts/fact';
import { partKey, type Place } from '@loadlight/facts/place';
import { shortenedSecret } from '@loadlight/facts/shown-of-secret';
import { formatMatches } from '@loadlight/secrets/format-matches';
import { secretsByMeaning } from '@loadlight/secrets/meaning/secrets-by-meaning';
import { usedSecret } from '@loadlight/secrets/meaning/used-secret';

/** What each use turned out to be; the same object for the same use. */
const judged = new WeakMap<CredentialUse, Secret | null>();

/**
 * The facts with credentials in the place of the uses that show them: one for a string, and none where the text around it shows it
 * already (`known`).
 */
export function withUsedSecrets(facts: readonly Fact[], known: readonly Fact[]): Fact[] {
  const taken = known.filter(fact => fact.kind === 'secret').map(({ place }) => place);
  return facts.flatMap((fact): Fact[] => {
    if (fact.kind !== 'credential-use') return [fact];
    const secret = secretOf(fact);
    if (!secret || taken.some(place => overlap(place, secret.place))) return [];
    taken.push(secret.place);
    return [secret];
  });
}

/** The credentials that are used, wherever they are written. */
export function usedValues(facts: readonly Fact[]): string[] {
  return facts.flatMap(fact => (fact.kind === 'credential-use' && secretOf(fact) ? [fact.value] : []));
}

function secretOf(use: CredentialUse): Secret | null {
  const before = judged.get(use);
  if (before !== undefined) return before;
  const { value, place, evidence, sureness, elsewhere } = use;
  const said = elsewhere && isShown(elsewhere.statement, value) ? undefined : usedSecret(use);
  if (!said) return remember(use, null);
  const file = elsewhere && { file: nameOf(elsewhere.place) };
  return remember(use, {
    kind: 'secret',
    place,
    evidence,
    sureness,
    ...said,
    ...file,
    masked: shortenedSecret(value),
    inCode: true,
    others: [],
    texts: []
  });
}

function remember<T extends Secret | null>(use: CredentialUse, secret: T): T {
  judged.set(use, secret);
  return secret;
}

/** Where the statement itself shows the credential, its own file says so. */
function isShown(statement: string, value: string): boolean {
  return [...formatMatches(statement), ...secretsByMeaning(statement)].some(({ start, end }) => {
    const shown = statement.slice(start, end);
    return shown.includes(value) || value.includes(shown);
  });
}

function nameOf({ document }: Place): string {
  return decodeURIComponent(document.slice(document.lastIndexOf('/') + 1));
}

function overlap(a: Place, b: Place): boolean {
  if (partKey(a.part) !== partKey(b.part)) return false;
  const isBefore = (one: Place, other: Place): boolean =>
    one.range.end.line < other.range.start.line ||
    (one.range.end.line === other.range.start.line && one.range.end.character <= other.range.start.character);
  return !isBefore(a, b) && !isBefore(b, a);
}
