/**
 * What an expression is known to be before anything runs. Front-ends of languages make them, rules read them.
 */
export type Value =
  /** `path`: a text that was made as a path, by joining or by pathlib, and names nothing else. */
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly path?: true }
  /**
   * A string whose beginning and end are known, its middle not: an f-string, a joined path. `base`: what it begins with
   * where that is not text (a downloaded folder).
   */
  | { readonly kind: 'text'; readonly prefix: string; readonly suffix: string; readonly base?: Value }
  /**
   * Something imported or built in, by its qualified name: `torch.load`, `pickle`; a method of a result as `open().read`,
   * with that result as its `receiver`.
   */
  | { readonly kind: 'symbol'; readonly name: string; readonly receiver?: Value }
  /** What a call of that qualified name gives back; `argument` is the first it was given. */
  | {
      readonly kind: 'result';
      readonly of: string;
      readonly argument?: Value;
      readonly given?: GivenArguments;
      readonly receiver?: Value;
    }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  /** `open` says that entries beside those listed may be in it. */
  | { readonly kind: 'dict'; readonly entries: ReadonlyMap<string, Value>; readonly open: boolean }
  /** A class of the program, by the library classes that it derives from; null for one that is not known. */
  | { readonly kind: 'class'; readonly bases: readonly (string | null)[] }
  /** A parameter of the function around it: its caller decides. */
  | { readonly kind: 'parameter'; readonly name: string }
  /** One of these: several branches, several bindings. */
  | { readonly kind: 'any'; readonly values: readonly Value[] }
  | { readonly kind: 'unknown' };

/** All arguments of a call whose result is followed: by name, or by position from '0'. */
export type GivenArguments = ReadonlyMap<string, Value>;

export const UNKNOWN: Extract<Value, { kind: 'unknown' }> = { kind: 'unknown' };

/** It is that literal, or is so on one of the ways there. */
export function mayBe(value: Value | undefined, literal: string | number | boolean | null): boolean {
  if (value?.kind === 'any') return value.values.some(one => mayBe(one, literal));
  return value?.kind === 'literal' && value.value === literal;
}
