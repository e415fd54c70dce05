import type { CredentialUse } from '@loadlight/facts/fact';
import { isPlaceholder, isPlaceholderAddress } from '../placeholder.js';
import type { RawSecret } from '../raw-secret.js';
import { heldBy } from './credential-name.js';
import { isUuid, looksLikePassword, looksRandom } from './looks-random.js';
import { providersIn, type NamedProvider } from './named-providers.js';
import { keyOf, saidOf } from './secrets-by-meaning.js';

/** What is said of a credential, wherever it stands. */
type SaidOfSecret = Omit<RawSecret, 'start' | 'end'>;

/** What the string is that goes there; undefined where it does not look like a credential. */
export function usedSecret({ value, name, callee, holds, whole }: CredentialUse): SaidOfSecret | undefined {
  if (holds === 'address') return passwordOfAddress(value, whole);
  const held = holds ?? heldBy(name);
  if (held === undefined) return undefined;
  const services = [...providersIn(name), ...providersIn(callee)];
  if (held === 'password') {
    const isPassword = looksLikePassword(value) || (value.length >= 16 && looksRandom(value));
    return isPassword ? saidOf(name, held, services[0]) : undefined;
  }
  const service = keyOf(services, value) ?? (holds && ofThatShape(services, value));
  if (service) return { ...saidOf(name, held === 'key' ? 'api-key' : held, service), by: 'service' };
  if (held === 'key') return undefined;
  if (isUuid(value)) return held === 'token' && !holds ? undefined : saidOf(name, held, services[0]);
  const isChosen = held === 'secret' && value.length >= 10 && looksLikePassword(value);
  return looksRandom(value) || isChosen ? saidOf(name, held, services[0]) : undefined;
}

/** Where the function takes nothing else, the shape that its service gives out is enough. */
function ofThatShape(services: readonly NamedProvider[], value: string): NamedProvider | undefined {
  if (isPlaceholder(value) || !/\d/.test(value)) return undefined;
  return services.find(({ shape }) => shape?.test(value) === true);
}

/** `postgresql://ml:` + value + `@db.acme.io/rows` */
function passwordOfAddress(value: string, whole: string | undefined): SaidOfSecret | undefined {
  const [address, password] = /^[\w+.-]*:\/\/[^\s:/@]*:([^\s/@]+)@[^\s/]+/.exec(whole ?? '') ?? [];
  if (address === undefined || password !== value || isPlaceholderAddress(address)) return undefined;
  if (!looksLikePassword(value) && !looksRandom(value)) return undefined;
  return {
    provider: 'address',
    label: 'password-of-an-address',
    variable: 'DATABASE_PASSWORD',
    by: 'place'
  };
}
