import type { Fetch } from '@loadlight/facts/fact';
import type { Fix } from '@loadlight/facts/fix';
import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Place } from '@loadlight/facts/place';
import { addressParts, bringsFile, isOwnHost } from './address.js';
import { CHECKSUM_TITLES, checksumFixes } from './checksum-fixes.js';
import { literalInQuotes } from './literal-argument.js';
import { isUnsafeLoad } from './load-at.js';
import { shorten } from './origin-wording.js';
import type { Context, Rule } from './rule.js';

const messages: MessageTemplates = {
  plain:
    'Anybody on the way can replace what `{tool}` brings from {host}: it comes over plain http. Use https, or compare a checksum.',
  'fix-https': 'Change to https (fails if the server does not answer there)',
  ...CHECKSUM_TITLES
};

/** LL205: what is loaded, run or read as data comes over http. */
export const plainHttpDownload: Rule<'fetch'> = {
  meta: {
    id: 'LL205',
    name: 'plain-http-download',
    summary: 'a download over http, which anybody on the way can replace',
    severity: 'warning',
    equivalents: [],
    cwe: [319, 494],
    messages,
    references: ['https://cwe.mitre.org/data/definitions/319.html']
  },
  reads: ['fetch'],
  check(fetch, context) {
    if (fetch.origin.kind !== 'http' || fetch.checksum || !bringsFile(fetch)) return [];
    if (fetch.told && !fetch.told.includes('address')) return [];
    const parts = addressParts(fetch.origin.url);
    if (parts?.scheme !== 'http' || isOwnHost(parts.host) || isUnsafeLoad(fetch, context)) return [];
    const at = literalAddress(fetch);
    return [
      {
        severity: 'warning',
        message: say(messages, 'plain', { tool: fetch.call?.written ?? fetch.tool, host: shorten(parts.host) }),
        place: (at && fetch.call?.arguments.get(at.name)?.place) ?? fetch.call?.calleePlace ?? fetch.place,
        fixes: [...fixes(at?.place, fetch.origin.url), ...checksumFixesOf(fetch, context)],
        subject: parts.host
      }
    ];
  }
};

function fixes(place: Place | undefined, url: string): readonly Fix[] {
  if (!place) return [];
  const value = { kind: 'literal', value: url.replace(/^http:/i, 'https:') } as const;
  return [{ title: say(messages, 'fix-https'), kind: 'review', intents: [{ kind: 'replaceLiteral', place, value }] }];
}

/** Above the first load of what arrives, which need not be one that can run code. */
function checksumFixesOf({ origin, destination, through }: Fetch, context: Context): readonly Fix[] {
  if (destination === undefined || through !== undefined || origin.kind !== 'http') return [];
  const load = context
    .factsOf('load')
    .find(one => one.file === destination && one.origin.kind === 'http' && one.origin.url === origin.url);
  return load ? checksumFixes(load, context) : [];
}

/** Between the quotes of the argument that is the address itself, written out in the call. */
function literalAddress({ call, origin, through }: Fetch): { name: string; place: Place } | undefined {
  if (!call || origin.kind !== 'http' || through !== undefined) return undefined;
  for (const name of call.arguments.keys()) {
    const place = literalInQuotes(call, name, text => text === origin.url);
    if (place) return { name, place };
  }
  return undefined;
}
