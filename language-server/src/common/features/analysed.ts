import type { Analysis } from '@loadlight/engine/analysis';
import type { Severity } from '@loadlight/facts/finding';
import type { AnalysedParams } from '@loadlight/protocol/messages';
import { ANALYSED } from '@loadlight/protocol/messages';
import type { Outcome } from '../analyses.js';
import type { Session } from '../session.js';
import { isSafelyFixable, shownFindings } from '../shown-findings.js';

const FAILED = 'Loadlight could not look at this document: something went wrong inside. The log says more.';

/** `loadlight/analysed`: what was looked at and found, for status bar and panel; of a failure too. */
export function analysed({ connection, documents, analyses, log }: Session): void {
  analyses.onEnded(outcome => {
    const { uri, analysis, error, milliseconds } = outcome;
    if (error !== undefined) log.error(`could not analyse ${uri}`, error);
    if (analysis) log.trace(`${uri}: ${analysis.findings.length} findings in ${milliseconds} ms`);
    const version = documents.input(uri)?.version;
    if (version === undefined) return;
    void connection.sendNotification(ANALYSED, analysis ? said(analysis, outcome) : failed(uri, version, outcome));
  });
}

function said(analysis: Analysis, { milliseconds }: Outcome): AnalysedParams {
  const shown = shownFindings(analysis);
  const count = (severity: Severity): number => shown.filter(finding => finding.severity === severity).length;
  return {
    uri: analysis.uri,
    version: analysis.version,
    looked: analysis.looked,
    counts: { error: count('error'), warning: count('warning'), information: count('information') },
    suppressed: analysis.findings.filter(({ suppressed }) => suppressed).length,
    safeFixes: analysis.findings.filter(finding => !finding.suppressed && isSafelyFixable(finding)).length,
    ...(analysis.pending && { pending: true }),
    notes: analysis.notes,
    milliseconds
  };
}

function failed(uri: string, version: number, { milliseconds }: Outcome): AnalysedParams {
  return {
    uri,
    version,
    looked: { cells: 0, lines: 0 },
    counts: { error: 0, warning: 0, information: 0 },
    suppressed: 0,
    safeFixes: 0,
    notes: [FAILED],
    milliseconds
  };
}
