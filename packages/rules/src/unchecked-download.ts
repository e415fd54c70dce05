import type { Fetch } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import { addressParts, isOwnHost } from './address.js';
import { passArgument } from './argument-fix.js';
import { isHashed } from './hashed-name.js';
import { isUnsafeLoad } from './load-at.js';
import { shorten } from './origin-wording.js';
import type { Context, Rule } from './rule.js';

const messages: MessageTemplates = {
  data: 'What {host} answers today is read as data, and it can be something else tomorrow. Keep a copy, or an address with a commit in it.',
  weights:
    'What {host} answers today is loaded, and nothing is compared. Pass `check_hash=True` where the name carries a hash.',
  'fix-check-hash': 'Pass check_hash=True (fails if the hash in the name is not that of the file)'
};

/** LL207: better practice, so information. */
export const uncheckedDownload: Rule<'fetch'> = {
  meta: {
    id: 'LL207',
    name: 'unchecked-download',
    summary: 'data or a model from an address, with no checksum and no commit',
    severity: 'information',
    equivalents: [],
    cwe: [494],
    messages,
    references: ['https://docs.pytorch.org/docs/stable/hub.html', 'https://www.fatiando.org/pooch/latest/hashes.html']
  },
  reads: ['fetch'],
  check(fetch, context) {
    const { origin, checksum, tls, call, told } = fetch;
    if (told && !told.includes('address')) return [];
    const parts = origin.kind === 'http' ? addressParts(origin.url) : undefined;
    // Plain http and unchecked certificates are said by their own rules.
    if (parts?.scheme !== 'https' || checksum || !tls || isOwnHost(parts.host) || isPinned(parts.path)) return [];
    const id = kindOf(fetch, context);
    if (id === undefined) return [];
    const message = say(messages, id, { host: shorten(parts.host) });
    const fixes = id === 'weights' && isHashed(parts.path) ? checkingHash(fetch) : [];
    return [{ severity: 'information', message, place: call?.calleePlace ?? fetch.place, fixes, subject: parts.host }];
  }
};

function kindOf(fetch: Fetch, context: Context): string | undefined {
  if (isUnsafeLoad(fetch, context)) return undefined;
  if (fetch.tool === 'torch.hub.load_state_dict_from_url') return 'weights';
  if (/^(pandas|polars|datasets)\.|^numpy\.(loadtxt|genfromtxt)$/.test(fetch.tool)) return 'data';
  return undefined;
}

/** Without a hash in the name torch compares nothing and says nothing. */
function checkingHash({ call, through }: Fetch): readonly Fix[] {
  if (!call || through !== undefined || call.arguments.has('file_name')) return [];
  return passArgument(call, 'check_hash', true, say(messages, 'fix-check-hash'));
}

/** A commit stands in the path, so what is there stays as it is. */
function isPinned(path: string): boolean {
  return /\/[0-9a-f]{40}(\/|$)/i.test(path);
}
