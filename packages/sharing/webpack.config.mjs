// The heavy part that reads JavaScript: one file for Node (CommonJS), and one for classic workers (`self.loadlightParts.scripts`)
// that is CommonJS too, for what ships both; no chunks.
import { fileURLToPath } from 'node:url';
import { rspack } from '@rspack/core';
import webpack from 'webpack';

const here = path => fileURLToPath(new URL(path, import.meta.url));

/** What TypeScript and the packages around it ask Node's `process` when they start; a worker has none. */
const NO_PROCESS =
  '({ env: {}, argv: [], execArgv: [], versions: {}, browser: true, platform: "browser", cwd: () => "/" })';

/** TypeScript is in it: webpack's own minimizer takes minutes and gigabytes over it, this one seconds. */
function minimizeWithSwc(compiler) {
  const name = 'minimize-with-swc';
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
  compiler.hooks.compilation.tap(name, compilation =>
    compilation.hooks.processAssets.tapPromise({ name, stage }, async assets => {
      for (const [file, source] of Object.entries(assets)) {
        // Licences stay in the file.
        const options = { compress: true, mangle: true, module: false, format: { comments: 'some' } };
        const { code } = await rspack.experiments.swc.minify(String(source.source()), options);
        compilation.updateAsset(file, new webpack.sources.RawSource(code), { minimized: true });
      }
    })
  );
}

const part = (target, filename, library, folder, plugins = []) => ({
  name: `scripts-${folder}`,
  mode: 'production',
  target,
  entry: here('lib/scripts/read-script.js'),
  output: { path: here(`../../language-server/dist/${folder}`), filename, library, globalObject: 'globalThis' },
  resolve: {
    fallback: {
      fs: false,
      path: 'path-browserify',
      os: false,
      inspector: false,
      perf_hooks: false,
      module: false,
      url: false,
      util: false,
      crypto: false
    }
  },
  module: {
    parser: { javascript: { dynamicImportMode: 'eager' } },
    unknownContextCritical: false,
    exprContextCritical: false
  },
  optimization: { splitChunks: false, runtimeChunk: false, minimizer: [minimizeWithSwc] },
  performance: { hints: false },
  devtool: false,
  plugins: [
    ...plugins,
    new webpack.NormalModuleReplacementPlugin(/^node:/, resource => {
      resource.request = resource.request.replace(/^node:/, '');
    })
  ]
});

export default [
  part('node', 'scripts.cjs', { type: 'commonjs2' }, 'node'),
  part('webworker', 'scripts.js', { type: 'umd', name: ['loadlightParts', 'scripts'] }, 'browser', [
    new webpack.DefinePlugin({ process: NO_PROCESS })
  ])
];
