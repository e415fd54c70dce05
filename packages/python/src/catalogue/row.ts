/** A function that deserialises. Facts of the library, as data; the documentation named is where they come from. */
export interface LoaderRow {
  readonly name: string;
  /** Other names under which the same function is imported. */
  readonly aliases: readonly string[];
  /** Parameters in order; those from `keywordOnly` on cannot be positional. */
  readonly parameters: readonly string[];
  readonly keywordOnly: readonly string[];
  /** The parameter that takes the file or the bytes. */
  readonly source: string;
  readonly documentation: string;
}

/** A function that names a model or data set of a hub. */
export interface HubRow {
  /** Qualified name; `**` stands for any classes and modules between. */
  readonly pattern: string;
  readonly kind: 'model-ref' | 'dataset-ref';
  readonly parameters: readonly string[];
  readonly repository: string;
  /** It can run code of the repository when `trust_remote_code=True`. */
  readonly remoteCode: boolean;
  readonly documentation: string;
}

/** A function that brings a file from an address. */
export interface FetchRow {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly url: string;
  /** The parameter that names the file written; absent where the file is the result. */
  readonly destination?: string;
}

/** A function that writes a file which a loader reads back. */
export interface WriteRow {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly destination: string;
}
