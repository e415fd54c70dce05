// The npm package, installed offline into an empty folder: it needs nothing beside itself.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeTarball } from '../../packages/cli/tarball.mjs';
import { npm } from '../../scripts/steps/nested-install.mjs';

describe('the npm package', () => {
  let home;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'loadlight-package-'));
    writeFileSync(path.join(home, 'package.json'), '{"private":true}');
    writeFileSync(path.join(home, 'load.py'), 'import torch\n\ntorch.load("m.pt", weights_only=False)\n');
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('brings the command line and the server, and no other package', () => {
    npm(home, 'install', '--offline', makeTarball());
    const packages = readdirSync(path.join(home, 'node_modules')).filter(name => !name.startsWith('.'));
    assert.deepEqual(packages, ['loadlight']);
    const command = path.join(home, 'node_modules/loadlight/bin/loadlight.mjs');
    const { status, stdout } = spawnSync(process.execPath, [command, 'scan', 'load.py'], {
      cwd: home,
      encoding: 'utf8'
    });
    assert.equal(status, 1);
    assert.match(stdout, /LL101 unsafe-torch-load/);
  });
});
