// npm run lint: every check that needs no running program.
import { runNode } from './steps/run.mjs';

const CHECKS = [
  ['eslint', 'node_modules/eslint/bin/eslint.js', ['.']],
  ['prettier', 'node_modules/prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  [
    'dependency-cruiser',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.dependency-cruiser.mjs', 'packages', 'language-server', 'extension-vscode', 'extension-jupyterlab']
  ],
  ['knip', 'node_modules/knip/bin/knip.js', []]
];

const failed = CHECKS.filter(([name, script, args]) => {
  console.log(`${name} …`);
  return !runNode(script, args);
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exitCode = 1;
}
