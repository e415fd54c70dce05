import { isVersion } from '@loadlight/facts/version';

/** `torch-2.4.0+cu121-cp311-cp311-linux_x86_64.whl`: name, version, an optional build number, and three tags. */
const WHEEL = /^([A-Za-z0-9_.]+)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/;
const SOURCES = /^(.+)-([^-]+)\.(?:tar\.gz|tar\.bz2|zip)$/;
/** `git+https://…/transformers@v4.40.0`: a tag that is a version, as most projects name theirs. */
const TAG = /@v?(\d+(?:\.\d+)+[^@/#]*)(?:#.*)?$/;

/** Name and version that an address gives away: a wheel's or an archive's file name. Undefined where it gives neither. */
function distributionAt(address: string): { readonly name: string; readonly version: string } | undefined {
  const path = address.replace(/[?#].*$/, '');
  const file = decoded(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
  const [, name, version] = WHEEL.exec(file) ?? SOURCES.exec(file) ?? [];
  return name !== undefined && version !== undefined && isVersion(version) ? { name, version } : undefined;
}

/** The version of what is installed from an address, by its file's name or its tag; undefined where neither says one. */
export function versionAt(address: string): string | undefined {
  const tag = isRepository(address) ? TAG.exec(address.trim())?.[1] : undefined;
  if (tag !== undefined) return isVersion(tag) ? tag : undefined;
  return distributionAt(address)?.version;
}

/** The package that an address alone installs: `#egg=` says it, or its file's name, or its repository's. */
export function packageAt(address: string): string | undefined {
  const repository = isRepository(address) ? REPOSITORY.exec(address)?.[1] : undefined;
  return EGG.exec(address)?.[1] ?? distributionAt(address)?.name ?? repository;
}

const EGG = /[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)/;
const REPOSITORY = /\/([\w.-]+?)(?:\.git)?(?:@[^/#]*)?(?:#.*)?$/;

function isRepository(address: string): boolean {
  return /^(?:git|hg|svn|bzr)\+/.test(address);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
