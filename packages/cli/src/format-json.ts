import type { Part } from '@loadlight/facts/place';
import type { ScanResult, ShownFinding, ShownFix, ShownPlace } from './result.js';

/** The JSON format, version 1: fields are added, never renamed or taken away. */
export function formatJson({ files, skipped }: ScanResult): string {
  const findings = files.flatMap(file => file.findings);
  const report = {
    version: 1,
    files: files.length,
    skipped: [
      ...skipped.map(({ file, reason }) => ({ file, reason })),
      ...files.flatMap(({ file, notes }) => notes.map(reason => ({ file, reason })))
    ],
    suppressed: findings.filter(({ suppressed }) => suppressed).length,
    findings: findings.map(jsonFinding)
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonFinding(finding: ShownFinding): object {
  const { place, part, repeats } = finding;
  return {
    rule: finding.rule,
    name: finding.name,
    severity: finding.severity,
    file: place.file,
    cell: place.cell,
    cellId: finding.cellId,
    part: part.kind,
    output: part.kind === 'output' ? part.index : null,
    mime: mimeOf(part),
    range: place.range,
    message: finding.message,
    evidence: finding.evidence.map(({ message, ...where }) => ({ ...jsonPlace(where), message })),
    fixes: finding.fixes.map(jsonFix),
    fingerprint: finding.fingerprint,
    repeats: repeats && jsonPlace(repeats),
    suppressed: finding.suppressed,
    baselineState: finding.baselineState
  };
}

function jsonFix({ title, kind, edits }: ShownFix): object {
  return { title, kind, edits: edits.map(edit => ({ ...jsonPlace(edit), newText: edit.newText })) };
}

function jsonPlace({ file, cell, range }: ShownPlace): object {
  return { file, cell, range };
}

function mimeOf(part: Part): string | null {
  return part.kind === 'output' ? part.mime : null;
}
