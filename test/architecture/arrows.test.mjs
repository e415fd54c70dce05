import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const CONFIG = path.join(root, '.dependency-cruiser.mjs');
const CRUISER = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A small house of these files (text by path), checked with the rules of the real one. */
class House {
  constructor(files) {
    this.folder = mkdtempSync(path.join(tmpdir(), 'loadlight-arrows-'));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  /** As npm does for workspaces. */
  link(name, folder) {
    const link = path.join(this.folder, 'node_modules', name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(this.folder, folder), link, 'dir');
  }

  /** The names of the rules that are broken. */
  broken() {
    const args = [CRUISER, '--config', CONFIG, '--output-type', 'json', '.'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.folder, encoding: 'utf8' });
    assert.notEqual(stdout, '', stderr);
    const { summary } = JSON.parse(stdout);
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  }
}

describe('the arrows between folders', () => {
  let house;
  const brokenIn = files => {
    house = new House(files);
    return house.broken();
  };
  afterEach(() => rmSync(house.folder, { recursive: true, force: true }));

  it('may go down', () => {
    const broken = brokenIn({
      'packages/facts/src/place.ts': 'export interface Place { line: number }\n',
      'packages/rules/src/rules.ts':
        "import type { Place } from '../../facts/src/place.js';\nexport const RULES: Place[] = [];\n",
      'packages/engine/src/engine.ts': "export { RULES } from '../../rules/src/rules.js';\n",
      'packages/engine/src/node/files.ts': "export { readFile } from 'node:fs/promises';\n",
      'packages/cli/src/main.ts': "export { RULES } from '../../engine/src/engine.js';\n"
    });
    assert.deepEqual(broken, []);
  });

  for (const [from, to] of [
    ['packages/facts', 'packages/rules'],
    ['packages/notebook', 'packages/python'],
    ['packages/python', 'packages/rules'],
    ['packages/rules', 'packages/python'],
    ['packages/rules', 'packages/engine'],
    ['packages/policy', 'packages/rules'],
    ['packages/engine', 'language-server'],
    ['packages/engine', 'packages/cli'],
    ['packages/protocol', 'packages/engine'],
    ['extension-vscode', 'packages/engine'],
    ['extension-jupyterlab', 'language-server']
  ]) {
    it(`may not go from ${from} to ${to}, not even for a type`, () => {
      const broken = brokenIn({
        [`${from}/src/a.ts`]: `import type { B } from '${path.posix.relative(`${from}/src`, `${to}/src`)}/b.js';\nexport type A = B;\n`,
        [`${to}/src/b.ts`]: 'export type B = string;\n'
      });
      assert.deepEqual(broken, [`${from.replace('packages/', '')}-imports-downwards`]);
    });
  }

  it('are seen through the names of packages', () => {
    house = new House({
      'packages/rules/src/a.ts': "import type { Engine } from '@loadlight/engine/engine';\nexport type A = Engine;\n",
      'packages/engine/package.json': JSON.stringify({
        name: '@loadlight/engine',
        exports: { './*': { types: './lib/*.d.ts', default: './lib/*.js' } }
      }),
      'packages/engine/lib/engine.d.ts': 'export type Engine = string;\n'
    });
    house.link('@loadlight/engine', 'packages/engine');
    assert.deepEqual(house.broken(), ['rules-imports-downwards']);
  });

  it('leave Node to the hosts', () => {
    const reads = "export { readFileSync } from 'node:fs';\n";
    assert.deepEqual(brokenIn({ 'packages/engine/src/engine.ts': reads }), ['no-node-below-the-hosts']);
    rmSync(house.folder, { recursive: true });
    assert.deepEqual(brokenIn({ 'language-server/src/common/server.ts': reads }), ['no-node-below-the-hosts']);
  });

  it('make no circles', () => {
    const broken = brokenIn({
      'packages/facts/src/a.ts': "import { b } from './b.js';\nexport const a: number = b + 1;\n",
      'packages/facts/src/b.ts': "import { a } from './a.js';\nexport const b: number = a + 1;\n"
    });
    assert.deepEqual(broken, ['no-circular']);
  });

  it('are asked of every new folder', () => {
    const broken = brokenIn({
      'packages/elsewhere/src/elsewhere.ts': "export { RULES } from './rules.js';\n",
      'packages/elsewhere/src/rules.ts': 'export const RULES = [];\n'
    });
    assert.deepEqual(broken, ['known-folder']);
  });
});
