/** The code-action kinds beside `quickfix`. A cell answers only to the notebook kind: clients ask every cell at once. */
export const FIX_ALL = 'source.fixAll.loadlight';
export const NOTEBOOK_FIX_ALL = 'notebook.source.fixAll.loadlight';
/** `Diagnostic.source`. */
export const SOURCE = 'loadlight';
