/** Copies that notebooks and package managers keep: nobody edits them, so a scan leaves them out whatever the settings say. */
const COPIES = ['**/.ipynb_checkpoints', '**/site-packages', '**/__pycache__', '**/.git'];

/**
 * The glob of what a scan leaves out: the patterns that are on in any of these settings (`files.exclude`,
 * `search.exclude`: pattern to true, false or a condition, which is not looked at), and copies.
 */
export function excludeGlob(...settings: readonly unknown[]): string {
  const patterns = settings.flatMap(setting =>
    typeof setting === 'object' && setting !== null
      ? Object.entries(setting)
          .filter(([, on]) => on === true)
          .map(([pattern]) => pattern)
      : []
  );
  return `{${[...new Set([...COPIES, ...patterns])].join(',')}}`;
}
