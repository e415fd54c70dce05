import type { TranslationBundle } from '@jupyterlab/translation';
import { CommandRegistry } from '@lumino/commands';
import { Menu } from '@lumino/widgets';
import { dataOf } from '../fixes/fixer.js';
import { hasPreview } from '../preview/preview-button.js';
import type { ILoadlight } from '../tokens.js';
import type { Cursor } from './cursor.js';
import { findingsNear } from './findings-near.js';

interface Entry {
  readonly label: string;
  /** Undefined: there is nothing to do, the entry only says so. */
  readonly run: (() => unknown) | undefined;
}

const PICK = 'loadlight:pick';

/** Opens the menu of what can be done about the findings at the cursor, with the keyboard in it. */
export function openFixMenu(cursor: Cursor, loadlight: ILoadlight): void {
  const { trans } = loadlight;
  const groups = groupsAt(cursor, loadlight);
  const entries = groups.length > 0 ? groups : [[{ label: trans.__('Nothing found here'), run: undefined }]];
  const all = entries.flat();
  const commands = new CommandRegistry();
  commands.addCommand(PICK, {
    label: ({ at }) => all[Number(at)]?.label ?? '',
    isEnabled: ({ at }) => all[Number(at)]?.run !== undefined,
    describedBy: {
      args: {
        type: 'object',
        properties: { at: { type: 'number', description: trans.__('Which entry of the menu') } },
        required: ['at']
      }
    },
    execute: ({ at }) => all[Number(at)]?.run?.()
  });
  const menu = new Menu({ commands });
  menu.node.setAttribute('aria-label', trans.__('Fixes at the cursor'));
  menu.addClass('ll-FixMenu');
  for (const [index, group] of entries.entries()) {
    if (index > 0) menu.addItem({ type: 'separator' });
    for (const entry of group) menu.addItem({ command: PICK, args: { at: all.indexOf(entry) } });
  }
  menu.aboutToClose.connect(() => {
    cursor.focus();
    // Lumino runs the entry after it has closed the menu.
    queueMicrotask(() => menu.dispose());
  });
  menu.open(cursor.screen.x, cursor.screen.y);
  menu.activateNextItem();
}

function groupsAt({ text, position }: Cursor, { trans, fixes, rulePages }: ILoadlight): Entry[][] {
  if (!text) return [];
  return findingsNear(text.findings, position).map(finding => {
    const { rule = '', name = '', fixes: titles = [] } = dataOf(finding) ?? {};
    return [
      ...titles.flatMap(fix => {
        const { title } = fix;
        const entry = { label: title, run: () => fixes.fix(text, finding, title) };
        const preview = { label: trans.__('Preview: %1', title), run: () => fixes.preview(text, finding, title) };
        return hasPreview(fix) ? [entry, preview] : [entry];
      }),
      { label: aboutRule(trans, rule, name), run: () => rulePages.open(rule) }
    ];
  });
}

function aboutRule(trans: TranslationBundle, rule: string, name: string): string {
  return trans.__('Why: %1 %2', rule, name);
}
