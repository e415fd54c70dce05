import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintCoreConfig } from '@secretlint/types';
import { formatMatches, type FormatMatch } from './format-matches.js';
import { secretsByMeaning } from './meaning/secrets-by-meaning.js';
import type { PatternMatch } from './own-patterns.js';
import { OWN_MESSAGES, ownMatches } from './own-patterns.js';
import { isPlaceholder, isPlaceholderAddress } from './placeholder.js';
import { PROVIDERS } from './providers.js';
import type { RawSecret } from './raw-secret.js';
import { LONGEST_TEXT } from './raw-secret.js';

/** Another tool's comments silence nothing here: suppressing is the user's word to Loadlight. */
const COMMENT_FILTER = '@secretlint/secretlint-rule-filter-comments';
const AWS = '@secretlint/secretlint-rule-aws';
const LONGEST_ADDRESS = 2048;

// The rules one by one, because the preset's own switch for turning one off has no effect.
const CONFIG: SecretLintCoreConfig = {
  rules: rules
    .filter(rule => rule.meta.id !== COMMENT_FILTER)
    .map(rule => ({ id: rule.meta.id, rule, options: rule.meta.id === AWS ? { enableIDScanRule: true } : {} }))
};

/**
 * The credentials in the first `LONGEST_TEXT` characters of a text, in order and without overlaps; placeholders are left
 * out. Nothing of the values is kept or logged.
 */
export async function scan(text: string): Promise<RawSecret[]> {
  const looked = text.slice(0, LONGEST_TEXT);
  const matches = [...ownMatches(looked), ...(await presetMatches(looked))].map(match => wholeAddress(looked, match));
  const secrets = matches.filter(match => isCredential(looked, match)).map(toSecret);
  // What comes first is kept where two stand at the same place.
  return withoutOverlaps([...secrets, ...formatMatches(looked).map(ofFormat), ...secretsByMeaning(looked)]);
}
async function presetMatches(text: string): Promise<PatternMatch[]> {
  const { messages } = await lintSource({
    // The name only chooses rules by extension; none of those reads the disk for a .py file.
    source: { content: text, filePath: 'part.py', ext: '.py', contentType: 'text' },
    options: { config: CONFIG, noPhysicFilePath: true, maskSecrets: true }
  });
  // The scanner counts without the byte order mark that it takes off.
  const shift = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return messages
    .filter(({ messageId }) => !OWN_MESSAGES.has(messageId))
    .map(({ messageId, range: [start, end] }) => ({ messageId, range: [start + shift, end + shift] }));
}

/** The scanner ends an address at its host, or takes in the quotes after it: here it ends where an address does. */
function wholeAddress(text: string, match: PatternMatch): PatternMatch {
  if (!PROVIDERS[match.messageId]?.address) return match;
  const [start] = match.range;
  const address = /^[^@]*@[^\s"'`<>\\)\]},;]*/.exec(text.slice(start, start + LONGEST_ADDRESS))?.[0] ?? '';
  return { ...match, range: [start, start + address.length] };
}

function isCredential(text: string, { messageId, range: [start, end] }: PatternMatch): boolean {
  const provider = PROVIDERS[messageId];
  if (!provider) return false;
  const value = text.slice(start, end);
  if (provider.address) return !isPlaceholderAddress(value);
  if (messageId === 'AWSAccessKeyID') return isKeyOfAUser(text, start, value) && !isPlaceholder(value);
  return provider.provider === 'private-key' || !isPlaceholder(value);
}

/** Ids of roles and groups open nothing, and a signed address names the id that signed it, without its secret. */
function isKeyOfAUser(text: string, start: number, value: string): boolean {
  return (
    /^A[KS]IA/.test(value) && !/(?:X-Amz-Credential|AWSAccessKeyId)=$/i.test(text.slice(Math.max(0, start - 20), start))
  );
}

function toSecret({ messageId, range: [start, end] }: PatternMatch): RawSecret {
  const { provider = '', variable = '', label = '', revoke } = PROVIDERS[messageId] ?? {};
  return { start, end, provider, label, variable, by: 'shape', ...(revoke !== undefined && { revoke }) };
}

function ofFormat({ format: { provider, label, variable, name, revoke }, start, end }: FormatMatch): RawSecret {
  return { start, end, provider, label, variable, by: 'shape', ...(name && { name }), ...(revoke && { revoke }) };
}

/** Of those that overlap the first in the list, then in order. */
function withoutOverlaps(secrets: readonly RawSecret[]): RawSecret[] {
  const kept: RawSecret[] = [];
  for (const secret of secrets) {
    if (kept.every(({ start, end }) => secret.start >= end || secret.end <= start)) kept.push(secret);
  }
  return kept.sort((a, b) => a.start - b.start);
}
