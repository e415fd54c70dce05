// Two servers of one file each: dist/node/server.cjs, and dist/browser/server.js for a classic worker. The two wasm
// files stand beside each; the secrets part is put there by packages/secrets/webpack.config.mjs.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import scriptsPart from '../packages/sharing/webpack.config.mjs';
import secretsPart from '../packages/secrets/webpack.config.mjs';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(import.meta.url);
const wasm = [
  require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  require.resolve('tree-sitter-python/package.json').replace(/package\.json$/, 'tree-sitter-python.wasm')
];

const server = (folder, target, filename, output = {}) => ({
  name: `server-${folder}`,
  mode: 'production',
  target,
  entry: here(`lib/${folder}/main.js`),
  output: { path: here(`dist/${folder}`), filename, ...output },
  node: { __dirname: false },
  resolve: { fallback: { fs: false, 'fs/promises': false, module: false, path: false } },
  module: {
    // A part's script is loaded by the running Node, by a name that is known only then.
    parser: { javascript: { createRequire: false } },
    rules: [
      // The addresses of its wasm come from the client, and its imports of Node's modules would make empty chunks.
      { test: /web-tree-sitter\.js$/, parser: { url: false, dynamicImportMode: 'eager' } }
    ]
  },
  optimization: { splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
  devtool: false,
  plugins: [new CopyPlugin({ patterns: wasm })]
});

export default [
  server('node', 'node20', 'server.cjs', { library: { type: 'commonjs2' } }),
  server('browser', 'webworker', 'server.js'),
  ...secretsPart,
  ...scriptsPart
];
