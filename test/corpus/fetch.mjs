// Real notebooks for the corpus test: from the pinned sdists in sdists.json to .tools/corpus, once.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const listing = join(here, 'sdists.json');

/** The folder of the corpus; everything in it comes from the sdists. */
export const CORPUS = fileURLToPath(new URL('../../.tools/corpus/sdists', import.meta.url));

/** Downloads what is missing of the corpus. */
export function fetchCorpus() {
  fetchSdists(listing, CORPUS);
}

/**
 * Downloads what is missing of the sdists in that listing (with `only`, of those called `name-version` in it), and unpacks
 * their notebooks and Python files.
 */
export function fetchSdists(listing, folder, only) {
  const { pip, sdists } = JSON.parse(readFileSync(listing, 'utf8'));
  const wanted = sdists.map(({ name, version }) => `${name}-${version}`).filter(name => only?.includes(name) ?? true);
  if (wanted.every(name => existsSync(join(folder, name)))) return;
  const python = process.env.PYTHON ?? 'python3';
  const ownPip = join(CORPUS, '..', `pip-${pip}`);
  const run = (args, env = process.env) => execFileSync(python, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
  mkdirSync(folder, { recursive: true });
  if (!existsSync(ownPip)) {
    run(['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', ownPip, `pip==${pip}`]);
  }
  run([join(here, 'fetch_sdists.py'), listing, folder, ...wanted], {
    ...process.env,
    PYTHONPATH: ownPip,
    PYTHONDONTWRITEBYTECODE: '1'
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) fetchCorpus();
