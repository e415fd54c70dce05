import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Severity } from '@loadlight/facts/finding';
import type { FailOn, ScanOptions } from './arguments.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { reasonOf } from './find-files.js';
import { formatJson } from './format-json.js';
import { formatSarif } from './format-sarif.js';
import { formatText } from './format-text.js';
import type { Host } from './host.js';
import type { ScanResult } from './result.js';
import { rulePage } from './rule-pages.js';

/** Writes the result where and how it is wanted, and says how the command ends. */
export function report(result: ScanResult, options: ScanOptions, host: Host): ExitCode {
  const text = formatted(result, options, host);
  if (options.output === undefined) host.out(text);
  else {
    try {
      writeFileSync(resolve(host.cwd, options.output), text);
    } catch (error) {
      host.err(`loadlight: ${options.output} cannot be written: ${reasonOf(error)}\n`);
      return EXIT.trouble;
    }
  }
  sayUnreadable(result, host);
  return exitCode(result, options);
}

/** A line for each file that was named and cannot be read. */
export function sayUnreadable({ skipped }: ScanResult, host: Host): void {
  for (const { file, reason } of skipped.filter(({ named }) => named)) {
    host.err(`loadlight: ${file} cannot be scanned: ${reason}\n`);
  }
}

function formatted(result: ScanResult, options: ScanOptions, host: Host): string {
  switch (options.format) {
    case 'json':
      return formatJson(result);
    case 'sarif':
      return formatSarif(result, rule => rulePage(host.parts, rule));
    case 'text':
      return formatText(result, {
        notes: options.notes,
        colours: host.colours && options.output === undefined,
        columns: host.columns,
        since: options.diff,
        excludes: options.forceExclude
      });
  }
}

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, information: 1 };
const THRESHOLD: Readonly<Record<FailOn, number>> = { error: 3, warning: 2, information: 1, never: 4 };

function exitCode(
  { files, skipped, brokenConfiguration }: ScanResult,
  { failOn, strict, diff, forceExclude }: ScanOptions
): ExitCode {
  if (brokenConfiguration || skipped.some(({ named, isData }) => named || (strict && !isData))) return EXIT.trouble;
  // What is left out on purpose is no mistake of whoever called.
  if (files.length === 0) return diff === undefined && !forceExclude ? EXIT.nothing : EXIT.clean;
  const worst = Math.max(
    0,
    ...files.map(({ findings }) =>
      Math.max(
        0,
        ...findings
          .filter(({ suppressed, baselineState }) => !suppressed && baselineState !== 'unchanged')
          .map(({ severity }) => RANK[severity])
      )
    )
  );
  return worst >= THRESHOLD[failOn] ? EXIT.findings : EXIT.clean;
}
