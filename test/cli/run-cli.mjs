import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/loadlight.mjs', import.meta.url));
export const DIST = fileURLToPath(new URL('../../packages/cli/dist', import.meta.url));

/** Runs the built command as a process of its own; `as`: of the user with that id. */
export function loadlight(cwd, args, { env = {}, bin = BIN, as } = {}) {
  if (!existsSync(join(DIST, 'loadlight.cjs'))) throw new Error('the command line is not built: run npm run setup');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    ...(as !== undefined && { uid: as, gid: as }),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, VIRTUAL_ENV: '', CONDA_PREFIX: '', ...env }
  });
  return { status, stdout, stderr };
}

/** A folder of these files that is gone after the tests of the suite. */
export function temporaryFolder(files) {
  const folder = mkdtempSync(join(tmpdir(), 'loadlight-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A notebook file of these code cells, as Jupyter writes it. */
export function notebook(sources, metadata = {}) {
  const cells = sources.map((source, i) => ({
    cell_type: 'code',
    execution_count: null,
    id: `cell-${i}`,
    metadata: {},
    outputs: [],
    source: source.split(/(?<=\n)/)
  }));
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** The text of a range with `line` and `character` from 0. */
export function slice(text, { start, end }) {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const offset = ({ line, character }) => lines.slice(0, line).reduce((sum, one) => sum + one.length, 0) + character;
  return text.slice(offset(start), offset(end));
}
