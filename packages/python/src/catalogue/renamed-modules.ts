/** Modules that are the same under other names; the catalogue knows them by `to`. */
export const RENAMED_MODULES: readonly { readonly from: readonly string[]; readonly to: string }[] = [
  { from: ['_pickle', 'cPickle', 'pickle5', 'six.moves.cPickle'], to: 'pickle' },
  { from: ['pytorch_lightning'], to: 'lightning.pytorch' },
  { from: ['IPython.core.display', 'IPython.core.display_functions', 'IPython.lib.display'], to: 'IPython.display' }
];
