// npm run package: dist/loadlight-<version>.vsix and dist/loadlight-<version>-py3-none-any.whl.
import { runNode } from './steps/run.mjs';

for (const script of ['scripts/setup.mjs', 'extension-vscode/vsix.mjs', 'extension-jupyterlab/wheel.mjs']) {
  if (!runNode(script)) process.exit(1);
}
