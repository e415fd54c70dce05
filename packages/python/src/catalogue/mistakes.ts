import type { LoaderRow } from './row.js';

/** What is wrong with rows of loaders, each with the row's name; none where they are in order. */
export function loaderMistakes(rows: readonly LoaderRow[]): string[] {
  const names = rows.flatMap(({ name, aliases }) => [name, ...aliases]);
  const twice = names.filter((name, i) => names.indexOf(name) !== i).map(name => `${name} is there twice`);
  return [...twice, ...rows.flatMap(row => mistakesOf(row).map(mistake => `${row.name}: ${mistake}`))];
}

function mistakesOf({ name, aliases, parameters, keywordOnly, source, guard, documentation }: LoaderRow): string[] {
  const all = [...parameters, ...keywordOnly];
  const known = (parameter: string): boolean => all.includes(parameter);
  const found: string[] = [];
  for (const each of [name, ...aliases])
    if (!/^[A-Za-z_][\w]*(\(\))?(\.([A-Za-z_]\w*(\(\))?|\*\*))+$/.test(each))
      found.push(`${each} is no qualified name`);
  for (const each of all.filter((one, i) => all.indexOf(one) !== i)) found.push(`the parameter ${each} is there twice`);
  if (parameters.length > 0 && !known(source)) found.push(`there is no parameter ${source}`);
  if (guard && !known(guard.parameter)) found.push(`there is no parameter ${guard.parameter}`);
  if (guard && typeof guard.default === 'object' && !/^\d+(\.\d+)*$/.test(guard.default.safeFrom))
    found.push(`${guard.default.safeFrom} is no version`);
  if (!documentation.startsWith('https://')) found.push('no documentation is named');
  return found;
}
