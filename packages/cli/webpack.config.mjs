// The command line as one file, dist/loadlight.cjs, with the wasm, the secrets part and the rules' pages beside it.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import scriptsPart from '../sharing/webpack.config.mjs';
import secretsPart from '../secrets/webpack.config.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const find = createRequire(import.meta.url).resolve;
const dist = here('dist');

const commandLine = {
  name: 'cli',
  mode: 'production',
  target: 'node20',
  entry: here('lib/main.js'),
  output: { path: dist, filename: 'loadlight.cjs', library: { type: 'commonjs2' } },
  module: {
    // One file without chunks; what is imported dynamically still runs only when it is needed.
    parser: { javascript: { dynamicImportMode: 'eager' } },
    rules: [{ test: /web-tree-sitter\.js$/, parser: { url: false } }]
  },
  optimization: { splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
  devtool: false,
  plugins: [
    new CopyPlugin({
      patterns: [
        find('web-tree-sitter/web-tree-sitter.wasm'),
        find('tree-sitter-python/package.json').replace(/package\.json$/, 'tree-sitter-python.wasm'),
        { from: here('../../docs/rules/*.md'), to: 'rules/[name][ext]', noErrorOnMissing: true }
      ]
    })
  ]
};

const nodeParts = [...secretsPart, ...scriptsPart].filter(({ target }) => target === 'node');

export default [
  commandLine,
  ...nodeParts.map(part => ({ ...part, name: `cli-${part.name}`, output: { ...part.output, path: dist } }))
];
