import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const BIN = path.join(root, 'packages/cli/bin/loadlight.mjs');
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'examples/README.md'],
  ...readdirSync(path.join(root, 'docs'), { recursive: true })
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`)
];
const read = name => readFileSync(path.join(root, name), 'utf8');

/** Blanks at the end of a line are lost in Markdown. */
const trimmed = text => text.replace(/[ \t]+$/gm, '').trimEnd();

describe('what the documents show', () => {
  const shown = [...read('README.md').matchAll(/^```\n\$ npx loadlight (.*)\n([^]*?)\n```$/gm)];

  it('holds output of the command line', () => assert.ok(shown.length > 0));

  for (const [, command, output] of shown) {
    it(`is what loadlight ${command} says`, () => {
      const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...command.split(' ')], {
        cwd: root,
        encoding: 'utf8'
      });
      assert.equal(trimmed(stdout + stderr), trimmed(output));
    });
  }

  for (const name of DOCUMENTS) {
    it(`has the files that ${name} links`, () => {
      const text = read(name).replace(/^```[^]*?^```/gm, '');
      const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link);
      const missing = links
        .filter(link => !/^[a-z]+:/.test(link))
        .filter(link => !existsSync(path.join(root, path.dirname(name), link)));
      assert.deepEqual(missing, []);
    });
  }
});
