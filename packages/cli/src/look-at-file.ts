import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import type { Engine } from '@loadlight/engine/engine';
import { inEnglish } from '@loadlight/facts/message';
import { settledAnalysis } from './analyser.js';
import { configurationProblems } from './configuration-problems.js';
import { documentInput } from '@loadlight/engine/document-input';
import { reasonOf, type FoundFile, type Skipped } from './find-files.js';
import type { FileResult } from './result.js';
import { showFindings, type Wanted } from './show-findings.js';
import { readSource, UnreadableError, type SourceFile } from './source-file.js';

/** What came of one file: a result, or why there is none; neither where the configuration excludes it, or where it
 * holds no credential and nothing else is looked for in it. */
export interface Looked {
  readonly result?: FileResult;
  readonly skipped?: Skipped;
  /** Its name, where it is aside: settings that hold no credential. */
  readonly aside?: string;
  /** Mistakes in the configuration that counts for it, a line each. */
  readonly problems: readonly string[];
}

/** Reads and analyses one file. Never throws: one file that cannot be analysed does not take the others with it. */
export async function lookAtFile(
  file: FoundFile,
  engine: Engine,
  cwd: string,
  wanted: Wanted,
  read: (file: FoundFile) => SourceFile = readSource
): Promise<Looked> {
  try {
    const source = read(file);
    engine.put(
      documentInput(source.uri, 1, source.text, source.notebook, { texts: true, onlySecrets: file.onlySecrets })
    );
    engine.setSettings({ ...DEFAULT_SETTINGS, evenIfExcluded: file.forced }, source.uri);
    const analysis = await settledAnalysis(engine, source.uri);
    const { notes, excluded } = analysis;
    const problems = configurationProblems(engine, source.uri, cwd);
    const shown = excluded ? [] : showFindings(source, analysis, engine, cwd, wanted);
    engine.close(source.uri);
    // Settings in which nothing is are not what a scan is about.
    const isAside = file.onlySecrets && !file.named && shown.length === 0;
    if (isAside && !excluded) return { aside: file.shown, problems };
    return excluded
      ? { problems }
      : { result: { file: file.shown, findings: shown, notes: notes.map(inEnglish) }, problems };
  } catch (error) {
    return {
      skipped: {
        file: file.shown,
        reason: error instanceof UnreadableError ? error.message : `it could not be analysed (${reasonOf(error)})`,
        named: file.named
      },
      problems: []
    };
  }
}
