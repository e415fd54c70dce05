import { createEngine, workspaceFolders } from './analyser.js';
import type { FoundFile } from './find-files.js';
import type { Changes } from './git-changes.js';
import type { Host } from './host.js';
import { knownIn, type KnownFindings } from './known-findings.js';
import { lookAtFile } from './look-at-file.js';
import type { ScanResult } from './result.js';
import type { Wanted } from './show-findings.js';
import { decodeSource } from './source-file.js';

/**
 * What was found in these files as they were, among the other files as they are. Only files in which something is found now are
 * looked at. Throws GitError.
 */
export async function findingsBefore(
  result: ScanResult,
  files: readonly FoundFile[],
  changes: Changes,
  { parts, cwd }: Host,
  wanted: Wanted
): Promise<KnownFindings> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const withFindings = new Set(result.files.filter(({ findings }) => findings.length > 0).map(({ file }) => file));
  const looked = files.filter(({ shown }) => withFindings.has(shown));
  if (looked.length === 0) return known;
  const engine = await createEngine(
    parts,
    workspaceFolders(
      cwd,
      looked.map(({ path }) => path)
    )
  );
  try {
    for (const file of looked) {
      const bytes = changes.before(file.path);
      if (bytes === undefined) continue;
      const before = await lookAtFile(file, engine, cwd, wanted, one => decodeSource(one, bytes));
      known.set(file.shown, knownIn(before.result?.findings ?? []));
    }
  } finally {
    engine.dispose();
  }
  return known;
}
