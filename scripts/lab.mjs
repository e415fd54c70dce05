// npm run lab: the examples in a real JupyterLab, with the extension in it.
// -- --no-browser opens nothing by itself; -- --port N takes that port.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, runNode } from './steps/run.mjs';

const { values } = parseArgs({
  options: { browser: { type: 'boolean', default: true }, port: { type: 'string', default: '8888' } },
  allowNegative: true
});

// Packages first: the next steps are made of them.
if (!runNode('scripts/setup.mjs')) process.exit(1);
if (!runNode('extension-jupyterlab/wheel.mjs')) process.exit(1);
const { WHEEL } = await import('../extension-jupyterlab/wheel.mjs');
const { ensureJupyter, startJupyter } = await import('./steps/jupyter.mjs');

try {
  const python = ensureJupyter('lab', WHEEL);
  console.log('Starting JupyterLab on examples/ …');
  const folder = path.join(root, 'examples');
  const home = path.join(root, '.tools', 'lab-home');
  const lab = await startJupyter({ python, folder, port: Number(values.port), browser: values.browser, home });
  console.log(`JupyterLab shows the examples at ${lab.url}\nCtrl+C ends it.`);
  void lab.gone.then(() => process.exit());
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void lab.stop().then(() => process.exit(0)));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
