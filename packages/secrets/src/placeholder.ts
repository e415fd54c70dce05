/** Words that stand in a value which its writer means to be replaced. */
const WORDS =
  /your|example|fake|placeholder|dummy|change.?(?:me|it)|redacted|replace|insert|xxxxxx|foobar|sample|todo|\.\.\.|\*\*\*|…|<|>/i;
const PREFIX =
  /^(?:hf_|api_org_|sk-(?:proj|svcacct|admin|ant-api\d\d)?-?|gh[opsur]_|github_pat_|npm_|lin_api_|AKIA|ASIA|SG\.|xox[a-z]-|xapp-)/;
/** Bits a character; letters drawn at random have more than 4 at these lengths, `hf_abababab…` has 1. */
const ENTROPY_FLOOR = 2.8;
const SHORTEST = 16;
const LONGEST_RUN = 6;

/** True for a value that stands where a credential will be: repeated or counted-up characters, a word that says so. */
export function isPlaceholder(value: string): boolean {
  const body = value.replace(PREFIX, '');
  return (
    body.length < SHORTEST ||
    WORDS.test(body) ||
    longestRun(body, 0) >= LONGEST_RUN ||
    longestRun(body, 1) >= LONGEST_RUN ||
    entropy(body) < ENTROPY_FLOOR
  );
}

const ADDRESS = /^[^:]*:\/\/([^:@/]*):([^@/]*)@([^/?#]*)/;
const PASSWORDS =
  /^(?:pass|passwd|password\d*|pwd|pw|secret|token|test|foo|bar|admin|root|guest|postgres|mysql|mongo)$/i;
const HOSTS =
  /^(?:[\w.-]+\.)?(?:example(?:\.(?:com|net|org))?|(?:foo|bar)\.com|host(?:name)?|domain(?:\.com)?|server|invalid|test|localhost|127\.0\.0\.1)(?::|$)/i;

/**
 * True for an address that shows how one is written: of a documentation host (RFC 2606) or of this machine, with a
 * password that everybody uses, or with the name once more as the password.
 */
export function isPlaceholderAddress(address: string): boolean {
  const [, user = '', password = '', host = ''] = ADDRESS.exec(address) ?? [];
  return HOSTS.test(host) || PASSWORDS.test(password) || user === password || WORDS.test(password);
}

/** How many characters follow one another with that step: 0 is `aaaa`, 1 is `abcd` or `1234`. */
function longestRun(text: string, step: number): number {
  let longest = 1;
  let run = 1;
  for (let i = 1; i < text.length; i++) {
    run = text.charCodeAt(i) - text.charCodeAt(i - 1) === step ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Shannon's, in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
