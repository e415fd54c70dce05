/** A match, with the message id under which the provider table knows it. */
export interface PatternMatch {
  readonly messageId: string;
  readonly range: readonly [start: number, end: number];
}

/**
 * AWS secrets, which the preset reports at the wrong place and does not find where Python assigns them
 * (`os.environ["AWS_SECRET_ACCESS_KEY"] = "…"`). The group `value` is the credential.
 */
const PATTERNS: readonly { readonly messageId: string; readonly pattern: RegExp }[] = [
  {
    messageId: 'AWSSecretAccessKey',
    pattern:
      /secret_?access_?key\\?["']?\]?\s{0,8}(?::\s{0,4}str\s{0,4})?(?:=>|=|:|,)\s{0,8}\\?["']?(?<value>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])/gi
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
