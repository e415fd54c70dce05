import type { Packages } from '@loadlight/dependencies/declared';
import { readDistributionNames, readPyvenvCfg } from '@loadlight/dependencies/distribution-names';
import { firstOf, mergePackages } from '@loadlight/dependencies/requirement-files';
import { decodeText } from './decode-text.js';
import type { FilesPort } from './ports.js';

const NOTHING: Packages = new Map();
const LONGEST_CFG = 10_000;
const MOST_ENTRIES = 20_000;

/** The packages that Python environments hold, by the names in their folders. Nothing in them is opened or run. */
export class Environments {
  private readonly known = new Map<string, Packages | Promise<void>>();

  constructor(private readonly files: FilesPort) {}

  /** What the environment below that folder holds, or the promise of knowing. URI without a slash at the end. */
  packages(prefix: string): Packages | Promise<void> {
    const known = this.known.get(prefix);
    if (known) return known;
    const reading = this.read(prefix, true).then(
      packages => void this.known.set(prefix, packages),
      () => void this.known.set(prefix, NOTHING)
    );
    this.known.set(prefix, reading);
    return reading;
  }

  /** Forgets what a changed file or folder has to do with. */
  forget(uri: string): void {
    for (const prefix of this.known.keys())
      if (uri === prefix || uri.startsWith(`${prefix}/`)) this.known.delete(prefix);
  }

  private async read(prefix: string, mayHaveBase: boolean): Promise<Packages> {
    const shown = shownName(prefix);
    const conda = await this.names(`${prefix}/conda-meta`);
    const folders = await this.sitePackages(prefix);
    const own: Packages[] = [];
    for (const folder of folders)
      own.push(readDistributionNames(await this.names(folder), 'site-packages', folder, shown));
    const meta = readDistributionNames(conda, 'conda-meta', `${prefix}/conda-meta`, shown);
    // What pip put over a conda package stands in site-packages alone.
    const packages = firstOf([mergePackages(own), meta]);
    const base = mayHaveBase ? await this.base(prefix) : undefined;
    return base === undefined ? packages : firstOf([packages, await this.read(base, false)]);
  }

  /** `lib/python3.12/site-packages` and the like, as far as they are there. */
  private async sitePackages(prefix: string): Promise<string[]> {
    const found: string[] = [];
    for (const lib of ['lib', 'Lib', 'local/lib']) {
      const names = await this.names(`${prefix}/${lib}`);
      if (names.includes('site-packages')) found.push(`${prefix}/${lib}/site-packages`);
      for (const python of names.filter(name => /^python3(?:\.\d+)?t?$/.test(name)))
        for (const folder of ['site-packages', 'dist-packages']) found.push(`${prefix}/${lib}/${python}/${folder}`);
    }
    return found;
  }

  /** The environment that this one stands on, where it sees its packages. */
  private async base(prefix: string): Promise<string | undefined> {
    const uri = `${prefix}/pyvenv.cfg`;
    if ((await this.files.stat(uri))?.kind !== 'file') return undefined;
    const { home, seesBase } = readPyvenvCfg(decodeText(await this.files.read(uri, 0, LONGEST_CFG)));
    if (!seesBase || home === undefined || !prefix.startsWith('file:')) return undefined;
    const path = home.replace(/\\/g, '/').replace(/\/bin\/?$/, '');
    return `file://${path.startsWith('/') ? '' : '/'}${path.split('/').map(encodeURIComponent).join('/')}`;
  }

  private async names(folder: string): Promise<string[]> {
    const entries = await this.files.list(folder);
    return entries.slice(0, MOST_ENTRIES).map(({ name }) => name);
  }
}

function shownName(prefix: string): string {
  const last = prefix.slice(prefix.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
