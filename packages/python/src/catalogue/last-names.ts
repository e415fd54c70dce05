/** By top-level module, the last parts of these qualified names. */
export function lastNames(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const name of names) {
    const parts = name.replaceAll('()', '').split('.');
    const [root = name] = parts;
    found.set(root, (found.get(root) ?? new Set()).add(parts.at(-1) ?? name));
  }
  return found;
}
