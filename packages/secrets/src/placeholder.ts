import { isWordy } from './wordy.js';

/** Words that stand in a value which its writer means to be replaced. */
const WORDS = /example|placeholder|change.?(?:me|it)|redacted|replace|insert|xxxxxx|foobar|sample|\.\.\.|\*\*\*|…|<|>/i;
/** So short that one of 5,000 random values holds one by chance; as words of their own, and written as words are, one of 200,000 does. */
const SHORT_WORDS =
  /(?:^|[^A-Za-z0-9])(?:your|Your|YOUR|fake|Fake|FAKE|todo|Todo|TODO|dummy|Dummy|DUMMY)|(?:your|fake|todo|dummy)$/;
const SHORT_WORDS_ANYWHERE = /your|fake|todo|dummy/i;
const PREFIX =
  /^(?:hf_|api_org_|sk-(?:proj|svcacct|admin|ant-api\d\d)?-?|gh[opsur]_|github_pat_|npm_|lin_api_|AKIA|ASIA|SG\.|xox[a-z]-|xapp-)/;
/** Bits a character; letters drawn at random have more than 4 at these lengths, `hf_abababab…` has 1. */
const ENTROPY_FLOOR = 2.8;
/** One of 1,300 ids of AWS, of 16 characters, has less than 2.8. */
const ENTROPY_FLOOR_OF_SHORT = 2.4;
const SHORTEST = 16;
const SHORT = 20;
/** A run is told from chance by its length, and by how much of the value it makes up: hexadecimal digits often have one of six. */
const LONGEST_RUN = 6;
const SHARE_OF_RUN = 0.2;
const RUN_OF_SEVERAL = 4;
const SHARE_OF_RUNS = 0.4;

/** Whether a word in it says that it stands where a credential will be. */
export function saysStandIn(value: string): boolean {
  return WORDS.test(value) || SHORT_WORDS.test(value) || (SHORT_WORDS_ANYWHERE.test(value) && isWordy(value));
}

/** True for a value that stands where a credential will be: repeated or counted-up characters, a word that says so. */
export function isPlaceholder(value: string): boolean {
  const body = value.replace(PREFIX, '');
  return (
    body.length < SHORTEST ||
    saysStandIn(body) ||
    isMadeOfRuns(body) ||
    entropy(body) < (body.length < SHORT ? ENTROPY_FLOOR_OF_SHORT : ENTROPY_FLOOR)
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
  return HOSTS.test(host) || PASSWORDS.test(password) || user === password || saysStandIn(password);
}

/** Whether characters that repeat or count up, `aaaa`, `abcd`, `1234`, make up so much of it that nobody drew it. */
function isMadeOfRuns(text: string): boolean {
  let longest = 1;
  let inRuns = 0;
  for (const step of [0, 1]) {
    let run = 1;
    for (let i = 1; i <= text.length; i++) {
      if (text.charCodeAt(i) - text.charCodeAt(i - 1) === step) {
        run++;
        continue;
      }
      longest = Math.max(longest, run);
      if (run >= RUN_OF_SEVERAL) inRuns += run;
      run = 1;
    }
  }
  return longest >= Math.max(LONGEST_RUN, text.length * SHARE_OF_RUN) || inRuns >= text.length * SHARE_OF_RUNS;
}

/** Shannon's, in bits a character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
