import type { Session } from '../session.js';

/** Shorter work shows nothing; in milliseconds. */
const SHOWN_AFTER = 700;

/** Work-done progress in the client, while an analysis takes long enough to be noticed. */
export function progress({ connection, client, analyses }: Session): void {
  if (!client.progress) return;
  analyses.onStarted(({ uri, ended }) => {
    const timer = setTimeout(() => void show(uri, ended), SHOWN_AFTER);
    void ended.finally(() => clearTimeout(timer));
  });

  async function show(uri: string, ended: Promise<unknown>): Promise<void> {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin('Loadlight', undefined, nameOf(uri), false);
    await ended;
    reporter.done();
  }
}

function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
