// Merged by the builder into its own configuration.
module.exports = {
  module: {
    rules: [
      // Shipped as they are: the server's bundles run in a worker, not here, and pages are shown, not run.
      {
        test: /[\\/]language-server[\\/]dist[\\/]browser[\\/][^\\/]*\.(js|wasm)$/,
        type: 'asset/resource',
        generator: { filename: '[name].[contenthash][ext]' }
      },
      {
        test: /[\\/](rules|pages)[\\/][^\\/]*\.md$/,
        type: 'asset/resource',
        generator: { filename: '[name].[contenthash][ext]' }
      }
    ]
  },
  performance: { hints: false }
};
