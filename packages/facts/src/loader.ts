/**
 * Loaders of which the same is to be said.
 *
 * `torch`: `torch.load`. `pickle`: what exists to unpickle. `joblib`, `numpy`, `yaml`, `keras`: theirs. `checkpoint`: libraries
 * that unpickle inside when they load a model. `program`: what is loaded is a program by design, and is run. `harmless`: nothing
 * runs, so that no rule speaks of it.
 */
export type LoaderFamily =
  'torch' | 'pickle' | 'joblib' | 'numpy' | 'yaml' | 'keras' | 'checkpoint' | 'program' | 'harmless';

/** From that version of a package on. */
export interface Since {
  readonly package: string;
  /** The name under which the same releases are published as well. */
  readonly alsoAs?: string;
  readonly safeFrom: string;
  /** And from that version of another, both. */
  readonly and?: Since;
}

/** Whether code can run: always, never, or no longer from that version of a package on. */
export type Safety = 'safe' | 'unsafe' | Since;

/** Values of an argument by name: the last part of a class's or function's name, or a text. */
export interface NamedSafety {
  readonly names: Readonly<Record<string, Safety>>;
  /** What is not among them; undefined: not known. */
  readonly others?: Safety;
}

/** The argument that decides whether the call can run code. */
export interface Guard {
  readonly parameter: string;
  /** With this value no code runs, or what each of several does. */
  readonly safe: boolean | string | null | NamedSafety;
  /** Where the argument is not given. */
  readonly default: Safety;
  /** Any value but the opposite of `safe` keeps code from running too: a list of names that are trusted. */
  readonly orOther?: true;
  /** Where the argument is not given and the file comes from an address, code runs whatever the version. */
  readonly unsafeFromAddress?: true;
}

/**
 * Why a call runs nothing that is not the user's, though the loader could: `own-name`, the library fetches and checks what has that
 * name itself; `installed`, it is a package that is installed; `ending`, files with that ending are read in another way; `copy`, the
 * bytes were made by the program.
 */
export type Spared = 'own-name' | 'installed' | 'ending' | 'copy';

/** What the catalogue says of a loader that rules need to know. */
export interface LoaderTraits {
  readonly family: LoaderFamily;
  readonly guard?: Guard;
  /** What a version decides, whatever the arguments say. */
  readonly safety?: Safety;
  /** It is given the bytes themselves, no file that holds them. */
  readonly takesBytes?: true;
  /** Only some files of the kind hold what is run: a table with a column of objects. */
  readonly sometimes?: true;
  /** It runs nothing of the file by design, but is not made for files that somebody crafted. */
  readonly crafted?: true;
  /** It runs whatever the file holds, not only what a language of its own allows. */
  readonly unconfined?: true;
  /** The names, as a regular expression, of files that the library itself publishes and fetches. */
  readonly published?: string;
  /** The parameter that, when true, compares what arrives with the checksum in its name. */
  readonly checksum?: string;
  /**
   * A variable of the environment, and its values as a regular expression, with which recent versions run nothing of the file;
   * `value` is the one that the library's documentation names.
   */
  readonly refusedBy?: { readonly variable: string; readonly values: string; readonly value: string };
  /** Of this call alone, with the family `harmless`. */
  readonly spared?: Spared;
  /** What to do instead, where a rule has words of its own for that library. */
  readonly advice?: string;
}
