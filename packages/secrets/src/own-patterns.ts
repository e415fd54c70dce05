import { entropy } from './placeholder.js';

/** A match, with the message id under which the provider table knows it. */
export interface PatternMatch {
  readonly messageId: string;
  readonly range: readonly [start: number, end: number];
}

interface OwnPattern {
  /** The group `value` is the credential. */
  readonly pattern: RegExp;
  /** The message id of what it is; undefined where it is no credential. */
  readonly identify: (value: string) => string | undefined;
}

const AWS_SECRET = 'AWSSecretAccessKey';

/**
 * AWS secrets, which the preset reports at the wrong place and does not find where Python assigns them
 * (`os.environ["AWS_SECRET_ACCESS_KEY"] = "…"`).
 */
const AWS_SECRETS: readonly OwnPattern[] = [
  {
    identify: () => AWS_SECRET,
    pattern:
      /secret_?access_?key\\?["']?\]?\s{0,8}(?::\s{0,4}str\s{0,4})?(?:=>|=|:|,)\s{0,8}\\?["']?(?<value>[A-Za-z0-9/+=]{40})(?![A-Za-z0-9/+=])/gi
  }
];

/**
 * Private keys, of which the preset knows those that node-forge reads: not those of elliptic curves in SEC 1 (RFC 5915) and Ed25519 in
 * PKCS 8 (RFC 8410), none that a passphrase protects (RFC 5958, and the headers of RFC 1421 that OpenSSL writes), and none that is joined of
 * several strings.
 */
const KEYS: readonly OwnPattern[] = [
  {
    identify: keyOf,
    pattern:
      /(?<value>-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----(?:[\s\\nr"']{0,40}Proc-Type: ?4, ?ENCRYPTED[\s\\nr"']{1,40}DEK-Info: ?[A-Z0-9-]{3,30},[0-9A-Fa-f]{16,64}[\s\\nr"']{1,40})?[A-Za-z0-9+/=\s\\"']{60,7500}-----END (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----)/g
  }
];

const PATTERNS = [...AWS_SECRETS, ...KEYS];

const HEADERS = /Proc-Type:[^,]{1,5},[^,]{1,150},[0-9A-Fa-f]{16,64}/;
/** `openssh-key-v1`, a zero byte, and how long the name of the cipher is; then that name (PROTOCOL.key of OpenSSH). */
const OPENSSH = 'b3BlbnNzaC1rZXktdjEA';
const OPENSSH_WITHOUT_CIPHER = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmU';

/** Whether it is a private key, in base64 and no key of a tutorial, and whether a passphrase protects it. */
function keyOf(block: string): string | undefined {
  const body = block.replace(HEADERS, '').replace(/-----[A-Z ]+-----|\\[nr]|[\s"'\\]/g, '');
  if (body.length < 60 || entropy(body) < 4) return undefined;
  // With these headers the key is encrypted from its first byte on.
  if (HEADERS.test(block)) return 'ProtectedPrivateKey';
  if (body.startsWith(OPENSSH)) return body.startsWith(OPENSSH_WITHOUT_CIPHER) ? 'PrivateKey' : 'ProtectedPrivateKey';
  // Else it begins with a sequence of ASN.1.
  if (!/^M[A-P]/.test(body)) return undefined;
  return block.includes('BEGIN ENCRYPTED ') ? 'ProtectedPrivateKey' : 'PrivateKey';
}

/** What the preset says under these ids is not listened to. */
export const OWN_MESSAGES: ReadonlySet<string> = new Set([AWS_SECRET]);

/** Every match in the text, by UTF-16 offsets. */
export function ownMatches(text: string): PatternMatch[] {
  return PATTERNS.flatMap(({ identify, pattern }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const value = match.groups?.['value'] ?? '';
      const messageId = identify(value);
      if (messageId === undefined) return [];
      const start = match.index + match[0].lastIndexOf(value);
      return [{ messageId, range: [start, start + value.length] as const }];
    })
  );
}
