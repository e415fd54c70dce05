// npm run build: TypeScript, then every bundle.
import { runNode } from './steps/run.mjs';

const STEPS = [
  ['Compiling TypeScript', 'node_modules/typescript/bin/tsc', ['-b']],
  ['Checking the catalogue', 'scripts/steps/check-catalogue.mjs', []],
  [
    'Bundling the language server',
    'node_modules/webpack-cli/bin/cli.js',
    ['--config', 'language-server/webpack.config.mjs', '--stats', 'errors-warnings']
  ],
  [
    'Bundling the command line',
    'node_modules/webpack-cli/bin/cli.js',
    ['--config', 'packages/cli/webpack.config.mjs', '--stats', 'errors-warnings']
  ],
  ['Bundling the VS Code extension', 'extension-vscode/build.mjs', []],
  ['Bundling the JupyterLab extension', 'extension-jupyterlab/build.mjs', []]
];

for (const [title, script, args] of STEPS) {
  console.log(`${title} …`);
  if (!runNode(script, args)) {
    console.error(`${title} failed.`);
    process.exit(1);
  }
}
