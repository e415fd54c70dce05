import { LabIcon } from '@jupyterlab/ui-components';

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">${content}</svg>`;

/** A lamp: the panel's tab. */
export const loadlightIcon = new LabIcon({
  name: '@loadlight/jupyterlab:lamp',
  svgstr: svg(
    '<g class="jp-icon3" fill="#616161"><path d="M8 1.5a4.6 4.6 0 0 0-2.6 8.4c.4.3.6.7.6 1.1v.5h4V11c0-.4.2-.8.6-1.1A4.6 4.6 0 0 0 8 1.5zm0 1.2a3.4 3.4 0 0 1 1.9 6.2c-.5.3-.8.8-1 1.4H7.1c-.2-.6-.5-1.1-1-1.4A3.4 3.4 0 0 1 8 2.7z"/><path d="M6 12.3h4v1H6zm.7 1.7h2.6v.8H6.7z"/></g>'
  )
});

/** A sheet that leaves: whether a notebook is ready to be shared. */
export const shareIcon = new LabIcon({
  name: '@loadlight/jupyterlab:share',
  svgstr: svg(
    '<g class="jp-icon3" fill="#616161"><path d="M3 6.5h3v1.2H4.2v5.6h7.6V7.7H10V6.5h3v8H3z"/><path d="M7.4 10.5V3.9L5.6 5.7l-.9-.9L8 1.5l3.3 3.3-.9.9-1.8-1.8v6.6z"/></g>'
  )
});

/** Shape and colour together say how it stands. */
export type MarkKind = 'error' | 'warning' | 'information' | 'fine';

const SHAPES: Readonly<Record<MarkKind, string>> = {
  error: '<circle cx="8" cy="8" r="5" fill="currentColor"/>',
  warning:
    '<circle cx="8" cy="8" r="4.3" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 3a5 5 0 0 0 0 10z" fill="currentColor"/>',
  information: '<circle cx="8" cy="8" r="4.3" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  fine: '<path d="M3 8.5l3.3 3.3L13 4.8" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>'
};

/** The mark as an element; `label` is read out in its place. */
export function markElement(kind: MarkKind, label: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `ll-Mark ll-mod-${kind}`;
  mark.setAttribute('role', 'img');
  mark.setAttribute('aria-label', label);
  // Constant shapes; nothing of the user's is in them.
  mark.innerHTML = svg(SHAPES[kind]);
  return mark;
}
