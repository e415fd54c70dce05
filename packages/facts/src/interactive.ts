/** Libraries whose outputs are script so that a reader can use them. */
export const INTERACTIVE = ['plotly', 'bokeh', 'altair', 'widgets'] as const;
export type Interactive = (typeof INTERACTIVE)[number];
