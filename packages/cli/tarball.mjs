// Writes dist/loadlight-<version>.tgz at the root: the npm package `loadlight`, with the command line and the language
// server for editors. Wants the bundles of both.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const at = file => fileURLToPath(new URL(file, import.meta.url));
const STAGE = at('../../dist/npm');
const DIST = at('../../dist');

/** Lays the package out and packs it; gives the file's path. Throws with npm's own words where that fails. */
export function makeTarball() {
  rmSync(STAGE, { recursive: true, force: true });
  cpSync(at('bin'), path.join(STAGE, 'bin'), { recursive: true });
  cpSync(at('dist'), path.join(STAGE, 'dist'), { recursive: true });
  // Beside the command line, whose wasm and heavy part are the server's too.
  cpSync(at('../../language-server/dist/node/server.cjs'), path.join(STAGE, 'dist/server.cjs'));
  const server = path.join(STAGE, 'bin/loadlight-language-server.mjs');
  writeFileSync(server, "#!/usr/bin/env node\nimport '../dist/server.cjs';\n");
  chmodSync(server, 0o755);
  for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(at(`../../${name}`), path.join(STAGE, name));
  cpSync(at('../../docs/command-line.md'), path.join(STAGE, 'README.md'));
  writeFileSync(path.join(STAGE, 'package.json'), manifest());
  mkdirSync(DIST, { recursive: true });
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', DIST],
    { cwd: STAGE, encoding: 'utf8', shell: process.platform === 'win32' }
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stdout}${stderr}`);
  return path.join(DIST, JSON.parse(stdout)[0].filename);
}

/** The workspace's package.json as that of a package without dependencies: the bundles hold everything. */
function manifest() {
  const {
    private: _,
    exports,
    scripts,
    dependencies,
    devDependencies,
    ...rest
  } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const bin = { ...rest.bin, 'loadlight-language-server': 'bin/loadlight-language-server.mjs' };
  return `${JSON.stringify({ ...rest, bin }, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = makeTarball();
  console.log(`${path.relative(process.cwd(), file)} (${(statSync(file).size / 1024).toFixed(0)} KB)`);
}
