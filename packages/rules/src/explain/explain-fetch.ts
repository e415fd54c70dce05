import type { Explanation } from '@loadlight/facts/explanation';
import type { Fetch } from '@loadlight/facts/fact';
import { shorten } from '../origin-wording.js';
import { hoverWords } from './explanation-wording.js';
import { headline } from './headline.js';

/** What a download brings from where to where, and what makes sure that it is the right thing. */
export function explainFetch(fetch: Fetch): Pick<Explanation, 'headline' | 'rows'> {
  const { origin, tool, call, revision, destination, checksum, tls } = fetch;
  const rows: Explanation['rows'][number][] = [];
  if (fetch.runsCode) rows.push({ label: hoverWords('can-run'), text: hoverWords('repository-code') });
  if (origin.kind === 'http') {
    if (origin.url) rows.push({ label: hoverWords('from'), text: shorten(origin.url) });
  } else {
    const { repository } = origin;
    const from = repository === undefined ? hoverWords('hub-unnamed') : hoverWords('hub', { repository });
    rows.push({ label: hoverWords('from'), text: from });
    const pinned = origin.pinned || (revision !== undefined && /^[0-9a-f]{40}$/i.test(revision));
    const pin = pinned ? 'pinned' : revision === undefined ? 'not-pinned' : 'moving';
    rows.push({ label: hoverWords('revision'), text: hoverWords(pin) });
  }
  if (destination !== undefined) rows.push({ label: hoverWords('to'), text: shorten(destination) });
  if (origin.kind === 'http') {
    rows.push({ label: hoverWords('checked'), text: hoverWords(checksum ? 'checksum' : 'no-checksum') });
    if (/^(http|ftp):/i.test(origin.url)) rows.push({ label: hoverWords('on-the-way'), text: hoverWords('plain') });
    else if (!tls) rows.push({ label: hoverWords('on-the-way'), text: hoverWords('no-certificates') });
  }
  return { headline: call ? headline(call, ['revision', 'verify']) : tool, rows };
}
