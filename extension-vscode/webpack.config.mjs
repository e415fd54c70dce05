import CopyPlugin from 'copy-webpack-plugin';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedBundle } from './l10n.mjs';

const at = file => fileURLToPath(new URL(file, import.meta.url));
/** What is packaged: a folder that holds the extension and nothing else. */
export const STAGE = at('dist/vsix');

/** The workspace's package.json as the manifest of the extension `loadlight.loadlight`. */
function manifest(source) {
  const { type, private: _, dependencies, devDependencies, ...rest } = JSON.parse(source);
  return JSON.stringify(
    { ...rest, name: 'loadlight', main: './client/node.js', browser: './client/browser.js' },
    null,
    2
  );
}

/** The pages' ids and first headings, for those who cannot list the folder. */
function index(pages) {
  const entries = pages.map(({ data, sourceFilename }) => [
    path.basename(sourceFilename, '.md'),
    /^# (?:LL\d+:? )?(.*)$/m.exec(String(data))?.[1] ?? ''
  ]);
  return JSON.stringify(entries.sort());
}

const shared = {
  mode: 'production',
  context: at('.'),
  // The editor itself answers for this one name.
  externals: { vscode: 'commonjs vscode' },
  performance: { hints: false },
  stats: 'errors-warnings'
};
const output = filename => ({ path: STAGE, filename, library: { type: 'commonjs2' } });

const node = {
  ...shared,
  name: 'node',
  target: 'node20',
  entry: './lib/node/main.js',
  output: output('client/node.js')
};

const browser = {
  ...shared,
  name: 'browser',
  target: 'webworker',
  entry: './lib/browser/main.js',
  output: output('client/browser.js'),
  plugins: [
    new CopyPlugin({
      patterns: [
        { from: 'package.json', transform: source => manifest(String(source)) },
        'package.nls*.json',
        { from: 'l10n', to: 'l10n', transform: (_, file) => shippedBundle(path.basename(file)) },
        'README.md',
        'CHANGELOG.md',
        { from: 'media/icon.png', to: 'media/icon.png' },
        { from: 'media/walkthrough', to: 'media/walkthrough' },
        { from: at('../LICENSE'), to: 'LICENSE.txt', toType: 'file' },
        { from: 'LL*.md', context: at('../docs/rules'), to: 'rules' },
        { from: 'LL*.md', context: at('../docs/rules'), to: 'rules/index.json', transformAll: index },
        {
          from: at('../language-server/dist'),
          to: 'server',
          globOptions: { ignore: ['**/*.map'] },
          // It is large: both servers use the one file.
          transform: (source, file) =>
            file.endsWith(path.join('node', 'scripts.cjs'))
              ? "module.exports = require('../browser/scripts.js');\n"
              : source,
          // Bundles of another build: taken as they are.
          info: { minimized: true }
        }
      ]
    })
  ]
};

export default [node, browser];
