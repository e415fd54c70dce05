// The same wheel in every Jupyter that people have. WHEEL names another file to install.
import { WHEEL } from '../../extension-jupyterlab/wheel.mjs';
import { FILES } from './fixtures.mjs';
import { COLLABORATION, LITE, NEWEST_LAB, NOTEBOOK, OLDEST_LAB } from './hosts/hosts.mjs';
import { drives } from './hosts/drives.mjs';
import { startJupyterLite } from './hosts/jupyterlite.mjs';
import { lite } from './hosts/lite.mjs';
import { notebook } from './hosts/notebook.mjs';
import { oldest } from './hosts/oldest.mjs';
import { together } from './hosts/together.mjs';
import { launchBrowser } from '../vscode/browser.mjs';
import { startSession } from './session.mjs';

describe('The same wheel', function () {
  this.timeout(60_000);

  /** A suite with a host of its own. */
  const inHost = (title, host, tests) =>
    describe(title, () => {
      let session;
      before(async function () {
        this.timeout(600_000);
        session = await startSession({ host });
      });
      beforeEach(() => session.restore());
      after(() => session?.stop());
      tests(() => session);
    });

  inHost('in the oldest JupyterLab', OLDEST_LAB, oldest);
  inHost('in Notebook', NOTEBOOK, notebook);
  inHost('in JupyterLab with another drive', NEWEST_LAB, drives);
  inHost('in JupyterLab with two people', COLLABORATION, together);

  describe('in JupyterLite', () => {
    let site;
    let browser;
    before(async function () {
      this.timeout(600_000);
      site = await startJupyterLite({ ...LITE, wheel: process.env.WHEEL ?? WHEEL, files: FILES });
      browser = await launchBrowser();
    });
    after(async () => {
      await browser?.close();
      await site?.stop();
    });
    lite(async () => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      // The kernel's Python comes from a network that is not to be asked; the notebook opens without.
      await page.route(/cdn\.jsdelivr\.net/, route => route.abort());
      await page.goto(`${site.url}lab/index.html`);
      await page.waitForFunction(() => window.jupyterapp !== undefined);
      await page.evaluate(() => window.jupyterapp.restored);
      return { page, asked: site.asked, close: () => context.close() };
    });
  });
});
