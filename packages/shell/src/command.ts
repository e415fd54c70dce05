/** A stretch of a word, before anything is expanded. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  /** `$name`, `${name}`: the shell's, or with IPython Python's; `start` is where the name stands, in UTF-16 units. */
  | { readonly kind: 'variable'; readonly name: string; readonly start: number }
  /** `{expression}` in a line that IPython reads; `start` is where the expression stands, in UTF-16 units. */
  | { readonly kind: 'python'; readonly source: string; readonly start: number }
  /** The output of another command, a pattern. */
  | { readonly kind: 'unknown' };

/** One word of a command, quotes removed. Offsets are 0-based UTF-16 in the script. */
export interface Word {
  readonly pieces: readonly Piece[];
  readonly start: number;
  readonly end: number;
}

/** `> file` and its like; standard error's are left out. */
export interface Redirect {
  readonly operator: '>' | '<';
  readonly target: Word;
}

/** One simple command of a script. */
export interface Command {
  /** `X=1` before the command's name, or alone. */
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  /** The command whose output it reads. */
  readonly input: Command | undefined;
  /** It may not run: after `||`, inside `if`, `for` and the like. */
  readonly conditional: boolean;
  /** It stands in `( … )`: what it does to variables and folder is forgotten behind it. */
  readonly subshell: number;
  readonly start: number;
  readonly end: number;
}
