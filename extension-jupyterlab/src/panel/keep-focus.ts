/** Where the focus is in a list of findings that is about to be made anew. */
export interface Focus {
  readonly row: number;
  readonly fingerprint: string | undefined;
  /** Which of the row's buttons, or of all the buttons where it is in no row. */
  readonly button: number;
}

const ROW = '.ll-Row';

/** Remembers what has the focus in there; undefined where nothing has. */
export function markUnderFocus(content: HTMLElement): Focus | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !content.contains(active)) return undefined;
  const row = active.closest<HTMLElement>(ROW);
  return {
    row: row ? rows(content).indexOf(row) : -1,
    fingerprint: row?.dataset.fingerprint,
    button: buttons(row ?? content).indexOf(active)
  };
}

/** Gives the focus to the same button, or to the row that has taken the place of one that is gone. */
export function restoreFocus(content: HTMLElement, focus: Focus | undefined): void {
  if (!focus) return;
  const all = rows(content);
  const same = all.find(row => row.dataset.fingerprint === focus.fingerprint);
  const instead = all[Math.min(focus.row, all.length - 1)];
  const target = same ? buttons(same)[focus.button] : buttons(instead ?? content)[0];
  (target ?? content.closest<HTMLElement>('.ll-Panel')?.querySelector<HTMLElement>('button'))?.focus();
}

function rows(content: HTMLElement): HTMLElement[] {
  return [...content.querySelectorAll<HTMLElement>(ROW)];
}

function buttons(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('button')];
}
