import type { Difference } from '@loadlight/facts/text-difference';
import { mayHoldFormat } from './format-matches.js';
import { secretsByMeaning } from './meaning/secrets-by-meaning.js';
import { LONGEST_TEXT } from './raw-secret.js';

/**
 * What every credential that the preset knows begins with or stands in, each with as much of its shape as keeps `SG.` out.
 */
const SHAPES: readonly RegExp[] = [
  /T3BlbkFJ|sk-ant-api/,
  /AKIA[A-Z0-9]{16}|ASIA[A-Z0-9]{16}/,
  /secret_?access_?key.{0,24}[a-z0-9/+=]{40}/is,
  /gh[opsur]_\w{36}|github_pat_\w{82}/,
  /npm_\w{36}|lin_api_\w{32}|ops_ey|shp(?:pa|ca|at|ss)_/,
  /xox[bpaor]-|xapp-|hooks\.slack\.com\/services/i,
  /SG\.\w{8,}\.\w{8,}/,
  /-----BEGIN ?[A-Z ]{0,12}PRIVATE KEY/,
  /[a-z]:\/\/[^:/\s]{1,256}:[^@/\s]{1,256}@/i
];

/**
 * Whether it is worth fetching the scanner for this text: false where the scanner would find nothing, true where it may.
 * Looks at as much of the text as the scanner does.
 */
export function mayHoldSecret(text: string): boolean {
  const looked = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  return SHAPES.some(shape => shape.test(looked)) || mayHoldFormat(looked) || secretsByMeaning(looked).length > 0;
}

/** No credential, with what tells of it around it, is longer; in UTF-16 units. */
const REACH = 8_000;

/**
 * The same of a text that came from one of which it was false: only what stands around the difference between both is looked
 * at.
 */
export function mayHoldSecretNow(text: string, { start, newEnd }: Difference): boolean {
  if (text.length > LONGEST_TEXT) return mayHoldSecret(text);
  return mayHoldSecret(text.slice(Math.max(0, start - REACH), newEnd + REACH));
}
