import picomatch from 'picomatch';
import type { Configuration } from './configuration.js';

/** Nothing is looked for in the file of that path, relative to the configuration's folder with `/`. */
export function isExcluded(configuration: Configuration, path: string): boolean {
  return configuration.exclude.some(pattern => matches(pattern, path));
}

/** The rule is looked for in the file of that path. */
export function isSelected(configuration: Configuration, rule: string, path: string): boolean {
  const named = (rules: readonly string[]): boolean => rules.some(name => rule.startsWith(name));
  if (configuration.select && !named(configuration.select)) return false;
  if (named(configuration.ignore)) return false;
  return ![...configuration.perPath].some(([pattern, rules]) => named(rules) && matches(pattern, path));
}

/** As in .gitignore: a pattern without a slash matches at any depth, and a folder's pattern all that is in it. */
function matches(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
  const anywhere = plain.includes('/') || pattern.startsWith('/') ? [plain] : [plain, `**/${plain}`];
  return picomatch(
    anywhere.flatMap(p => [p, `${p}/**`]),
    { dot: true }
  )(path);
}
