// The configuration that docs/editors.md gives, in a real Neovim, with the server as npm installs it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTarball } from '../../packages/cli/tarball.mjs';
import { findNeovim } from '../../scripts/steps/neovim.mjs';
import { npm } from '../../scripts/steps/nested-install.mjs';
import { root } from '../../scripts/steps/run.mjs';
import { writeFiles } from '../../scripts/steps/start-vscode.mjs';

const FILES = {
  'read.py': 'import torch\n\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n',
  'requirements.txt': 'torch==2.11.0\n',
  'all.py': 'import torch\n\na = torch.load("a.pt")\nb = torch.load("b.pt")\n'
};

/** The Neovim configuration that the page shows. */
function configuration() {
  const page = readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  const [, lua] = /```lua\n([^]*?)```/.exec(page) ?? [];
  assert.ok(lua, 'docs/editors.md shows a configuration');
  return lua;
}

describe('Neovim, as docs/editors.md says', function () {
  let home;
  let seen;
  const at = name => path.join(home, name);
  const disk = name => readFileSync(at(`workspace/${name}`), 'utf8');

  before(function () {
    const neovim = findNeovim();
    if (neovim === undefined) {
      console.log('    No Neovim here, and none could be installed: skipped. NVIM_PATH may name one.');
      return this.skip();
    }
    home = mkdtempSync(path.join(tmpdir(), 'loadlight-neovim-'));
    writeFiles(home, { 'package.json': '{"private":true}', 'init.lua': configuration() });
    writeFiles(at('workspace'), FILES);
    npm(home, 'install', '--offline', makeTarball());
    const { status, stderr } = spawnSync(
      neovim,
      ['--headless', '-u', at('init.lua'), '-S', fileURLToPath(new URL('session.lua', import.meta.url))],
      {
        cwd: at('workspace'),
        env: {
          PATH: `${at('node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
          HOME: home,
          XDG_DATA_HOME: at('data'),
          XDG_STATE_HOME: at('state'),
          LOADLIGHT_SEEN: at('seen.json')
        },
        encoding: 'utf8',
        timeout: 150_000
      }
    );
    assert.equal(status, 0, stderr);
    seen = JSON.parse(readFileSync(at('seen.json'), 'utf8'));
    console.log(`    Neovim ${seen.version}`);
  });
  after(() => {
    if (home !== undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  it('comes to its end', () => {
    assert.equal(seen.problem, undefined);
  });

  it('marks the argument and explains the call', () => {
    assert.equal(seen.marks.length, 1);
    const [{ code, source, line, from, to, message }] = seen.marks;
    const marked = FILES['read.py'].split('\n')[line].slice(from, to);
    assert.deepEqual([code, source, marked], ['LL101', 'loadlight', 'weights_only=False']);
    assert.match(message, /torch\.load/);
    assert.match(seen.hover, /Can run/);
  });

  it('applies the fix that was picked, and saves it', () => {
    assert.equal(disk('read.py'), FILES['read.py'].replace('weights_only=False', 'weights_only=True'));
  });

  it('applies all safe fixes of a file, by the version that its folder pins', () => {
    const fixed = FILES['all.py'].replaceAll('.pt")', '.pt", weights_only=True)');
    assert.equal(disk('all.py'), fixed);
  });
});
