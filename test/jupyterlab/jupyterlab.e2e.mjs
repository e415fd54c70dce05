// The extension from its wheel, in a real JupyterLab and a real Chromium. WHEEL names another file to install, LAB=oldest
// takes the oldest JupyterLab that we name.
import { picture, pictureOfFailure } from '../picture.mjs';
import { NEWEST_LAB, OLDEST_LAB } from './hosts/hosts.mjs';
import { kernel } from './kernel.mjs';
import { accessibility } from './accessibility.mjs';
import { badInput } from './bad-input.mjs';
import { credentials } from './credentials.mjs';
import { gestures } from './gestures.mjs';
import { lifetime } from './lifetime.mjs';
import { modules } from './modules.mjs';
import { ignoring } from './ignoring.mjs';
import { keyboard } from './keyboard.mjs';
import { notebooks } from './notebooks.mjs';
import { panel } from './panel.mjs';
import { pythonFile } from './python-file.mjs';
import { scan } from './scan.mjs';
import { server } from './server.mjs';
import { sharing } from './sharing.mjs';
import { closeAll, holdAnswers, setTheme, startSession } from './session.mjs';

describe('JupyterLab with Loadlight', function () {
  this.timeout(60_000);
  let session;
  let current;

  const open = async options => {
    const window = await session.open(options);
    const own = options?.dark ? 'dark' : 'light';
    /** A picture in the window's theme, and in `another`; what is `secret` is covered. */
    const shoot = async (name, another, secret) => {
      await picture(window.page, `jupyterlab-${name}-${own}`, secret);
      if (another === undefined) return;
      await setTheme(window.page, another);
      await picture(window.page, `jupyterlab-${name}-${another}`, secret);
      await setTheme(window.page, own);
    };
    current = { ...session, ...window, shoot };
    return current;
  };

  before(async function () {
    // The first time, this installs JupyterLab.
    this.timeout(600_000);
    session = await startSession({ host: process.env.LAB === 'oldest' ? OLDEST_LAB : NEWEST_LAB });
  });
  after(async () => {
    await session?.stop();
  });
  /** A picture of what was there when a test failed. */
  async function shootFailure() {
    if (this.currentTest.state !== 'failed' || current?.page.isClosed() !== false) return;
    await pictureOfFailure(current.page, `jupyterlab-${this.currentTest.fullTitle()}`);
  }

  /** Suites that share one window; what they leave open is closed between tests. */
  const inOneWindow = (title, tests, options) =>
    describe(title, () => {
      before(function () {
        this.timeout(240_000);
        return open(options);
      });
      afterEach(shootFailure);
      afterEach(() => closeAll(current.page));
      after(() => current.close());
      beforeEach(() => current.restore());
      tests(() => current);
    });

  inOneWindow('before a notebook leaves', tests => {
    describe('credentials', () => credentials(tests));
    describe('ready to share?', () => sharing(tests));
  });
  inOneWindow('a notebook', notebooks, { prepare: holdAnswers });
  inOneWindow('gestures', gestures);
  inOneWindow('bad input', badInput);
  inOneWindow('the list of findings', panel, { dark: true });
  inOneWindow('the keyboard, the gutter and the status bar', keyboard);
  inOneWindow('everyone', accessibility);
  inOneWindow('ignoring', ignoring);
  inOneWindow('a folder', scan);
  inOneWindow('a running kernel', kernel);
  inOneWindow('a Python file', pythonFile);
  inOneWindow('a module of the workspace', modules);
  describe('comes and goes', () => {
    beforeEach(() => session.restore());
    afterEach(shootFailure);
    lifetime(open, () => session);
  });
  describe('its server', () => {
    afterEach(shootFailure);
    server(open, () => session.restore());
  });
});
