import type { Edit } from '@loadlight/facts/fix';
import { TextLines } from '@loadlight/facts/text-lines';
import { isExcluded } from './applies.js';
import type { Configuration } from './configuration.js';
import { readConfiguration } from './read-configuration.js';
import { addToArray } from './toml-edits.js';

/** What is added to a configuration: a rule that is not looked for, or a path, relative to its folder, to leave out. */
export type ConfigurationChange =
  { readonly kind: 'turnOff'; readonly rule: string } | { readonly kind: 'exclude'; readonly path: string };

/**
 * The edit of a `loadlight.toml` or `pyproject.toml` (undefined text: there is none yet) that makes the change and keeps
 * all else as it is written. Undefined where there is none, because the file is broken or the change would not take
 * effect. `rules` are the ids that exist. Pure.
 */
export function changeConfiguration(
  text: string | undefined,
  uri: string,
  change: ConfigurationChange,
  rules: readonly string[]
): Edit | undefined {
  const [key, value] = change.kind === 'turnOff' ? ['ignore', change.rule] : ['exclude', patternOf(change.path)];
  const table = uri.endsWith('/pyproject.toml') ? ['tool', 'loadlight'] : [];
  const edit = addToArray(text ?? '', table, key, value);
  if (!edit) return undefined;
  const { start, end, newText } = edit;
  const changed = (text ?? '').slice(0, start) + newText + (text ?? '').slice(end);
  const read = readConfiguration(changed, uri, rules);
  // Layouts that nobody thought of must not become broken files.
  if (!read || !takesEffect(read.configuration, change)) return undefined;
  const range = new TextLines(text ?? '').range(start, end);
  return { document: uri, part: { kind: 'file' }, range, newText, ...(text === undefined && { creates: true }) };
}

function takesEffect(configuration: Configuration, change: ConfigurationChange): boolean {
  return change.kind === 'turnOff'
    ? configuration.ignore.includes(change.rule)
    : isExcluded(configuration, change.path);
}

/** The pattern that matches this path alone: without a slash it would match at any depth. */
function patternOf(path: string): string {
  const literal = path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&');
  return path.includes('/') ? literal : `/${literal}`;
}
