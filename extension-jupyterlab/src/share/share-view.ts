import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { SharedFix, SharedItem, SharedReport } from '@loadlight/protocol/share';
import { withCode } from '../editor/hover-card.js';
import { button, element } from '../elements.js';
import { markElement } from '../icons.js';
import { markLabel } from '../mark-labels.js';
import type { SharingState } from './sharing.js';

export interface ShareActions {
  readonly trans: TranslationBundle;
  readonly jump: (item: SharedItem) => void;
  readonly fix: (item: SharedItem, fix: SharedFix) => void;
  readonly ignore: (item: SharedItem) => void;
  readonly openRule: (rule: string) => void;
  readonly lookAgain: () => void;
  readonly save: () => void;
  readonly download: () => void;
  readonly showNotes: () => void;
}

/** The content of "Ready to share?" for a notebook. */
export function shareView(
  path: string,
  state: SharingState,
  withNotes: boolean,
  actions: ShareActions
): readonly HTMLElement[] {
  const { trans } = actions;
  const head = element('div', 'll-Panel-head', element('h2', '', PathExt.basename(path)));
  switch (state.kind) {
    case 'looking':
      head.append(element('p', '', trans.__('Looking…')));
      return [head];
    case 'failed':
      head.append(element('p', '', state.reason), again(actions));
      return [head];
    case 'looked':
      return looked(head, state.report, withNotes, actions);
  }
}

function looked(
  head: HTMLElement,
  report: SharedReport,
  withNotes: boolean,
  actions: ShareActions
): readonly HTMLElement[] {
  const { trans } = actions;
  const kind = report.ready ? 'fine' : 'error';
  const verdict = element('strong', '', report.verdict);
  head.append(element('p', 'll-Share-verdict', markElement(kind, markLabel(trans, kind)), verdict));
  if (report.items.some(({ redaction }) => redaction !== null)) head.append(copies(actions));
  const hidden = withNotes ? 0 : report.items.filter(({ level }) => level === 'note').length;
  const shown = report.items.filter(({ level }) => withNotes || level !== 'note');
  return [
    head,
    ...inGroups(shown).map(items => groupView(items, actions)),
    ...(hidden > 0 ? [notesLink(hidden, actions)] : []),
    foot(report, actions)
  ];
}

function copies({ trans, save, download }: ShareActions): HTMLElement {
  const first = button('ll-Button ll-mod-first', trans.__('Fix and save a clean copy…'), save);
  first.title = trans.__('Write a copy without what was found; this notebook stays as it is');
  return element('div', 'll-Share-copies', first, button('ll-Button', trans.__('Download clean copy'), download));
}

function again({ trans, lookAgain }: ShareActions): HTMLElement {
  return button('ll-Link', trans.__('Look again'), lookAgain);
}

function notesLink(hidden: number, { trans, showNotes }: ShareActions): HTMLElement {
  const label = trans._n('Show %1 note', 'Show %1 notes', hidden);
  return element('div', 'll-Panel-more', button('ll-Link', label, showNotes));
}

/** Items that stand at one place of the notebook, in its order. */
function inGroups(items: readonly SharedItem[]): SharedItem[][] {
  const groups: SharedItem[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0]?.where === item.where) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

function groupView(items: readonly SharedItem[], actions: ShareActions): HTMLElement {
  const list = element('ul', '', ...items.map(item => row(item, actions)));
  return element('section', 'll-Group', element('h3', '', items[0]?.where ?? ''), list);
}

function row(item: SharedItem, actions: ShareActions): HTMLElement {
  const { trans } = actions;
  const { severity, rule, name, times, ignores } = item;
  const jump = button('ll-Row-jump', '', () => actions.jump(item));
  const said = element('span', 'll-Share-said', withCode(item.message));
  if (item.excerpt !== '') said.append(element('code', 'll-Share-excerpt', item.excerpt));
  jump.append(markElement(severity, markLabel(trans, severity)), said);
  if (times > 1) jump.append(element('span', 'll-Row-line', trans.__('%1 times', times)));
  // An attachment has another name in the copy alone.
  const inNotebook = item.redaction?.edits.every(({ part }) => part !== 'attachment');
  const fixes = [...(item.redaction && inNotebook ? [item.redaction] : []), ...item.fixes];
  const link = button('ll-Link', `${rule} ${name}`, () => actions.openRule(rule));
  link.title = trans.__('Open the page about %1', rule);
  const tools = element(
    'div',
    'll-Row-tools',
    ...fixes.map(fix => button('ll-Button', fix.title, () => actions.fix(item, fix))),
    ...(ignores === null ? [] : [button('ll-Button', trans.__('Ignore…'), () => actions.ignore(item))]),
    link
  );
  const view = element('li', 'll-Row', jump, tools);
  view.dataset.fingerprint = item.fingerprint;
  jump.setAttribute('aria-keyshortcuts', ignores === null ? 'Alt+Enter' : 'Alt+Enter Delete');
  view.addEventListener('keydown', event => {
    const [first] = fixes;
    if (event.key === 'Enter' && event.altKey && first) actions.fix(item, first);
    else if (event.key === 'Delete' && ignores !== null) actions.ignore(item);
    else return;
    event.preventDefault();
  });
  return view;
}

function foot({ looked: { cells, outputs }, ignored, notes }: SharedReport, actions: ShareActions): HTMLElement {
  const { trans } = actions;
  const inCells = trans._n('%1 cell', '%1 cells', cells);
  const seen = trans._n('%2, %1 output looked at.', '%2, %1 outputs looked at.', outputs, inCells);
  const said = ignored > 0 ? [seen, trans._n('%1 is ignored.', '%1 are ignored.', ignored)] : [seen];
  return element(
    'div',
    'll-Share-foot',
    ...[said.join(' '), ...notes].map(text => element('p', 'll-Panel-note', text)),
    again(actions)
  );
}
