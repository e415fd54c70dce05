import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';

/** What git cannot tell; the message says why. */
export class GitError extends Error {}

/** What is not as it was in a commit. */
export interface Changes {
  /** Absolute paths of the files that changed, came or are not tracked yet. */
  has(path: string): boolean;
  /** The bytes that the file had, under the name that it had; undefined where it was not there. */
  before(path: string): Buffer | undefined;
}

/** The largest answer of git that is read, in bytes. */
const MAX_ANSWER = 256 * 1024 * 1024;

/**
 * What differs between the working tree and the commit that `revision` names; with `...` at its end, the one where the current branch
 * left it. Only asks git: nothing is fetched, written or run. Throws GitError.
 */
export function changesSince(revision: string, cwd: string): Changes {
  const root = git(cwd, 'rev-parse', '--show-toplevel')
    .toString()
    .replace(/\r?\n$/, '');
  const commit = commitOf(revision, cwd);
  const names = new Map<string, string | undefined>();
  const listed = git(root, 'diff', '--name-status', '-z', '-M', '--no-ext-diff', '--no-textconv', commit, '--');
  const words = listed.toString().split('\0');
  for (let i = 0; i < words.length - 1;) {
    const status = words[i++] ?? '';
    const first = words[i++] ?? '';
    if (status.startsWith('R') || status.startsWith('C')) names.set(words[i++] ?? '', first);
    else names.set(first, status === 'A' ? undefined : first);
  }
  const untracked = git(root, 'ls-files', '--others', '--exclude-standard', '-z').toString().split('\0');
  for (const name of untracked) if (name !== '') names.set(name, undefined);
  const nameOf = (path: string): string => relative(root, realpathSync(path)).split(sep).join('/');
  return {
    has: path => names.has(nameOf(path)),
    before: path => {
      const name = names.get(nameOf(path));
      return name === undefined ? undefined : git(root, 'cat-file', 'blob', `${commit}:${name}`);
    }
  };
}

function commitOf(revision: string, cwd: string): string {
  const isBranching = revision.endsWith('...');
  const name = isBranching ? revision.slice(0, -3) : revision;
  const commit = git(cwd, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
  const id = commit.toString().trim();
  return isBranching ? git(cwd, 'merge-base', id, 'HEAD').toString().trim() : id;
}

/** What git prints. `core.fsmonitor` names a program that git would start. */
function git(cwd: string, ...args: string[]): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', ['-c', 'core.fsmonitor=false', ...args], {
    cwd,
    maxBuffer: MAX_ANSWER,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' }
  });
  if (error) throw new GitError('code' in error && error.code === 'ENOENT' ? 'git is not there' : error.message);
  if (status !== 0) throw new GitError(stderr.toString().trim().split('\n')[0] || 'there is no such revision');
  return stdout;
}
