import type { Secret } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { partKey, type Place } from '@loadlight/facts/place';
import { CREDENTIAL_FIX_MESSAGES, credentialFixes } from '@loadlight/rules/credential-fixes';
import { clearingFix } from '@loadlight/rules/secret-in-output';
import type { Context } from '@loadlight/rules/rule';
import { placesOf, type SecretText } from './same-secrets.js';

/** A credential that a finding is about, to be taken out of other documents as well. Its value is never said. */
export interface FoundCredential {
  readonly secret: Secret;
  readonly value: string;
}

/** What is known of a document in which it is looked for. */
export interface TakenFrom {
  readonly uri: string;
  readonly texts: readonly SecretText[];
  readonly context: Context;
  isComment(place: Place): boolean;
  fits(fix: Fix): boolean;
}

/**
 * The best fix that takes the credential out of the whole document, wherever it stands there; `places` says in how many. No fix where
 * one of the places takes none.
 */
export function takeOut({ secret, value }: FoundCredential, from: TakenFrom): { places: number; fix?: Fix } {
  const prose = new Set(from.texts.filter(text => text.isProse).map(({ part }) => partKey(part)));
  const all = placesOf(value, from.uri, from.texts);
  const texts = all.filter(({ part }) => prose.has(partKey(part)));
  const outputs = all.filter(({ part }) => part.kind === 'output');
  const code = all.filter(place => !texts.includes(place) && !outputs.includes(place));
  const fix = fixesFor(secret, code, texts, outputs, from).find(one => from.fits(one));
  return { places: all.length, ...(fix && { fix }) };
}

function fixesFor(
  secret: Secret,
  code: readonly Place[],
  texts: readonly Place[],
  outputs: readonly Place[],
  from: TakenFrom
): Fix[] {
  const place = code.find(one => !from.isComment(one));
  if (place) {
    const others = [...code.filter(one => one !== place), ...outputs];
    return credentialFixes(CREDENTIAL_FIX_MESSAGES, { ...secret, place, inCode: true, others, texts }, from.context);
  }
  const clearing = clearingFix(outputs);
  const marked = [...code, ...texts];
  if (marked.length === 0) return outputs.length > 0 ? [clearing] : [];
  // Nobody looks up what stands in comments and text: it gets a mark there.
  const marking = { kind: 'redact', places: marked, variable: secret.variable } as const;
  return [{ ...clearing, intents: [marking, ...(outputs.length > 0 ? clearing.intents : [])] }];
}
