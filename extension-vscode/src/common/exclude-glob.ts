import { FOREIGN_FOLDERS } from '@loadlight/facts/foreign-folders';

const FOREIGN = FOREIGN_FOLDERS.map(name => `**/${name}`);

/**
 * The glob of what a scan leaves out: the patterns that are on in any of these settings (`files.exclude`,
 * `search.exclude`: pattern to true, false or a condition, which is not looked at), and folders
 * of other people's code, whatever the settings say.
 */
export function excludeGlob(...settings: readonly unknown[]): string {
  const patterns = settings.flatMap(setting =>
    typeof setting === 'object' && setting !== null
      ? Object.entries(setting)
          .filter(([, on]) => on === true)
          .map(([pattern]) => pattern)
      : []
  );
  return `{${[...new Set([...FOREIGN, ...patterns])].join(',')}}`;
}
