import type { LoaderTraits } from '@loadlight/facts/loader';

/** A function that deserialises. Facts of the library, as data; the documentation named is where they come from. */
export interface LoaderRow extends LoaderTraits {
  /** Qualified name; `**` stands for any classes and modules between. */
  readonly name: string;
  /** Other names under which the same function is imported. */
  readonly aliases: readonly string[];
  /** Parameters in order; those from `keywordOnly` on cannot be positional. */
  readonly parameters: readonly string[];
  readonly keywordOnly: readonly string[];
  /** The parameter that takes the file or the bytes. */
  readonly source: string;
  /** Where that parameter is not given, or None, nothing is loaded. */
  readonly optional?: true;
  /** Values of it that name no file. */
  readonly words?: readonly string[];
  /** `org/name` names a repository of a hub. */
  readonly fromHub?: true;
  /** Names, as a regular expression, of packages that are installed, no files. */
  readonly installed?: string;
  /** The endings of the files that it unpickles, or runs, where it reads others as well. */
  readonly endings?: readonly string[];
  /** Keywords of the call that made the object whose method this is; the guard may be one of them. */
  readonly madeWith?: readonly string[];
  readonly documentation: string;
}

/** A function that names a model or data set of a hub. */
export interface HubRow {
  /** Qualified name; `**` stands for any classes and modules between. */
  readonly pattern: string;
  readonly kind: 'model-ref' | 'dataset-ref';
  readonly parameters: readonly string[];
  readonly repository: string;
  /** What some classes call that parameter. */
  readonly also?: readonly string[];
  /** It can run code of the repository when `trust_remote_code=True`, or `by-default` unless that is False. */
  readonly remoteCode: boolean | 'by-default';
  /** How the repository is written; a plain `org/name` where it is not said. */
  readonly form?: RepositoryForm;
  /** What pins it, where that is not the argument `revision`. */
  readonly pinnedBy?: 'name' | 'dictionary' | 'nothing';
  /** Parameters that take a dictionary of arguments for the call inside that loads. */
  readonly packed?: readonly string[];
  /** Nothing is loaded unless this argument may be true. */
  readonly onlyWith?: string;
  readonly documentation: string;
}

/**
 * `torch-hub`: `owner/name:ref` of GitHub, or a folder where `source` says so. `prefixed`: `hf_hub:org/name`, all else is a name of
 * the library's own. `named`: a name of the library's own, unless there is a slash in it.
 */
export type RepositoryForm = 'torch-hub' | 'prefixed' | 'named';

/** How a download says where it brings from. */
export type Address =
  /** A parameter holds the address; `prefix` stands before it where it holds a name only. */
  | { readonly kind: 'url'; readonly parameter: string; readonly prefix?: string }
  | { readonly kind: 'hub'; readonly repository: string; readonly revision?: string }
  /** `scheme://bucket/key`. */
  | { readonly kind: 'bucket'; readonly scheme: string; readonly bucket?: string; readonly key?: string };

/** A function that brings bytes from outside. */
export interface FetchRow {
  /** Qualified name; `**` stands for any classes, methods and modules between. */
  readonly name: string;
  readonly parameters: readonly string[];
  readonly address: Address;
  /** The parameter that names what is written. */
  readonly destination?: string;
  /** What is written is a folder, or stands somewhere below it. */
  readonly folder?: boolean;
  /** The parameter that names the file in that folder. */
  readonly file?: string;
  /** Parameters that hold a checksum. */
  readonly checksum?: readonly string[];
  /** The parameter that turns the check of certificates off when False. */
  readonly verify?: string;
  /** It is given paths as well as addresses. */
  readonly opensPaths?: boolean;
}

/** A call or an assignment that turns the check of certificates off. */
export interface CertificateRow {
  /** Qualified name: of what is called, or of the attribute that is set. */
  readonly name: string;
  /** The argument that decides; the call itself does where there is none. */
  readonly parameter?: string;
  /** Values that turn it off: literals, or qualified names. */
  readonly off?: readonly (string | false)[];
  readonly documentation: string;
}

/** A function or method that writes a file which a loader reads back. */
export interface WriteRow {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly destination: string;
  /** The parameter that holds the bytes: the file has their origin, where it is known. */
  readonly data?: string;
  /** The file is the object whose method this is. */
  readonly onReceiver?: boolean;
}

/** A function that makes one file of another, or unpacks an archive into a folder. */
export interface CopyRow {
  readonly name: string;
  readonly parameters: readonly string[];
  /** Absent where it is the object whose method this is. */
  readonly from?: string;
  readonly to: string;
  readonly unpacks?: boolean;
  /** It takes `filter`, without which a tar archive may write anywhere. */
  readonly filters?: boolean;
}
