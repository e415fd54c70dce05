import { inEnglish } from '@loadlight/facts/message';
import type { ShareItem, ShareReport } from '@loadlight/engine/share/share-report';
import type { SharedNotebook } from './shared-notebook.js';

/** The report as JSON, version 1: fields are added, never renamed or taken away. */
export function shareAsJson(shared: readonly SharedNotebook[]): string {
  const notebooks = shared.map(({ file, report, copy, target }) => ({
    file,
    ...jsonReport(report),
    clean: copy
      ? {
          file: target ?? null,
          removed: copy.removed.reduce((sum, { times }) => sum + times, 0),
          ...jsonReport(copy.report)
        }
      : null
  }));
  return `${JSON.stringify({ version: 1, ready: shared.every(one => (one.copy?.report ?? one.report).ready), notebooks }, null, 2)}\n`;
}

function jsonReport({ ready, items, ignored, looked, notes }: ShareReport): object {
  return { ready, ignored, looked, notes: notes.map(inEnglish), items: items.map(jsonItem) };
}

function jsonItem({ level, finding, cell, executionCount, excerpt, times, redaction, kept, fixes }: ShareItem): object {
  const { part, range } = finding.place;
  return {
    level,
    rule: finding.rule,
    name: finding.name,
    severity: finding.severity,
    cell,
    cellId: part.kind === 'file' ? null : part.cell,
    executionCount,
    part: part.kind,
    output: part.kind === 'output' ? part.index : null,
    mime: part.kind === 'output' ? part.mime : null,
    range,
    message: inEnglish(finding.message),
    excerpt,
    times,
    cleaned: redaction !== undefined,
    kept: kept ?? null,
    fixes: fixes.map(({ fix }) => ({ title: inEnglish(fix.title), kind: fix.kind })),
    fingerprint: finding.fingerprint
  };
}
