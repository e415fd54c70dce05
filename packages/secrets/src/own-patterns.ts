/** A match, with the message id under which the provider table knows it. */
export interface PatternMatch {
  readonly messageId: string;
  readonly range: readonly [start: number, end: number];
}

/**
 * Hugging Face's tokens, for which the preset has no rule, and AWS secrets, which it reports at the wrong place and does
 * not find where Python assigns them (`os.environ["AWS_SECRET_ACCESS_KEY"] = "…"`). The group `value` is the credential.
 */
const PATTERNS: readonly { readonly messageId: string; readonly pattern: RegExp }[] = [
  { messageId: 'HuggingFaceToken', pattern: /(?<![A-Za-z0-9_])(?<value>(?:hf|api_org)_[A-Za-z]{34})(?![A-Za-z0-9_])/g },
  {
    messageId: 'AWSSecretAccessKey',
    pattern:
      /secret_?access_?key["']?\]?\s*(?::\s*str\s*)?(?:=>|=|:|,)\s*["']?(?<value>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])/gi
  }
];

/** What the preset says under these ids is not listened to. */
export const OWN_MESSAGES: ReadonlySet<string> = new Set(PATTERNS.map(({ messageId }) => messageId));

/** Every match in the text, by UTF-16 offsets. */
export function ownMatches(text: string): PatternMatch[] {
  return PATTERNS.flatMap(({ messageId, pattern }) =>
    [...text.matchAll(pattern)].map(match => {
      const value = match.groups?.['value'] ?? '';
      const start = match.index + match[0].lastIndexOf(value);
      return { messageId, range: [start, start + value.length] as const };
    })
  );
}
