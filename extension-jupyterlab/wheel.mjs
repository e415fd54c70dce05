// Writes dist/loadlight-<version>-py3-none-any.whl at the root from the labextension that build.mjs made and the command line.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../scripts/steps/python-venv.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const out = path.join(folder, '../dist');
const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** Where the wheel is, once it is built. */
export const WHEEL = path.join(out, `loadlight-${version}-py3-none-any.whl`);

/** Builds the wheel in a Python environment of its own; nothing is fetched but what that holds. Throws with what failed. */
export function buildWheel() {
  if (!existsSync(path.join(folder, 'loadlight/labextension/package.json'))) {
    throw new Error('The labextension is not built: npm run setup builds it.');
  }
  layOutCommandLine();
  const python = ensureVenv('wheel', path.join(folder, 'requirements-wheel.txt'));
  mkdirSync(out, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    python,
    ['-m', 'hatchling', 'build', '--target', 'wheel', '--directory', out],
    { cwd: folder, encoding: 'utf8' }
  );
  if (status !== 0) throw new Error(`The wheel could not be built:\n${stdout}${stderr}`);
}

/** The command line beside the Python that starts it. */
function layOutCommandLine() {
  const source = path.join(folder, '../packages/cli');
  const target = path.join(folder, 'loadlight/command_line');
  if (!existsSync(path.join(source, 'dist/loadlight.cjs'))) {
    throw new Error('The command line is not built: npm run setup builds it.');
  }
  rmSync(target, { recursive: true, force: true });
  for (const name of ['bin', 'dist']) cpSync(path.join(source, name), path.join(target, name), { recursive: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    buildWheel();
    console.log(`${path.relative(process.cwd(), WHEEL)} (${(statSync(WHEEL).size / 1024).toFixed(0)} KB)`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
