import type { Analysis } from '@loadlight/engine/analysis';
import type { Evidence } from '@loadlight/facts/fact';
import { asks } from '@loadlight/facts/asked';
import { ignoresIn } from '@loadlight/facts/fix';
import type { Finding, Severity } from '@loadlight/facts/finding';
import type { Range } from '@loadlight/facts/place';
import type { FindingData, OfferedFix } from '@loadlight/protocol/finding-data';
import { SOURCE } from '@loadlight/protocol/kinds';
import type { Diagnostic, DiagnosticRelatedInformation } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { shownAt } from './documents.js';
import { offeredFixes, shownFindings } from './shown-findings.js';
import type { Translation } from './translation.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information
};

/** How diagnostics are written for one client. */
export interface DiagnosticStyle {
  readonly rulePages: string;
  readonly relatedInformation: boolean;
  readonly translation: Translation;
  /** What the code action is called that takes the finding's credential out of all files; undefined where there is none. */
  readonly everywhere: (finding: Finding) => string | undefined;
}

/** The diagnostics of each of these text documents, which may have none. What stands in a cell's output is said at the cell. */
export function diagnosticsOf(
  analysis: Analysis,
  textUris: readonly string[],
  style: DiagnosticStyle
): Map<string, Diagnostic[]> {
  const byUri = new Map<string, Diagnostic[]>(textUris.map(uri => [uri, []]));
  for (const finding of shownFindings(analysis)) {
    const shown = shownAt(finding.place);
    if (shown) byUri.get(shown.uri)?.push(toDiagnostic(finding, shown.range, style));
  }
  return byUri;
}

/** Address of the rule's page. */
export function rulePage(rulePages: string, rule: string): string {
  return rulePages.replace('{rule}', encodeURIComponent(rule));
}

function toDiagnostic(
  finding: Finding,
  range: Range,
  { rulePages, relatedInformation, translation, everywhere }: DiagnosticStyle
): Diagnostic {
  const related = relatedInformation ? finding.evidence.flatMap(evidence => toRelated(evidence, translation)) : [];
  return {
    range,
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    codeDescription: { href: rulePage(rulePages, finding.rule) },
    source: SOURCE,
    message: translation.of(finding.message),
    ...(related.length > 0 && { relatedInformation: related }),
    data: toData(finding, translation, everywhere(finding))
  };
}

function toRelated({ place, message }: Evidence, translation: Translation): DiagnosticRelatedInformation[] {
  const location = shownAt(place);
  return location ? [{ location, message: translation.of(message) }] : [];
}

function toData(finding: Finding, translation: Translation, everywhere: string | undefined): FindingData {
  const { rule, name, severity, fingerprint } = finding;
  const fixes = offeredFixes(finding).map((fix): OfferedFix => {
    const ignores = ignoresIn(fix);
    const asked = asks(fix);
    const title = translation.of(fix.title);
    return { title, kind: fix.kind, ...(ignores && { ignores }), ...(asked && { asks: asked }) };
  });
  if (everywhere !== undefined) {
    const ignoring = fixes.findIndex(({ ignores }) => ignores);
    const at = ignoring < 0 ? fixes.length : ignoring;
    fixes.splice(at, 0, { title: everywhere, kind: 'review', everywhere: true });
  }
  return { rule, name, severity, fixes, fingerprint };
}
