import type { TranslationBundle } from '@jupyterlab/translation';
import type { ExplainResult } from '@loadlight/protocol/messages';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { button, element } from '../elements.js';
import { dataOf } from '../fixes/fixer.js';
import { markElement, type MarkKind } from '../icons.js';
import { markLabel } from '../mark-labels.js';
import { hasPreview, previewButton } from '../preview/preview-button.js';
import { messageOf, severityOf } from './marks.js';

export interface HoverCardActions {
  readonly trans: TranslationBundle;
  readonly fix: (finding: Diagnostic, title: string) => void;
  readonly preview: (finding: Diagnostic, title: string) => void;
  readonly openRule: (rule: string) => void;
}

/** The card of the hover: what the call would do, in the four lines that are always the same, then each finding. */
export function hoverCard(
  findings: readonly Diagnostic[],
  explanation: ExplainResult | undefined,
  actions: HoverCardActions
): HTMLElement {
  const card = element('div', 'll-Card');
  if (explanation) card.append(explained(explanation, findings, actions));
  for (const finding of findings) card.append(found(finding, explanation?.rule, actions));
  return card;
}

function explained(
  { headline, rows, mark, rule }: NonNullable<ExplainResult>,
  findings: readonly Diagnostic[],
  actions: HoverCardActions
): HTMLElement {
  const head = element('div', 'll-Card-head', markOf(mark, actions.trans), element('code', 'll-Card-call', headline));
  if (rule !== undefined) head.append(ruleButton(rule, nameOf(rule, findings), actions));
  const list = element('dl', 'll-Card-rows');
  for (const { label, text } of rows) list.append(element('dt', '', label), element('dd', '', text));
  return element('section', 'll-Card-explained', head, list);
}

function found(finding: Diagnostic, explainedRule: string | undefined, actions: HoverCardActions): HTMLElement {
  const { rule = String(finding.code ?? ''), name = '', fixes = [] } = dataOf(finding) ?? {};
  const section = element('section', 'll-Card-finding');
  const head = element('p', 'll-Card-message', withCode(messageOf(finding)));
  if (rule === explainedRule) head.classList.add('ll-mod-explained');
  else {
    head.prepend(markOf(severityOf(finding), actions.trans));
    head.append(ruleButton(rule, name, actions));
  }
  section.append(head);
  if (fixes.length > 0) {
    const row = element('div', 'll-Card-fixes');
    for (const [index, fix] of fixes.entries()) {
      const { title } = fix;
      const look = index === 0 ? 'll-Button ll-mod-first' : 'll-Button';
      row.append(button(look, title, () => actions.fix(finding, title)));
      if (hasPreview(fix)) row.append(previewButton(title, actions.trans, () => actions.preview(finding, title)));
    }
    section.append(row);
  }
  return section;
}

function nameOf(rule: string, findings: readonly Diagnostic[]): string {
  return findings.map(dataOf).find(data => data?.rule === rule)?.name ?? '';
}

function ruleButton(rule: string, name: string, { trans, openRule }: HoverCardActions): HTMLElement {
  const link = button('ll-Link', name === '' ? rule : `${rule} ${name}`, () => openRule(rule));
  link.title = trans.__('Open the page about %1', rule);
  return link;
}

function markOf(kind: MarkKind, trans: TranslationBundle): HTMLElement {
  return markElement(kind, markLabel(trans, kind));
}

/** A message with what stands between backticks as code; the rest stays plain text. */
export function withCode(message: string): HTMLElement {
  const parts = message.split('`');
  const closed = parts.length % 2 === 1;
  const nodes = closed ? parts.map((part, i) => (i % 2 === 0 ? part : element('code', '', part))) : [message];
  return element('span', 'll-Message', ...nodes);
}
