import type { Guard, Safety, Since } from '@loadlight/facts/loader';
import type { CredentialRow } from './credentials.js';
import type { FetchRow, HubRow, LoaderRow } from './row.js';

/** What is wrong with rows of loaders, each with the row's name; none where they are in order. */
export function loaderMistakes(rows: readonly LoaderRow[]): string[] {
  const names = rows.flatMap(({ name, aliases }) => [name, ...aliases]);
  const twice = names.filter((name, i) => names.indexOf(name) !== i).map(name => `${name} is there twice`);
  return [...twice, ...rows.flatMap(row => mistakesOf(row).map(mistake => `${row.name}: ${mistake}`))];
}

function mistakesOf(row: LoaderRow): string[] {
  const { name, aliases, parameters, keywordOnly, madeWith = [], source, guard, safety } = row;
  const { checksum, published, installed, documentation } = row;
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
  for (const pattern of [published, installed])
    if (pattern !== undefined && !isPattern(pattern)) found.push(`${pattern} is no regular expression`);
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

/** The same of rows of hubs. A parameter that can only be given by its name need not be listed. */
export function hubMistakes(rows: readonly HubRow[]): string[] {
  const names = rows.map(({ pattern }) => pattern);
  const twice = names.filter((name, i) => names.indexOf(name) !== i).map(name => `${name} is there twice`);
  const found = rows.flatMap(({ pattern, parameters, repository, also = [], packed = [], pinnedBy, documentation }) => [
    ...namedTwice([...parameters, ...also, ...packed]).map(each => `${pattern}: the parameter ${each} is there twice`),
    ...(parameters.length > 0 && !parameters.includes(repository)
      ? [`${pattern}: there is no parameter ${repository}`]
      : []),
    ...(pinnedBy === 'dictionary' && packed.length === 0 ? [`${pattern}: no dictionary can pin it`] : []),
    ...(documentation.startsWith('https://') ? [] : [`${pattern}: no documentation is named`])
  ]);
  return [...twice, ...found];
}

/** The same of rows of downloads. */
export function fetchMistakes(rows: readonly FetchRow[]): string[] {
  const names = rows.map(({ name }) => name);
  const twice = names.filter((name, i) => names.indexOf(name) !== i).map(name => `${name} is there twice`);
  const found = rows.flatMap(({ name, parameters, address, file, folder }) => [
    ...namedTwice(parameters).map(each => `${name}: the parameter ${each} is there twice`),
    ...(address.kind === 'url' && !parameters.includes(address.parameter)
      ? [`${name}: there is no parameter ${address.parameter}`]
      : []),
    ...(file !== undefined && !folder ? [`${name}: a file is named, and no folder`] : [])
  ]);
  return [...twice, ...found];
}

/** The same of rows of functions that take a credential. */
export function credentialMistakes(rows: readonly CredentialRow[]): string[] {
  const twice = namedTwice(rows.map(({ name }) => name)).map(name => `${name} is there twice`);
  const found = rows.flatMap(({ name, parameters, holds, documentation }) => [
    ...namedTwice(parameters).map(each => `${name}: the parameter ${each} is there twice`),
    ...Object.keys(holds)
      .filter(each => !parameters.includes(each))
      .map(each => `${name}: there is no parameter ${each}`),
    ...(documentation.startsWith('https://') ? [] : [`${name}: no documentation is named`])
  ]);
  return [...twice, ...found];
}

function namedTwice(names: readonly string[]): string[] {
  return names.filter((one, i) => names.indexOf(one) !== i);
}
