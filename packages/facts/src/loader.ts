/**
 * Loaders of which the same is to be said.
 *
 * `torch`: `torch.load`. `pickle`: what exists to unpickle. `joblib`, `numpy`, `yaml`, `keras`: theirs. `checkpoint`: libraries
 * that unpickle inside when they load a model. `program`: what is loaded is a program by design, and is run.
 */
export type LoaderFamily = 'torch' | 'pickle' | 'joblib' | 'numpy' | 'yaml' | 'keras' | 'checkpoint' | 'program';

/** The argument that decides whether the call can run code. */
export interface Guard {
  readonly parameter: string;
  /** With this value no code runs. */
  readonly safe: boolean | string | null;
  /** Where the argument is not given, and the version of a package from which on the default is safe. */
  readonly default: 'safe' | 'unsafe' | { readonly package: string; readonly safeFrom: string };
}

/** What the catalogue says of a loader that rules need to know. */
export interface LoaderTraits {
  readonly family: LoaderFamily;
  readonly guard?: Guard;
  /** It is given the bytes themselves, no file that holds them. */
  readonly takesBytes?: true;
}
