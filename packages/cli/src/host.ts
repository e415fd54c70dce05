/** Where a command reads and writes, and what it knows of the terminal. Tests pass their own. */
export interface Host {
  /** The folder that holds the engine's heavy parts. */
  readonly parts: string;
  /** The command line as one file, for threads of it; undefined where it runs from its sources. */
  readonly bundle: string | undefined;
  readonly cwd: string;
  readonly colours: boolean;
  /** Columns of the terminal, or a width that reads well where there is none. */
  readonly columns: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** The process itself. Colours stay off in a pipe and where NO_COLOR is set to anything. */
export function processHost(parts: string, bundle: string | undefined): Host {
  const { stdout, stderr, env } = process;
  return {
    parts,
    bundle,
    cwd: process.cwd(),
    colours: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    columns: stdout.isTTY ? Math.max(stdout.columns, 40) : WIDTH_WITHOUT_TERMINAL,
    out: text => void stdout.write(text),
    err: text => void stderr.write(text)
  };
}
