// Bundles the clients of both extension hosts and lays out the folder that is packaged. Wants lib/ and the server's dist/.
import { rmSync } from 'node:fs';
import webpack from 'webpack';
import config, { STAGE } from './webpack.config.mjs';

rmSync(STAGE, { recursive: true, force: true });
const compiler = webpack(config);
const stats = await new Promise((resolve, reject) => {
  compiler.run((error, result) => (error ? reject(error) : resolve(result)));
});
await new Promise(resolve => compiler.close(resolve));
if (stats.hasErrors() || stats.hasWarnings()) {
  console.log(stats.toString({ preset: 'errors-warnings', colors: process.stdout.isTTY }));
}
if (stats.hasErrors()) process.exitCode = 1;
