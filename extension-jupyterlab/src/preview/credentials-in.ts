import { TextLines } from '@loadlight/facts/text-lines';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { dataOf } from '../fixes/fixer.js';

/** What the findings of credentials mark in that text. */
export function credentialsIn(source: string, findings: readonly Diagnostic[]): string[] {
  const lines = new TextLines(source);
  return findings
    .filter(finding => dataOf(finding)?.rule.startsWith('LL3') === true)
    .map(({ range }) => source.slice(lines.offset(range.start), lines.offset(range.end)));
}
