import type { Guard, Safety, Since } from '@loadlight/facts/loader';
import type { LoaderRow } from './row.js';

/** What is wrong with rows of loaders, each with the row's name; none where they are in order. */
export function loaderMistakes(rows: readonly LoaderRow[]): string[] {
  const names = rows.flatMap(({ name, aliases }) => [name, ...aliases]);
  const twice = names.filter((name, i) => names.indexOf(name) !== i).map(name => `${name} is there twice`);
  return [...twice, ...rows.flatMap(row => mistakesOf(row).map(mistake => `${row.name}: ${mistake}`))];
}

function mistakesOf(row: LoaderRow): string[] {
  const { name, aliases, parameters, keywordOnly, madeWith = [], source, guard, safety } = row;
  const { checksum, published, documentation } = row;
  const all = [...parameters, ...keywordOnly, ...madeWith];
  const known = (parameter: string): boolean => all.includes(parameter);
  const found: string[] = [];
  for (const each of [name, ...aliases])
    if (!/^[A-Za-z_][\w]*(\(\))?(\.([A-Za-z_]\w*(\(\))?|\*\*))+$/.test(each))
      found.push(`${each} is no qualified name`);
  for (const each of all.filter((one, i) => all.indexOf(one) !== i)) found.push(`the parameter ${each} is there twice`);
  if (parameters.length > 0 && !known(source)) found.push(`there is no parameter ${source}`);
  if (guard && !known(guard.parameter)) found.push(`there is no parameter ${guard.parameter}`);
  if (checksum !== undefined && !known(checksum)) found.push(`there is no parameter ${checksum}`);
  if (published !== undefined && !isPattern(published)) found.push(`${published} is no regular expression`);
  for (const version of versionsOf(guard, safety))
    if (!/^\d+(\.\d+)*$/.test(version)) found.push(`${version} is no version`);
  if (!documentation.startsWith('https://')) found.push('no documentation is named');
  return found;
}

/** Every version that what is said of a row depends on. */
function versionsOf(guard: Guard | undefined, safety: Safety | undefined): string[] {
  const named = typeof guard?.safe === 'object' && guard.safe ? Object.values(guard.safe.names) : [];
  return [guard?.default, safety, ...named].flatMap(one => (typeof one === 'object' ? versionsIn(one) : []));
}

function versionsIn({ safeFrom, and }: Since): string[] {
  return [safeFrom, ...(and ? versionsIn(and) : [])];
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}
