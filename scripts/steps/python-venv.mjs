import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TOOLS = fileURLToPath(new URL('../../.tools/', import.meta.url));
const OLDEST = [3, 10];

/**
 * A Python environment `.tools/<name>` that holds what the requirements file lists, made anew only when that file or
 * the Python changes. Returns the path of its interpreter. Throws with what is missing or what failed.
 */
export function ensureVenv(name, requirements) {
  const base = findPython();
  const folder = path.join(TOOLS, name);
  const python = path.join(folder, ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']));
  const stamp = path.join(folder, '.installed-from');
  const wanted = createHash('sha256').update(base.version).update(readFileSync(requirements)).digest('hex');
  if (existsSync(python) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  console.log(`Installing the Python environment .tools/${name} …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(TOOLS, { recursive: true });
  run(base.command, ['-m', 'venv', folder]);
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  writeFileSync(stamp, wanted);
  return python;
}

/** The Python to make environments with: `PYTHON`, else the first of the usual names that is new enough. */
function findPython() {
  const names = process.env.PYTHON ? [process.env.PYTHON] : ['python3', 'python', 'py'];
  for (const command of names) {
    const { status, stdout } = spawnSync(command, ['-c', 'import sys; print(*sys.version_info[:3], sep=".")'], {
      encoding: 'utf8'
    });
    if (status !== 0) continue;
    const version = stdout.trim();
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === OLDEST[0] && minor >= OLDEST[1]) return { command, version };
  }
  throw new Error(`Python ${OLDEST.join('.')} or newer is needed and was not found (looked for ${names.join(', ')}).`);
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${error?.message ?? stderr + stdout}`);
}
