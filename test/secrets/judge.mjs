import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeItems } from './write-items.mjs';

/** What a scanner misses of the credentials, and which look-alikes it reports; shares from 0 to 1. */
export async function judge(flagged, credentials, lookAlikes) {
  const missed = await unflagged(flagged, credentials);
  const quiet = new Set(await unflagged(flagged, lookAlikes));
  const alarmed = lookAlikes.filter(item => !quiet.has(item));
  const found = credentials.length - missed.length;
  return { found, missed, alarmed, recall: found / credentials.length, precision: found / (found + alarmed.length) };
}

async function unflagged(flagged, items) {
  const root = mkdtempSync(path.join(tmpdir(), 'loadlight-labelled-'));
  try {
    const folders = writeItems(root, items);
    const said = new Set([...(await flagged(root))].map(file => file.split('/')[0]));
    return items.filter((_, i) => !said.has(folders[i]));
  } finally {
    rmSync(root, { recursive: true });
  }
}
