// npm run package: in dist/, loadlight-<version>.vsix, loadlight-<version>-py3-none-any.whl and loadlight-<version>.tgz.
import { runNode } from './steps/run.mjs';

for (const script of [
  'scripts/setup.mjs',
  'extension-vscode/vsix.mjs',
  'extension-jupyterlab/wheel.mjs',
  'packages/cli/tarball.mjs'
]) {
  if (!runNode(script)) process.exit(1);
}
