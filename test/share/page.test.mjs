// The page that `loadlight share --format html` writes, in a real browser.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { launchBrowser } from '../vscode/browser.mjs';
import { loadlight, temporaryFolder } from '../cli/run-cli.mjs';
import { violations } from '../violations.mjs';

const token = inventSecrets(93).huggingface();
const html = '<img src=x onerror="document.title = 1"><script>document.title = 1</script>';

describe('the page of a share report', function () {
  this.timeout(60_000);
  let browser;
  before(async () => (browser = await launchBrowser()));
  after(() => browser?.close());

  for (const colorScheme of ['light', 'dark'])
    it(`has nothing that keeps anybody out, wide and narrow (${colorScheme})`, async () => {
      const page = await browser.newPage({ colorScheme });
      try {
        await page.goto(report());
        for (const width of [1200, 320]) {
          await page.setViewportSize({ width, height: 800 });
          assert.deepEqual(await violations(page, 'body'), []);
          const overflows = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          assert.ok(!overflows, `${width} px: the page is wider than its window`);
        }
      } finally {
        await page.close();
      }
    });

  it('runs nothing of the notebook, asks nothing of the network and shows no credential', async () => {
    const page = await browser.newPage();
    const asked = [];
    page.on('request', request => asked.push(request.url()));
    try {
      const address = report();
      await page.goto(address, { waitUntil: 'load' });
      assert.match(await page.title(), /Loadlight|share/i);
      assert.deepEqual(asked, [address]);
      assert.ok(!(await page.content()).includes(token.slice(0, 8)));
      assert.match(await page.locator('body').innerText(), /onerror/);
    } finally {
      await page.close();
    }
  });

  /** The address of a report on a notebook in which there is much to say. */
  function report() {
    const outputs = [
      { output_type: 'stream', name: 'stdout', text: `token ${token}\n/home/mmuster/${'deep/'.repeat(40)}x.py\n` },
      { output_type: 'display_data', metadata: {}, data: { 'text/html': html } }
    ];
    const cell = { cell_type: 'code', execution_count: 3, id: 'a', metadata: {}, source: `# ${html}\nrun()`, outputs };
    const notebook = {
      cells: [cell, { ...cell, id: 'b', execution_count: 1 }],
      metadata: {},
      nbformat: 4,
      nbformat_minor: 5
    };
    const folder = temporaryFolder({ 'a <b>.ipynb': JSON.stringify(notebook) });
    const { status, stdout } = loadlight(folder, ['share', '--format', 'html', 'a <b>.ipynb']);
    assert.equal(status, 1);
    const file = join(folder, 'report.html');
    writeFileSync(file, stdout);
    assert.ok(readFileSync(file, 'utf8').length > 1000);
    return pathToFileURL(file).href;
  }
});
