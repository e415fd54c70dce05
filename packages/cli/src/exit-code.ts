/** How every command ends. */
export const EXIT = {
  /** Clean or done. */
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Wrong usage, or something named on the command line that cannot be read or written. */
  trouble: 2,
  /** Nothing to scan. */
  nothing: 3
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
