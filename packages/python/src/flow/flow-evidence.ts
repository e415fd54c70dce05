import type { Evidence } from '@loadlight/facts/fact';
import { evidence } from '../evidence.js';
import type { Publishing } from '../facts/draft.js';
import type { Source } from '../origin.js';
import type { FileEvent } from './file-event.js';
import type { Settled } from './file-history.js';

/** The lines that brought the bytes to the file, the nearest first. */
export function flowEvidence(source: Source, settled: Settled, publishing: Publishing): Evidence[] {
  return settled.events.slice(0, 4).flatMap((event, i) => {
    const message = sentence(event, source, settled, i === settled.events.length - 1);
    const { site, inModule } = event;
    if (!inModule) return [{ place: publishing.place(site), message }];
    return [
      { place: publishing.place(inModule), message },
      { place: publishing.place(site), message: evidence('evidence-imports', {}) }
    ];
  });
}

function sentence(event: FileEvent, source: Source, { origin }: Settled, isLast: boolean): Evidence['message'] {
  if (event.kind === 'arrives') return evidence('evidence-uploaded', { path: source.subject ?? '…', by: event.by });
  const path = nameOf(event) ?? source.subject ?? '…';
  if (event.kind === 'upload') return evidence('evidence-upload', { by: event.by });
  if (!isLast || origin.kind === 'file') return evidence('evidence-copied', { path });
  switch (origin.kind) {
    case 'http':
      return downloaded(path, origin.url);
    case 'hub':
      return downloaded(path, origin.repository);
    case 'upload':
      return evidence('evidence-uploaded', { path, by: origin.by });
    case 'written-here':
      return path === '…' ? evidence('evidence-written-unnamed', {}) : evidence('evidence-written', { path });
    default:
      return evidence('evidence-copied', { path });
  }
}

function nameOf(event: FileEvent): string | undefined {
  if (event.kind !== 'holds') return undefined;
  return event.path.startsWith('‹') ? undefined : event.path;
}

function downloaded(path: string, url: string | undefined): Evidence['message'] {
  return url ? evidence('evidence-downloaded', { path, url }) : evidence('evidence-downloaded-somewhere', { path });
}
