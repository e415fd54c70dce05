import { PathExt } from '@jupyterlab/coreutils';
import type { AnalysedParams } from '@loadlight/protocol/messages';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type CellNumber, cellOf } from '../cell-label.js';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';
import type { ServerState } from '../server/supervisor.js';

/** The findings of one cell, or of a file. */
export interface FindingGroup {
  readonly text: OpenText;
  /** Undefined for a file. */
  readonly cell: CellNumber | undefined;
  readonly findings: readonly Diagnostic[];
}

/** What the panel shows. */
export type PanelModel =
  | { readonly kind: 'nothing-open' | 'failed' | 'looking' | 'off' }
  | { readonly kind: 'other-language'; readonly language: string }
  | { readonly kind: 'skipped'; readonly name: string }
  | {
      readonly kind: 'looked';
      readonly document: OpenDocument;
      readonly name: string;
      readonly groups: readonly FindingGroup[];
      /** How many findings more there are than are listed. */
      readonly more: number;
      readonly analysed: AnalysedParams;
    };

/** `limit` is how many findings are listed at most. */
export function panelModel(
  document: OpenDocument | undefined,
  state: ServerState,
  enable: boolean,
  limit: number
): PanelModel {
  if (!enable) return { kind: 'off' };
  if (state === 'failed') return { kind: 'failed' };
  if (!document) return { kind: 'nothing-open' };
  const { language, analysed, path } = document;
  if (!document.isLookedAt) return { kind: 'other-language', language };
  const name = PathExt.basename(path);
  if (document.skipped) return { kind: 'skipped', name };
  if (!analysed) return { kind: 'looking' };
  const all = document.texts.reduce((sum, { findings }) => sum + findings.length, 0);
  const groups = groupsOf(document, limit);
  return { kind: 'looked', document, name, groups, more: Math.max(0, all - limit), analysed };
}

function groupsOf(document: OpenDocument, limit: number): FindingGroup[] {
  const groups: FindingGroup[] = [];
  let left = limit;
  for (const text of document.texts) {
    if (text.findings.length === 0 || left <= 0) continue;
    const findings = [...text.findings].sort(byPlace).slice(0, left);
    left -= findings.length;
    groups.push({ text, cell: cellOf(document, text), findings });
  }
  return groups;
}

/** Equal for models that look the same; two findings that differ in their column alone do. */
export function looksOf(model: PanelModel): string {
  if (model.kind !== 'looked') return JSON.stringify(model);
  const { name, groups, more, analysed } = model;
  const { counts, safeFixes, looked, notes } = analysed;
  const rows = groups.map(({ text, cell, findings }) => [
    text.uri,
    cell,
    findings.map(({ range, severity, message, data }) => [range.start.line, severity, message, data as unknown])
  ]);
  return JSON.stringify([name, rows, more, counts, safeFixes, looked, notes]);
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
