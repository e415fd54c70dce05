import { HUBS } from '@loadlight/python/catalogue/hubs';
import { LOADERS } from '@loadlight/python/catalogue/loaders/loaders';
import { RENAMED_MODULES } from '@loadlight/python/catalogue/renamed-modules';
import { FETCHES } from '@loadlight/python/catalogue/transfers';

/**
 * What the catalogue knows as loaders, hubs and downloads, by every name that a table of imports can resolve: methods of objects
 * that are made somewhere else in the file are none.
 */
export function catalogueNames() {
  const names = [
    ...LOADERS.flatMap(({ name, aliases }) => [name, ...aliases]),
    ...HUBS.map(({ pattern }) => pattern),
    ...FETCHES.map(({ name }) => name)
  ];
  return new Set([...names, ...names.flatMap(underOldNames)].filter(name => !name.includes('()')));
}

function underOldNames(name) {
  return RENAMED_MODULES.filter(({ to }) => name.startsWith(`${to}.`)).flatMap(({ from, to }) =>
    from.map(module => module + name.slice(to.length))
  );
}
