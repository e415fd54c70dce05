import { fileURLToPath } from 'node:url';

const requirements = name => fileURLToPath(new URL(`requirements-${name}.txt`, import.meta.url));
const labPage = file => (file === undefined ? 'lab' : `lab/tree/${file}`);
const inBrowser = ['--LabApp.expose_app_in_browser=True'];

// What is installed where (`.tools/<name>`), the module that is started, and the page that shows a file.

/** The JupyterLab that all other tests run in. */
export const NEWEST_LAB = {
  name: 'test-jupyter',
  requirements: fileURLToPath(new URL('../../../extension-jupyterlab/requirements-lab.txt', import.meta.url)),
  module: 'jupyterlab',
  options: inBrowser,
  page: labPage
};

/** The oldest JupyterLab that we name. */
export const OLDEST_LAB = {
  name: 'test-jupyter-oldest',
  requirements: requirements('oldest'),
  module: 'jupyterlab',
  options: inBrowser,
  page: labPage
};

/** One document a page, where JupyterLab has many. */
export const NOTEBOOK = {
  name: 'test-notebook',
  requirements: requirements('notebook'),
  module: 'notebook',
  options: ['--JupyterNotebookApp.expose_app_in_browser=True'],
  page: file => {
    if (file === undefined) return 'tree';
    return `${file.endsWith('.ipynb') ? 'notebooks' : 'edit'}/${file}`;
  }
};

/** Several people in one notebook. */
export const COLLABORATION = {
  name: 'test-collaboration',
  requirements: requirements('collaboration'),
  module: 'jupyterlab',
  options: [...inBrowser, '--YDocExtension.document_save_delay=0.2'],
  page: labPage
};

/** JupyterLab in the browser alone. */
export const LITE = { name: 'test-jupyterlite', requirements: requirements('jupyterlite') };
