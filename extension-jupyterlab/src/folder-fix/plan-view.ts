import { PathExt } from '@jupyterlab/coreutils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { button, element } from '../elements.js';
import { changeView } from '../preview/preview-dialog.js';
import type { FilePlan } from './file-plan.js';
import { filesOf } from './folder-fix.js';
import { type Counted, countedInFiles } from './outcome-words.js';

export interface PlanActions {
  readonly trans: TranslationBundle;
  readonly counted: Counted;
  /** The user wants these. */
  readonly apply: (chosen: readonly FilePlan[]) => void;
  readonly cancel: () => void;
}

/** What would change, file by file: each can be left out, and opened to see its lines. */
export function planView(plans: readonly FilePlan[], { trans, counted, apply, cancel }: PlanActions): HTMLElement {
  const chosen = new Set(plans);
  const go = button('ll-Button ll-mod-first', '', () => apply(plans.filter(plan => chosen.has(plan))));
  const tell = (): void => {
    go.disabled = chosen.size === 0;
    go.textContent = trans.__('Fix %1', countedInFiles([...chosen], counted, trans));
  };
  tell();
  const choose = (plan: FilePlan, isChosen: boolean): void => {
    if (isChosen) chosen.add(plan);
    else chosen.delete(plan);
    tell();
  };
  const list = element('ul', 'll-Plan-files');
  for (const plan of plans) list.append(fileView(plan, counted, trans, isChosen => choose(plan, isChosen)));
  const buttons = element('div', 'll-Plan-buttons', go, button('ll-Button', trans.__('Cancel'), cancel));
  const title = element('h2', '', trans.__('What changes'));
  const about = element(
    'p',
    '',
    trans.__('Nothing is changed yet. Files that are open change in their tabs, unsaved.')
  );
  const kept = [...new Set(plans.flatMap(({ keeps }) => (keeps ? filesOf(keeps) : [])))];
  const before = kept.length === 0 ? '' : element('p', '', trans.__('Written first: %1', kept.join(', ')));
  const view = element('section', 'll-Plan', title, about, before, buttons, list);
  view.setAttribute('aria-label', title.textContent);
  view.tabIndex = -1;
  return view;
}

function fileView(
  plan: FilePlan,
  counted: Counted,
  trans: TranslationBundle,
  choose: (isChosen: boolean) => void
): HTMLElement {
  const box = element('input', '');
  box.type = 'checkbox';
  box.checked = true;
  box.addEventListener('change', () => choose(box.checked));
  const count =
    counted === 'findings'
      ? trans._n('%1 finding', '%1 findings', plan.count)
      : trans._n('%1 place', '%1 places', plan.count);
  const label = element('label', '', box, element('strong', '', plan.path), element('span', '', count));
  const summary = element('summary', '', trans.__('Changed lines'));
  summary.setAttribute('aria-label', trans.__('Changed lines of %1', plan.path));
  const details = element('details', 'll-Preview', summary);
  // Of many files only a few are opened.
  details.addEventListener('toggle', () => details.append(...changesOf(plan, trans)), { once: true });
  return element('li', '', label, details);
}

function changesOf({ path, changes, clears }: FilePlan, trans: TranslationBundle): HTMLElement[] {
  const values = changes.flatMap(({ credentials }) => credentials);
  const cleared = [...new Set(clears.map(({ cell }) => cell))].map(cell =>
    element('p', '', trans.__('Cell %1: outputs that show it are cleared.', cell + 1))
  );
  const changed = changes.map(change => {
    const { cell } = change;
    const name = cell === undefined ? PathExt.basename(path) : trans.__('Cell %1', cell + 1);
    return changeView({ ...change, name }, values, trans);
  });
  return [...changed, ...cleared];
}
