/** A function that puts something into the page of whoever runs it. */
export interface DisplayRow {
  readonly name: string;
  readonly shows: 'page' | 'script' | 'frame';
  readonly parameters: readonly string[];
  /** The parameter that takes the text itself. */
  readonly text?: string;
  /** Parameters that take an address, or a list of them; with `paths` a path of a file beside the notebook too, which says nothing. */
  readonly addresses: readonly string[];
  readonly paths?: true;
  /** A text that begins like an address is one. */
  readonly textMayBeAddress?: true;
  /** The parameter that names a file whose text is shown. */
  readonly file?: string;
  /** It shows something else unless this argument is true. */
  readonly onlyWith?: string;
  readonly documentation: string;
}

const DOCUMENTATION = 'https://ipython.readthedocs.io/en/stable/api/generated/IPython.display.html';

/** Of `IPython.display`, whose functions are also in `IPython.core.display` and `IPython.lib.display`. */
export const DISPLAYS: readonly DisplayRow[] = [
  object('HTML', 'page'),
  object('SVG', 'page'),
  object('Javascript', 'script', ['lib']),
  {
    name: 'IPython.display.IFrame',
    shows: 'frame',
    parameters: ['src', 'width', 'height', 'extras'],
    addresses: ['src'],
    paths: true,
    documentation: DOCUMENTATION
  },
  raw('display_html', 'page'),
  raw('display_svg', 'page'),
  raw('display_javascript', 'script')
];

function object(name: string, shows: DisplayRow['shows'], libraries: readonly string[] = []): DisplayRow {
  return {
    name: `IPython.display.${name}`,
    shows,
    parameters: ['data', 'url', 'filename', ...libraries],
    text: 'data',
    addresses: ['url', ...libraries],
    textMayBeAddress: true,
    file: 'filename',
    documentation: DOCUMENTATION
  };
}

function raw(name: string, shows: DisplayRow['shows']): DisplayRow {
  return {
    name: `IPython.display.${name}`,
    shows,
    parameters: ['data'],
    text: 'data',
    addresses: [],
    onlyWith: 'raw',
    documentation: DOCUMENTATION
  };
}
