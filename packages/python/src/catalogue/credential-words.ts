import { CREDENTIALS } from './credentials.js';

/** Modules that are about much else: there the function's own name is looked for. */
const BROAD = new Set(['requests', 'httpx', 'aiohttp', 'pandas', 'boto3', 'redis']);

/** What tells of functions that are given a password or an address, or of those that are given a key. */
const words = (isPassword: boolean): string =>
  [
    ...new Set(
      CREDENTIALS.filter(({ holds }) =>
        Object.values(holds).some(held => (held === 'password' || held === 'address') === isPassword)
      ).map(({ name }) => {
        const parts = name.split('.');
        return (BROAD.has(parts[0] ?? '') ? parts.at(-1) : parts[0]) ?? name;
      })
    )
  ].join('|');

const KEYS = new RegExp(
  String.raw`(?:key|token|secret|auth\w{0,20}|bearer|jwt|pat)["']?\s?\]?\s?[=:,)]|\*\*|\b(?:${words(false)})\b`,
  'i'
);
const PASSWORDS = new RegExp(
  String.raw`(?:passw\w{0,20}|pwd|(?<![a-z])(?:pw|pass)|passphrase|auth|secret)["']?\s?\]?\s?[=:,)]|\b(?:${words(true)})\b`,
  'i'
);

/** False promises that nothing in the code is given a key or token. */
export function mayTakeKey(text: string): boolean {
  return KEYS.test(text);
}

/** False promises that nothing in the code is given a password. */
export function mayTakePassword(text: string): boolean {
  return PASSWORDS.test(text);
}
