import { isPlaceholderAddress } from '../placeholder.js';
import type { RawSecret } from '../raw-secret.js';
import { heldBy, variableFor, type Held } from './credential-name.js';
import { isUuid, looksLikePassword, looksRandom } from './looks-random.js';
import { providersIn, type NamedProvider } from './named-providers.js';
import { candidates, type Candidate } from './places.js';

/** So far before a value is looked for the name of a service. */
const AROUND = 120;
/** So much of a line before a value is looked at. */
const LONGEST_LEAD = 300;
/** Where a host that is only documentation stands. */
const LONGEST_HOST = 80;

/**
 * The credentials that no shape gives away, but where they stand does: `wandb.login(key="…")`, `password: …`,
 * `Authorization: Bearer …`. In order; placeholders, look-ups, names and hashes are left out.
 */
export function secretsByMeaning(text: string): RawSecret[] {
  const found: RawSecret[] = [];
  let last = -1;
  const all = [...candidates(text)].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const candidate of all) {
    if (candidate.start < last) continue;
    const secret = judged(text, candidate);
    if (!secret) continue;
    found.push(secret);
    last = candidate.end;
  }
  return found;
}

function judged(text: string, candidate: Candidate): RawSecret | undefined {
  const { start, end, name, form } = candidate;
  const value = candidate.value ?? text.slice(start, end);
  switch (form) {
    case 'address':
      return addressPassword(text, candidate);
    case 'header':
      return headerValue(text, candidate);
    case 'call':
      if (name === 'password')
        return looksLikePassword(value) || looksRandom(value) ? secret(candidate, 'password') : undefined;
      return keyOf(providersIn(name), value) || looksRandom(value)
        ? secret(candidate, 'token', providersIn(name)[0])
        : undefined;
    default: {
      const held = heldBy(name);
      if (held === undefined) return undefined;
      if (form === 'plain' && !standsAlone(text, candidate, held)) return undefined;
      return named(text, candidate, held);
    }
  }
}

function named(text: string, candidate: Candidate, held: Held): RawSecret | undefined {
  const { start, name, form } = candidate;
  const value = candidate.value ?? text.slice(start, candidate.end);
  if (held === 'password') {
    const isPassword = looksLikePassword(value) || (value.length >= 16 && looksRandom(value));
    return isPassword ? secret(candidate, 'password', providersIn(name)[0]) : undefined;
  }
  const own = providersIn(name);
  const around = providersIn(text.slice(Math.max(0, start - name.length - AROUND), start));
  const service = keyOf(own, value) ?? (held !== 'key' || form === 'quoted' ? keyOf(around, value) : undefined);
  if (service) return { ...secret(candidate, 'api-key', service), by: 'service' };
  // \`key=\` alone is anything.
  if (held === 'key') return undefined;
  if (isUuid(value)) return held === 'token' ? undefined : secret(candidate, held, own[0]);
  if (!looksRandom(value) && !(held === 'secret' && value.length >= 10 && looksLikePassword(value))) return undefined;
  return secret(candidate, held, own[0]);
}

/** The one of these services that gives out such values. */
export function keyOf(services: readonly NamedProvider[], value: string): NamedProvider | undefined {
  if (!looksRandom(value) && !isUuid(value)) return undefined;
  return services.find(({ shape }) => shape?.test(value) === true);
}

