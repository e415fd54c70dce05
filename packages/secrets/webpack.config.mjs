// The heavy part: one file for Node (CommonJS) and one for classic workers (`self.loadlightParts.secrets`), no chunks.
import { fileURLToPath } from 'node:url';
import webpack from 'webpack';

const here = path => fileURLToPath(new URL(path, import.meta.url));
const replace = (request, file) => new webpack.NormalModuleReplacementPlugin(request, here(`lib/bundle/${file}`));

const part = (target, filename, library, folder) => ({
  name: `secrets-${folder}`,
  mode: 'production',
  target,
  entry: here('lib/scan.js'),
  output: { path: here(`../../language-server/dist/${folder}`), filename, library },
  module: { parser: { javascript: { dynamicImportMode: 'eager' } } },
  optimization: { splitChunks: false, runtimeChunk: false },
  performance: { hints: false },
  devtool: false,
  plugins: [
    replace(/^debug$/, 'quiet-debug.js'),
    replace(/^@secretlint\/profiler$/, 'quiet-profiler.js'),
    replace(/^\.\/index-BDnqZat0\.js$/, 'no-key-store.js'),
    replace(/^node:path$/, 'file-name.js'),
    new webpack.IgnorePlugin({ resourceRegExp: /^node:fs$/ })
  ]
});

export default [
  part('node', 'secrets.cjs', { type: 'commonjs2' }, 'node'),
  part('webworker', 'secrets.js', { type: 'self', name: ['loadlightParts', 'secrets'] }, 'browser')
];
