import type { Analysis } from '@loadlight/engine/analysis';
import type { Severity } from '@loadlight/facts/finding';
import type { AnalysedParams } from '@loadlight/protocol/messages';
import { ANALYSED } from '@loadlight/protocol/messages';
import type { Outcome } from '../analyses.js';
import type { Session } from '../session.js';
import { serverSays } from '../server-messages.js';
import type { SettingsOfDocuments } from '../settings.js';
import { isSafelyFixable, shownFindings } from '../shown-findings.js';
import type { Translation } from '../translation.js';

/** `loadlight/analysed`: what was looked at and found, for status bar and panel; of a failure too. */
export function analysed(
  { connection, documents, analyses, log, translation }: Session,
  settings: Pick<SettingsOfDocuments, 'mistakes'>
): void {
  const warned = new Set<string>();
  analyses.onEnded(outcome => {
    const { uri, analysis, error, milliseconds } = outcome;
    if (error !== undefined) log.error(`could not analyse ${uri}`, error);
    if (analysis) log.trace(`${uri}: ${analysis.findings.length} findings in ${milliseconds} ms`);
    const version = documents.input(uri)?.version;
    if (version === undefined) return;
    const mistakes = settings.mistakes(uri);
    for (const { text } of mistakes.filter(each => !warned.has(each.text))) {
      warned.add(text);
      log.warn(text);
    }
    const params = analysis ? said(analysis, outcome, translation) : failed(uri, version, outcome, translation);
    const notes = [...mistakes.map(mistake => translation.of(mistake)), ...params.notes];
    void connection.sendNotification(ANALYSED, { ...params, notes });
  });
}

function said(analysis: Analysis, { milliseconds }: Outcome, translation: Translation): AnalysedParams {
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
    notes: analysis.notes.map(note => translation.of(note)),
    milliseconds
  };
}

function failed(uri: string, version: number, { milliseconds }: Outcome, translation: Translation): AnalysedParams {
  return {
    uri,
    version,
    looked: { cells: 0, lines: 0 },
    counts: { error: 0, warning: 0, information: 0 },
    suppressed: 0,
    safeFixes: 0,
    notes: [translation.of(serverSays('server-failed'))],
    milliseconds
  };
}
