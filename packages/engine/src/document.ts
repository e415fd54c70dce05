import type { Fact } from '@loadlight/facts/fact';
import type { Part } from '@loadlight/facts/place';

/** A code cell as an editor or a notebook file has it. */
export interface CellInput {
  readonly id: string;
  /** Rises with every change of the text; equal versions promise equal texts. */
  readonly version: number;
  readonly text: string;
}

/** What a cell of any kind says of itself, as JSON. */
export interface CellMetadataInput {
  readonly cell: string;
  /** The text that places in the cell's metadata count in. */
  readonly text: string;
}

/** A text in which only credentials are looked for. */
export interface TextInput {
  readonly part: Part;
  readonly text: string;
}

/** A `loadlight.toml` or pyproject.toml that is looked at itself. */
export interface ConfigurationInput {
  readonly kind: 'configuration';
  readonly uri: string;
  readonly version: number;
  readonly text: string;
}

/** A document as the engine takes it. A notebook lists its code cells only, in document order. */
export type DocumentInput = CodeInput | ConfigurationInput;

/** Python, in a file or a notebook, or a text that is no program. */
export type CodeInput =
  /** A file of settings and the like: only credentials are looked for. */
  | { readonly kind: 'text'; readonly uri: string; readonly version: number; readonly text: string }
  | { readonly kind: 'file'; readonly uri: string; readonly version: number; readonly text: string }
  | {
      readonly kind: 'notebook';
      readonly uri: string;
      readonly version: number;
      /** The kernel's language, lower case; only `python` is analysed. */
      readonly language: string;
      readonly cells: readonly CellInput[];
      /** Of cells of every kind, in document order; those that do not speak of Loadlight may be left out. */
      readonly metadata?: readonly CellMetadataInput[];
      /** What is no Python in it: outputs, cells of text, metadata. Left out where nobody can give it. */
      readonly texts?: readonly TextInput[];
      /** The ids of all cells, in document order, where `texts` are given. */
      readonly order?: readonly string[];
      /** Its metadata say that it is run in Google Colab. */
      readonly isColab?: boolean;
      /** What matters where it is handed on; left out where nobody asks about that. */
      readonly sharing?: readonly Fact[];
    };
