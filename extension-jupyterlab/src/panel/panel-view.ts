import type { TranslationBundle } from '@jupyterlab/translation';
import { asksReason } from '@loadlight/protocol/finding-data';
import type { AnalysedParams } from '@loadlight/protocol/messages';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { cellLabel } from '../cell-label.js';
import type { OpenDocument } from '../documents/open-document.js';
import type { OpenText } from '../documents/open-text.js';
import { withCode } from '../editor/hover-card.js';
import { messageOf, severityOf } from '../editor/marks.js';
import { button, element } from '../elements.js';
import { dataOf } from '../fixes/fixer.js';
import { markElement } from '../icons.js';
import { markLabel } from '../mark-labels.js';
import { hasPreview, previewButton } from '../preview/preview-button.js';
import type { FindingGroup, PanelModel } from './panel-model.js';

export interface PanelActions {
  readonly trans: TranslationBundle;
  readonly jump: (document: OpenDocument, text: OpenText, finding: Diagnostic) => void;
  readonly fix: (text: OpenText, finding: Diagnostic, title: string) => void;
  readonly preview: (text: OpenText, finding: Diagnostic, title: string) => void;
  readonly fixAll: (document: OpenDocument) => void;
  readonly openRule: (rule: string) => void;
  readonly retry: () => void;
  readonly askKernel: () => void;
  readonly listMore: () => void;
}

type Looked = Extract<PanelModel, { kind: 'looked' }>;

/** The panel's content for what there is to show. */
export function panelView(model: PanelModel, actions: PanelActions): HTMLElement[] {
  const { trans } = actions;
  switch (model.kind) {
    case 'nothing-open':
      return [plain(trans.__('Open a notebook or a Python file, and what it loads is looked at here.'))];
    case 'off':
      return [plain(trans.__('Findings are turned off in the settings.'))];
    case 'looking':
      return [plain(trans.__('Looking…'))];
    case 'other-language':
      return [plain(trans.__('This notebook speaks %1. Loadlight reads Python.', model.language))];
    case 'skipped':
      return [
        plain(
          trans.__('Loadlight did not answer while it read %1, so it is left out until you open it again.', model.name)
        )
      ];
    case 'failed':
      return [
        plain(trans.__('Loadlight is not running. Your notebooks work as before.')),
        button('ll-Button ll-mod-first', trans.__('Retry'), actions.retry)
      ];
    case 'looked':
      return model.groups.length === 0 ? nothingFound(model, actions) : found(model, actions);
  }
}

function plain(text: string): HTMLElement {
  return element('p', 'll-Panel-plain', text);
}

function nothingFound({ document, analysed }: Looked, { trans }: PanelActions): HTMLElement[] {
  const said =
    document.kind === 'notebook'
      ? trans.__('Nothing to worry about in this notebook')
      : trans.__('Nothing to worry about in this file');
  return [
    element('p', 'll-Panel-fine', markElement('fine', markLabel(trans, 'fine')), element('strong', '', said)),
    plain(looked(document, analysed, trans)),
    ...notes(analysed)
  ];
}

function found(model: Looked, actions: PanelActions): HTMLElement[] {
  const { document, name, groups, analysed } = model;
  const { trans } = actions;
  const head = element('div', 'll-Panel-head', element('h2', '', name), element('p', '', counts(analysed, trans)));
  if (analysed.safeFixes > 0) {
    const label = trans._n('Fix %1 safe one', 'Fix %1 safe ones', analysed.safeFixes);
    const all = button('ll-Button ll-mod-first ll-Panel-fixAll', label, () => actions.fixAll(document));
    all.title = trans.__('Only fixes that keep what the code does on a harmless file; one undo takes them all back');
    head.append(all);
  }
  const listed = groups.map(group => groupView(document, group, actions));
  return [head, ...listed, ...unlisted(model.more, actions), ...notes(analysed)];
}

function unlisted(more: number, { trans, listMore }: PanelActions): HTMLElement[] {
  if (more === 0) return [];
  const said = trans._n('%1 more finding is not listed.', '%1 more findings are not listed.', more);
  return [
    element('div', 'll-Panel-more', element('span', '', said), button('ll-Link', trans.__('List more'), listMore))
  ];
}

function groupView(document: OpenDocument, group: FindingGroup, actions: PanelActions): HTMLElement {
  const list = element('ul', '');
  for (const finding of group.findings) list.append(row(document, group.text, finding, actions));
  const section = element('section', 'll-Group');
  if (group.cell) section.append(element('h3', '', cellLabel(group.cell, actions.trans)));
  section.append(list);
  return section;
}

function row(document: OpenDocument, text: OpenText, finding: Diagnostic, actions: PanelActions): HTMLElement {
  const { trans } = actions;
  const { rule = String(finding.code ?? ''), name = '', fixes = [], fingerprint = '' } = dataOf(finding) ?? {};
  const severity = severityOf(finding);
  const jump = button('ll-Row-jump', '', () => actions.jump(document, text, finding));
  const message = withCode(messageOf(finding));
  const line = element('span', 'll-Row-line', trans.__('line %1', finding.range.start.line + 1));
  jump.append(markElement(severity, markLabel(trans, severity)), message, line);
  const tools = element('div', 'll-Row-tools');
  for (const fix of fixes) {
    const { title } = fix;
    tools.append(button('ll-Button', title, () => actions.fix(text, finding, title)));
    if (hasPreview(fix)) tools.append(previewButton(title, trans, () => actions.preview(text, finding, title)));
  }
  const link = button('ll-Link', `${rule} ${name}`.trim(), () => actions.openRule(rule));
  link.title = trans.__('Open the page about %1', rule);
  tools.append(link);
  const item = element('li', 'll-Row', jump, tools);
  item.dataset.fingerprint = fingerprint;
  const [first] = fixes;
  const ignore = fixes.find(({ ignores }) => asksReason(ignores));
  jump.setAttribute('aria-keyshortcuts', ignore ? 'Alt+Enter Delete' : 'Alt+Enter');
  item.addEventListener('keydown', event => {
    const fix = event.key === 'Enter' && event.altKey ? first : event.key === 'Delete' ? ignore : undefined;
    if (!fix) return;
    event.preventDefault();
    actions.fix(text, finding, fix.title);
  });
  return item;
}

function counts({ counts: { error, warning, information } }: AnalysedParams, trans: TranslationBundle): string {
  return [
    error > 0 ? trans._n('%1 error', '%1 errors', error) : '',
    warning > 0 ? trans._n('%1 warning', '%1 warnings', warning) : '',
    information > 0 ? trans._n('%1 note', '%1 notes', information) : ''
  ]
    .filter(part => part !== '')
    .join(', ');
}

function looked(
  { kind }: OpenDocument,
  { looked: { cells, lines } }: AnalysedParams,
  trans: TranslationBundle
): string {
  const inLines = trans._n('%1 line looked at', '%1 lines looked at', lines);
  if (kind === 'file') return `${inLines}.`;
  return `${trans._n('%1 code cell', '%1 code cells', cells)}, ${inLines}.`;
}

function notes(analysed: AnalysedParams): HTMLElement[] {
  return analysed.notes.map(note => element('p', 'll-Panel-note', note));
}
