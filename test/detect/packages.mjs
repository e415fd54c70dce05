import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORPUS, fetchSdists } from '../corpus/fetch.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The folder that all packages are under; scans and paths are seen from there. */
export const TOOLS = fileURLToPath(new URL('../../.tools', import.meta.url));

const LISTINGS = [
  { listing: path.join(here, 'sdists.json'), folder: path.join(TOOLS, 'detect') },
  { listing: path.join(here, '../corpus/sdists.json'), folder: CORPUS },
  { listing: path.join(here, '../census/sdists.json'), folder: path.join(TOOLS, 'census') }
];

/** More text than all the others together, and far longer to scan. */
const HUGE = /^(?:transformers|diffusers)-\d/;

/** Every package: `name-version`, and its folder as seen from TOOLS. */
export const ALL_PACKAGES = LISTINGS.flatMap(({ listing, folder }) =>
  JSON.parse(readFileSync(listing, 'utf8')).sdists.map(({ name, version }) => ({
    name: `${name}-${version}`,
    folder: path.relative(TOOLS, path.join(folder, `${name}-${version}`)).replaceAll('\\', '/')
  }))
);

/** Those that are read by hand and measured. */
export const PACKAGES = ALL_PACKAGES.filter(({ name }) => !HUGE.test(name));

/** Downloads what is missing of these packages: their notebooks and Python files, nothing that is run. */
export function fetchPackages(packages = PACKAGES) {
  const names = packages.map(({ name }) => name);
  for (const { listing, folder } of LISTINGS) {
    if (packages.some(one => !existsSync(path.join(TOOLS, one.folder)))) fetchSdists(listing, folder, names);
  }
}

/** A file of a package that is seen from TOOLS, as `name-version/file`. */
export function inPackage(file) {
  const found = ALL_PACKAGES.find(({ folder }) => file.startsWith(`${folder}/`));
  if (!found) throw new Error(`${file} is in no package`);
  return `${found.name}${file.slice(found.folder.length)}`;
}

/** The files of the packages with that ending, seen from TOOLS. */
export function filesOf(packages, ending) {
  return packages.flatMap(({ folder }) =>
    readdirSync(path.join(TOOLS, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && entry.name.endsWith(ending))
      .map(entry => path.relative(TOOLS, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll('\\', '/'))
  );
}
