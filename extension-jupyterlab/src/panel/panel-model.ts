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
      readonly analysed: AnalysedParams;
    };

export function panelModel(document: OpenDocument | undefined, state: ServerState, enable: boolean): PanelModel {
  if (!enable) return { kind: 'off' };
  if (state === 'failed') return { kind: 'failed' };
  if (!document) return { kind: 'nothing-open' };
  const { language, analysed, path } = document;
  if (!document.isLookedAt) return { kind: 'other-language', language };
  const name = PathExt.basename(path);
  if (document.skipped) return { kind: 'skipped', name };
  return analysed ? { kind: 'looked', document, name, groups: groupsOf(document), analysed } : { kind: 'looking' };
}

function groupsOf(document: OpenDocument): FindingGroup[] {
  return document.texts
    .filter(({ findings }) => findings.length > 0)
    .map(text => ({ text, cell: cellOf(document, text), findings: [...text.findings].sort(byPlace) }));
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}
