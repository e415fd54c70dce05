import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Severity } from '@loadlight/facts/finding';
import { inEnglish } from '@loadlight/facts/message';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { createEngine, settledAnalysis } from './analyser.js';
import type { FailOn, ScanOptions } from './arguments.js';
import { ConfigurationProblems } from './configuration-problems.js';
import { documentInput } from './document-input.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, reasonOf, type Found } from './find-files.js';
import { formatJson } from './format-json.js';
import { formatSarif } from './format-sarif.js';
import { formatText } from './format-text.js';
import type { FileResult, ScanResult } from './result.js';
import { rulePage } from './rule-pages.js';
import { showFindings, type Wanted } from './show-findings.js';
import { readSource, UnreadableError } from './source-file.js';
import type { Host } from './host.js';

/** `loadlight scan`: reads, analyses, reports. */
export async function scan(options: ScanOptions, host: Host): Promise<ExitCode> {
  const found = findFiles(options.paths, host.cwd, options.ignore);
  const text = options.format === 'text';
  const result = await analyseFiles(found, host, { lines: text, edits: !text });
  const report = format(result, options, host);
  if (options.output === undefined) host.out(report);
  else {
    try {
      writeFileSync(resolve(host.cwd, options.output), report);
    } catch (error) {
      host.err(`loadlight: ${options.output} cannot be written: ${reasonOf(error)}\n`);
      return EXIT.trouble;
    }
  }
  for (const { file, reason } of result.skipped.filter(({ named }) => named)) {
    host.err(`loadlight: ${file} cannot be scanned: ${reason}\n`);
  }
  return exitCode(result, options);
}

/** Analyses every file in turn; a file that cannot be read goes to `skipped`. */
async function analyseFiles(found: Found, host: Host, wanted: Wanted): Promise<ScanResult> {
  const files: FileResult[] = [];
  const skipped = [...found.skipped];
  const problems = new ConfigurationProblems(host.cwd);
  if (found.files.length === 0) return { files, skipped, brokenConfiguration: false };
  const engine = await createEngine(
    host,
    found.files.map(({ path }) => path)
  );
  try {
    for (const file of found.files) {
      try {
        const source = readSource(file);
        engine.put(documentInput(source.uri, 1, source.text, source.notebook));
        engine.setSettings({ ...DEFAULT_SETTINGS, evenIfExcluded: file.named }, source.uri);
        const { findings, notes, excluded } = await settledAnalysis(engine, source.uri);
        problems.note(engine, source.uri);
        if (!excluded)
          files.push({
            file: file.shown,
            findings: showFindings(source, findings, engine, host.cwd, wanted),
            notes: notes.map(inEnglish)
          });
        engine.close(source.uri);
      } catch (error) {
        // One file that cannot be analysed does not take the others with it.
        const reason =
          error instanceof UnreadableError ? error.message : `it could not be analysed (${reasonOf(error)})`;
        skipped.push({ file: file.shown, reason, named: file.named });
      }
    }
  } finally {
    engine.dispose();
  }
  return { files, skipped, brokenConfiguration: problems.say(host.err) };
}

function format(result: ScanResult, options: ScanOptions, host: Host): string {
  switch (options.format) {
    case 'json':
      return formatJson(result);
    case 'sarif':
      return formatSarif(result, rule => rulePage(host.parts, rule));
    case 'text':
      return formatText(result, {
        notes: options.notes,
        colours: host.colours && options.output === undefined,
        columns: host.columns
      });
  }
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1 };
const THRESHOLD: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, information: 1, never: 4 };

function exitCode({ files, skipped, brokenConfiguration }: ScanResult, { failOn, strict }: ScanOptions): ExitCode {
  if (brokenConfiguration || skipped.some(({ named }) => named || strict)) return EXIT.trouble;
  if (files.length === 0) return EXIT.nothing;
  const worst = Math.max(
    0,
    ...files.map(({ findings }) =>
      Math.max(0, ...findings.filter(({ suppressed }) => !suppressed).map(({ severity }) => RANK[severity]))
    )
  );
  return worst >= THRESHOLD[failOn] ? EXIT.findings : EXIT.clean;
}
