import { isVersion } from '@loadlight/facts/version';
import { pypiName } from './conda-spec.js';
import { DeclaredPackages, type Packages } from './declared.js';

const NOWHERE = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
/** `torch-2.4.0+cu121.dist-info`; `-` in a distribution's own name is written `_` there. */
const DIST_INFO = /^(.+?)-([^-]+)\.(?:dist-info|egg-info)$/;
/** `pytorch-2.4.1-py3.12_cpu_0.json` */
const CONDA_META = /^(.+)-([^-]+)-[^-]+\.json$/;

/**
 * The versions that the names in an environment's folders say: in `site-packages` those of `*.dist-info`, in `conda-meta`
 * those of the records. `folder` is the URI that evidence points at, `shown` what the hover calls the environment.
 */
export function readDistributionNames(
  names: readonly string[],
  kind: 'site-packages' | 'conda-meta',
  folder: string,
  shown: string
): Packages {
  const installed = new DeclaredPackages(folder, { kind: 'file' }, shown);
  for (const entry of names) {
    if (installed.isFull) break;
    const [, name, version] = (kind === 'conda-meta' ? CONDA_META : DIST_INFO).exec(entry) ?? [];
    if (name === undefined || version === undefined || !isVersion(version)) continue;
    installed.addExact(kind === 'conda-meta' ? pypiName(name) : name, version, NOWHERE, 'installed');
  }
  return installed.packages;
}

/** What `pyvenv.cfg` says of the Python that the environment stands on; undefined where it does not. */
export function readPyvenvCfg(text: string): { readonly home: string | undefined; readonly seesBase: boolean } {
  const value = (key: string): string | undefined => new RegExp(`^\\s*${key}\\s*=\\s*(.*?)\\s*$`, 'im').exec(text)?.[1];
  return { home: value('home'), seesBase: value('include-system-site-packages')?.toLowerCase() === 'true' };
}
