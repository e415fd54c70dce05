import { entropy } from './placeholder.js';

/** A match, with the message id under which the provider table knows it. */
export interface PatternMatch {
  readonly messageId: string;
  readonly range: readonly [start: number, end: number];
}

interface OwnPattern {
  readonly messageId: string;
  /** The group `value` is the credential. */
  readonly pattern: RegExp;
  readonly isValue?: (value: string) => boolean;
}

/**
 * AWS secrets, which the preset reports at the wrong place and does not find where Python assigns them
 * (`os.environ["AWS_SECRET_ACCESS_KEY"] = "…"`).
 */
const AWS_SECRETS: readonly OwnPattern[] = [
  {
    messageId: 'AWSSecretAccessKey',
    pattern:
      /secret_?access_?key\\?["']?\]?\s{0,8}(?::\s{0,4}str\s{0,4})?(?:=>|=|:|,)\s{0,8}\\?["']?(?<value>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])/gi
  }
];

/**
 * Private keys, of which the preset knows those that node-forge reads: not those of elliptic curves in SEC 1 (RFC 5915) and Ed25519 in
 * PKCS 8 (RFC 8410), and none that is joined of several strings.
 */
const KEYS: readonly OwnPattern[] = [
  {
    messageId: 'PrivateKey',
    pattern:
      /(?<value>-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----[A-Za-z0-9+/=\s\\"']{60,7500}-----END (?:(?:RSA|EC|DSA|OPENSSH) )?PRIVATE KEY-----)/g,
    isValue: isKey
  }
];

const PATTERNS = [...AWS_SECRETS, ...KEYS];

/** In base64, a sequence of ASN.1, or what OpenSSH begins its keys with (`openssh-key-v1`); and no key of a tutorial. */
function isKey(block: string): boolean {
  const body = block.replace(/-----[A-Z ]+-----|\\[nr]|[\s"'\\]/g, '');
  return body.length >= 60 && /^(?:M[A-P]|b3BlbnNzaC1rZXktdjE)/.test(body) && entropy(body) >= 4;
}

/** What the preset says under these ids is not listened to. */
export const OWN_MESSAGES: ReadonlySet<string> = new Set(AWS_SECRETS.map(({ messageId }) => messageId));

/** Every match in the text, by UTF-16 offsets. */
export function ownMatches(text: string): PatternMatch[] {
  return PATTERNS.flatMap(({ messageId, pattern, isValue }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const value = match.groups?.['value'] ?? '';
      if (isValue?.(value) === false) return [];
      const start = match.index + match[0].lastIndexOf(value);
      return [{ messageId, range: [start, start + value.length] as const }];
    })
  );
}