/** Outside quotes, in code, a value is a name; a credential stands in lines of settings, in shell lines and options. */
function standsAlone(text: string, { start, end, name }: Candidate, held: Held): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_LEAD), start);
  const lead = before.slice(before.lastIndexOf('\n') + 1);
  const rest = text.slice(end, end + 40);
  const value = text.slice(start, end);
  const isOption = new RegExp(`(?:^|\\s)--?${escaped(name.replace(/^-+/, ''))}[ =]["']?$`).test(lead);
  if (isOption) return true;
  if (!/[=:]/.test(lead.slice(-6))) return false;
  // With one space for several, the expression has nothing to try twice.
  const isSetting = /^(?:[-#>*] )?(?:!|%|export|set|env|\$env:|ENV|SET)? ?[\w.$:" '-]{1,80}["']? ?[=:]$/.test(
    lead.trim().replace(/\s+/g, ' ')
  );
  const endsLine = /^["',;]{0,2}\s*(?:#.*)?(?:\r?\n|$)/.test(rest);
  if (held === 'password') {
    // Python's own assignments have spaces around the sign, arguments a comma behind them.
    const isCode = (/\s=\s$/.test(lead) || /^\s*,/.test(rest)) && isExpression(value);
    const inString = /;$/.test(rest.slice(0, 1)) || /;[^;"']*$/.test(lead);
    return (isSetting && endsLine && !isCode) || (inString && !isCode);
  }
  return isSetting || /[?&]$/.test(text.slice(start - name.length - 2, start - name.length - 1)) || looksRandom(value);
}

/** Names, numbers and signs between them, as code has them. */
function isExpression(value: string): boolean {
  return value.split(/[-+*/^%|&@.:]+/).every(piece => /^(?:[A-Za-z_]\w*|\d+)?$/.test(piece));
}

function addressPassword(text: string, candidate: Candidate): RawSecret | undefined {
  const { start, end } = candidate;
  const value = text.slice(start, end);
  const before = text.slice(Math.max(0, start - LONGEST_LEAD), start);
  const scheme = Math.max(before.lastIndexOf('://'), 0);
  const address = `x${before.slice(scheme)}${text.slice(start, end + LONGEST_HOST)}`.split(/[\s"'`<>]/)[0] ?? '';
  if (isPlaceholderAddress(address) || /[$%]/.test(value)) return undefined;
  if (!looksLikePassword(value) && !looksRandom(value)) return undefined;
  return {
    start,
    end,
    provider: 'address',
    label: 'password-of-an-address',
    variable: 'DATABASE_PASSWORD',
    by: 'place'
  };
}

function headerValue(text: string, candidate: Candidate): RawSecret | undefined {
  const { start, end, name } = candidate;
  const value = text.slice(start, end);
  if (name === 'Basic') return isBasic(value) ? secret(candidate, 'password') : undefined;
  const around = text.slice(Math.max(0, start - 40), start);
  const isHeader = name === 'Bearer' || /authorization|headers?/i.test(around);
  return isHeader && looksRandom(value)
    ? secret(candidate, 'token', providersIn(text.slice(end, end + AROUND))[0])
    : undefined;
}

/** `user:password` in base64. */
function isBasic(value: string): boolean {
  try {
    return /^[\x21-\x7e]{1,80}:[\x21-\x7e]{4,}$/.test(atob(value)) && looksRandom(value);
  } catch {
    return false;
  }
}

const LABELS = {
  password: 'password',
  token: 'token',
  secret: 'secret',
  'api-key': 'api-key',
  key: 'api-key'
} as const;

function secret({ start, end, name }: Candidate, held: Held, service?: NamedProvider): RawSecret {
  return { start, end, ...saidOf(name, held, service) };
}

/** Keys that no service gives out. */
const KEY_OF_ONES_OWN = /(?:private|encrypt(?:ion)?|signing|shared|master|hmac|fernet|aes|license)[_-]?key$/i;

/** What is said of a credential of that name and service. */
export function saidOf(name: string, held: Held, service?: NamedProvider): Omit<RawSecret, 'start' | 'end'> {
  const own = /^[A-Z][A-Z0-9_]{3,}$/.test(name) ? name : undefined;
  const variable = own ?? service?.variable ?? variableFor(name);
  const base = { variable, by: 'place' } as const;
  if (!service)
    return {
      ...base,
      provider: 'unknown',
      label: held === 'api-key' && KEY_OF_ONES_OWN.test(name) ? 'key' : LABELS[held]
    };
  const kind = held === 'password' ? 'password' : held === 'token' ? 'token' : held === 'secret' ? 'secret' : 'key';
  return { ...base, provider: service.provider, label: `named-${kind}`, name: service.name, revoke: service.revoke };
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}
