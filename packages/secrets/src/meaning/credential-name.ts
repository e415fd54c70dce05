/** What a name says that it holds. `key` alone says nothing: what stands around it decides. */
export type Held = 'password' | 'token' | 'secret' | 'api-key' | 'key';

const PASSWORDS = new Set([
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'passwort',
  'pwd',
  'psw',
  'pw',
  'pass',
  'userpass',
  'dbpass'
]);
const TOKENS = new Set(['authtoken', 'apitoken', 'accesstoken', 'bearer', 'authorization', 'jwt', 'auth']);
const KEYS = new Set([
  'apikey',
  'accesskey',
  'secretkey',
  'authkey',
  'appkey',
  'apisecret',
  'appsecret',
  'clientsecret'
]);

/** Before `key`, what makes a credential of it. */
const KEY_OF = new Set([
  'api',
  'access',
  'auth',
  'secret',
  'private',
  'account',
  'subscription',
  'storage',
  'encryption',
  'encrypt',
  'signing',
  'shared',
  'service',
  'admin',
  'master',
  'app',
  'hmac',
  'license',
  'write',
  'server',
  'fernet',
  'aes'
]);

/** Before `token`, what makes a piece of text, of a page or of a form of it. */
const NO_CREDENTIAL = new Set(
  `pad bos eos unk mask sep cls sos special image video audio text prompt first last next prev previous page
  continuation pagination csrf xsrf sync start end stop begin new old word sub char padding unknown separator boundary
  think tool user assistant system role media vision object box point placeholder blank empty oov delimiter newline
  trigger concept instance class initializer modifier target source lang language src tgt bot eot eoc eod fim prefix
  suffix middle mem key cursor max min num per input output generated decoder encoder draft added`.split(/\s+/)
);

/** One of what may follow a credential's name without making it the name of something else. */
const QUALIFIER =
  /(?:_?\d|_(?:value|str|string|text|default|prod|production|dev|development|staging|live|test|main|primary|secondary|backup|old|new|env|plain|raw|here))$/;

/** Of a longer name the end says what it is; in UTF-16 units. */
const LONGEST_NAME = 200;

/** Words of a name in lower case: `openaiApiKey`, `OPENAI_API_KEY` and `openai-api-key` are the same. */
function wordsOf(name: string): string[] {
  const spelled = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[-.\s]/g, '_')
    .slice(-LONGEST_NAME);
  return unqualified(spelled)
    .split('_')
    .filter(word => word !== '');
}

function unqualified(name: string): string {
  const rest = name.replace(QUALIFIER, '');
  return rest === name ? name : unqualified(rest);
}

/** What a variable, parameter, key, option or header of that name holds; undefined where it is no credential. */
export function heldBy(name: string): Held | undefined {
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (PASSWORDS.has(last) || /(?:password|passwd|passphrase)$/.test(last)) return 'password';
  if (KEYS.has(last)) return 'api-key';
  if (TOKENS.has(last)) return last === 'auth' && words.length > 1 ? undefined : 'token';
  if (last === 'token') return NO_CREDENTIAL.has(before) ? undefined : 'token';
  if (last === 'pat') return words.length > 1 ? 'token' : undefined;
  if (last === 'secret') return 'secret';
  if (last === 'key')
    return KEY_OF.has(before) || before.endsWith('api') ? (before === 'secret' ? 'secret' : 'api-key') : 'key';
  return undefined;
}

/** The environment variable that one would name so. */
export function variableFor(name: string): string {
  return (
    name
      .replace(/^.*\./, '')
      .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
      .split(/[^A-Za-z0-9]+/)
      .filter(word => word !== '')
      .join('_')
      .toUpperCase() || 'SECRET'
  );
}
