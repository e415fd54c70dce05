// Writes dist/loadlight-<version>.tgz at the root: the npm package `loadlight`, with the command line and the language
// server for editors. Wants the bundles of both.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const at = file => fileURLToPath(new URL(file, import.meta.url));
const DIST = at('../../dist');

/** Lays the package out and packs it; gives the file's path. Throws with npm's own words where that fails. */
export function makeTarball() {
  mkdirSync(DIST, { recursive: true });
  // Of its own: several tests make one, also at the same time.
  const stage = mkdtempSync(path.join(DIST, 'npm-'));
  try {
    return pack(stage);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function pack(stage) {
  const content = path.join(stage, 'package');
  cpSync(at('bin'), path.join(content, 'bin'), { recursive: true });
  cpSync(at('dist'), path.join(content, 'dist'), { recursive: true });
  // Beside the command line, whose wasm and heavy part are the server's too.
  cpSync(at('../../language-server/dist/node/server.cjs'), path.join(content, 'dist/server.cjs'));
  const server = path.join(content, 'bin/loadlight-language-server.mjs');
  writeFileSync(server, "#!/usr/bin/env node\nimport '../dist/server.cjs';\n");
  chmodSync(server, 0o755);
  for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(at(`../../${name}`), path.join(content, name));
  cpSync(at('../../docs/command-line.md'), path.join(content, 'README.md'));
  writeFileSync(path.join(content, 'package.json'), manifest());
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', stage],
    { cwd: content, encoding: 'utf8', shell: process.platform === 'win32' }
  );
  if (status !== 0) throw new Error(`npm pack failed:\n${stdout}${stderr}`);
  const [{ filename }] = JSON.parse(stdout);
  renameSync(path.join(stage, filename), path.join(DIST, filename));
  return path.join(DIST, filename);
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
