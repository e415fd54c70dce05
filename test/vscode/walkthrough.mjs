import assert from 'node:assert/strict';
import { violations } from '../violations.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

/** The walkthrough: its steps, their pictures, and that doing what a step says ticks it. `session()` gives the window. */
export function walkthrough(session) {
  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('has a picture for every step, and a step is done when its command has run', async () => {
    const { page, shoot } = session();
    // A second try begins where the first one began.
    await workbench.command(page, 'Developer: Reset Welcome Page Walkthrough Progress');
    await workbench.command(page, 'Welcome: Open Walkthrough...');
    await page.locator('.quick-input-widget input.input').fill('Loadlight');
    await page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ hasText: 'Get started with Loadlight' })
      .click();
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await until(async () => assert.equal(await steps.count(), 3));
    const picture = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg');
    // In a page of its own: VS Code closes the window when axe-core speaks from this frame to those around it.
    const ofPicture = async () => {
      const svg = await picture.first().evaluate(node => node.outerHTML, undefined, { timeout: 2000 });
      const own = await page.context().newPage();
      await own.setContent(svg);
      const found = await violations(own, 'svg');
      await own.close();
      return found;
    };
    for (const title of ['Fix a line', 'Scan the workspace', 'Open a Python file or a notebook']) {
      await steps.filter({ hasText: title }).click();
      await picture.first().waitFor();
      // The frame of a step takes the place of the one before; the list of steps is VS Code's own.
      await until(async () => assert.deepEqual(await ofPicture(), []));
    }
    await shoot('walkthrough');

    const scan = steps.filter({ hasText: 'Scan the workspace' });
    await scan.click();
    assert.equal(await scan.locator('.codicon.complete').count(), 0);
    await workbench.command(page, 'Loadlight: Scan workspace');
    await scan.locator('.codicon.complete').first().waitFor({ timeout: 30_000 });
    // One that still runs would add to what was cleared.
    await page.locator('.notification-toast').filter({ hasText: 'files looked at' }).waitFor({ timeout: 30_000 });
    await workbench.command(page, 'Loadlight: Clear scan results');
    await workbench.command(page, 'Notifications: Clear All Notifications');
  });
}
