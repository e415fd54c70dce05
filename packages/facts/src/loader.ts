/**
 * Loaders of which the same is to be said.
 *
 * `torch`: `torch.load`. `pickle`: what exists to unpickle. `joblib`, `numpy`, `yaml`, `keras`: theirs. `checkpoint`: libraries
 * that unpickle inside when they load a model. `program`: what is loaded is a program by design, and is run.
 */
export type LoaderFamily = 'torch' | 'pickle' | 'joblib' | 'numpy' | 'yaml' | 'keras' | 'checkpoint' | 'program';

/** Whether code can run: always, never, or no longer from that version of a package on. */
export type Safety = 'safe' | 'unsafe' | { readonly package: string; readonly safeFrom: string };

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
}

/** What the catalogue says of a loader that rules need to know. */
export interface LoaderTraits {
  readonly family: LoaderFamily;
  readonly guard?: Guard;
  /** Where no argument decides, but a version does. */
  readonly safety?: Safety;
  /** It is given the bytes themselves, no file that holds them. */
  readonly takesBytes?: true;
}
