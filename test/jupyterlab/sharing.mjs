import assert from 'node:assert/strict';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { violations } from '../violations.mjs';
import { until } from '../vscode/until.mjs';
import { openFile, run } from './session.mjs';

const HOME = '/home/somebody';
const SCRIPT = '<script src="http://plots.example.org/draw.js"></script>';

/** From a notebook that should not leave as it is to a copy that can. */
export function sharing(session) {
  const rows = page => page.locator('.ll-Share .ll-Row-jump');
  const groups = page => page.locator('.ll-Share h3').allInnerTexts();
  const verdict = async (page, text) =>
    until(async () => assert.equal(await page.locator('.ll-Share-verdict').innerText(), text), 30_000);
  const dialog = page => page.locator('.jp-Dialog');

  /** Written as no Jupyter does: the copy has to keep that. */
  function dirty(token) {
    const shown = text => ({ output_type: 'display_data', metadata: {}, data: { 'text/html': [text] } });
    const printed = { output_type: 'stream', name: 'stdout', text: ['first\n', `logged in with ${token}\n`] };
    const code = (id, source, execution_count, outputs) => ({
      source,
      id,
      cell_type: 'code',
      metadata: { unknown: [1, { b: null }] },
      execution_count,
      outputs
    });
    const cells = [
      { id: 'title', cell_type: 'markdown', source: '# Caf\u00e9 \ud83d\ude00', metadata: {} },
      code('login', 'log_in()', 1, [printed]),
      code('shown', 'show()', 2, [shown('<b>fine</b>'), shown(`<p>a</p>${SCRIPT}`)]),
      code('where', 'where()', 3, [{ output_type: 'stream', name: 'stderr', text: `in ${HOME}/data/a.csv` }])
    ];
    const language_info = { name: 'python' };
    const metadata = { language_info, kernelspec: { name: 'python3', language: 'python', display_name: 'Python 3' } };
    return JSON.stringify({ nbformat_minor: 5, cells, nbformat: 4, metadata }, null, 3).replaceAll('é', '\\u00e9');
  }

  it('goes from a notebook that is not ready to a clean copy that is, with nothing else changed', async () => {
    const { page, write, text, shoot } = session();
    const token = inventSecrets(Date.now() + 2).huggingface();
    const file = dirty(token);
    write('share/run.ipynb', file);
    await run(page, 'filebrowser:go-to-path', { path: 'share' });
    await run(page, 'filebrowser:refresh');
    await page.locator('.jp-DirListing-item', { hasText: 'run.ipynb' }).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Ready to Share?' }).click();
    await verdict(page, 'Not ready: 2 things');
    assert.deepEqual(await groups(page), ['Cell 2 output', 'Cell 3 output', 'Cell 4 output']);
    const said = await page.locator('.ll-Share').innerText();
    assert.match(said, /4 cells, 4 outputs looked at/);
    assert.doesNotMatch(said, new RegExp(`${token}|somebody`));

    assert.deepEqual(await violations(page, '.ll-Share'), []);

    const save = page.locator('.ll-Share').getByRole('button', { name: 'Fix and save a clean copy…' });
    await save.click();
    assert.equal(await dialog(page).locator('input').inputValue(), 'run-clean.ipynb');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved as share/run-clean.ipynb. Ready to share').waitFor();
    const removed = what => `[removed by loadlight: ${what}]`;
    const clean = file
      .replace(token, removed('a Hugging Face token'))
      .replace(JSON.stringify(SCRIPT).slice(1, -1), removed('a script'))
      .replace(HOME, removed('a home folder'));
    assert.equal(text('share/run-clean.ipynb'), clean);
    assert.equal(text('share/run.ipynb'), file);

    // A file that is there is not written over unasked, nor one of a notebook that is another one by now.
    await save.click();
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await page.getByText('share/run-clean.ipynb is there already.').waitFor();
    write('share/run.ipynb', file.replace('first', 'other'));
    await dialog(page).getByRole('button', { name: 'Replace the file' }).click();
    await page.getByText('Nothing was written: the file has changed meanwhile. Look again.').waitFor();
    assert.equal(text('share/run-clean.ipynb'), clean);

    await verdict(page, 'Not ready: 2 things');
    await rows(page).nth(1).press('Enter');
    await until(async () =>
      assert.deepEqual(
        await page.evaluate(() => {
          const { activeCell, mode } = window.jupyterapp.shell.currentWidget.content;
          return [activeCell.model.id, mode];
        }),
        ['shown', 'command']
      )
    );
    await page.getByRole('heading', { name: 'Café' }).waitFor();
    await shoot('share', 'dark', [page.locator('.jp-OutputArea-output').filter({ hasText: token })]);
    await page.locator('.ll-Share').getByRole('button', { name: 'Open' }).click();
    await page.waitForFunction(() => window.jupyterapp.shell.currentWidget?.context?.path === 'share/run-clean.ipynb');
    await run(page, 'loadlight:share');
    await verdict(page, 'Ready to share');
    await shoot('share-ready');
    // Nothing is asked of who opens it, as of a notebook that has to be converted.
    assert.equal(await dialog(page).count(), 0);
  });

  it('looks at what is not saved, takes things out of the open notebook, and ignores with a reason', async () => {
    const { page, write, text } = session();
    const token = inventSecrets(Date.now() + 3).huggingface();
    const file = dirty('nothing');
    write('share/live.ipynb', file);
    await openFile(page, 'share/live.ipynb');
    await page.evaluate(said => {
      const { sharedModel } = window.jupyterapp.shell.currentWidget.context.model;
      sharedModel.cells[0].setSource(`The key is ${said}`);
    }, token);
    assert.equal(await page.locator('.ll-ShareBar').count(), 0);
    await page.locator('[data-jp-item-name="loadlight-share"]').getByRole('button').first().click();
    await verdict(page, 'Not ready: 2 things');
    assert.deepEqual(await groups(page), ['Cell 1', 'Cell 3 output', 'Cell 4 output']);
    assert.match(await page.locator('.ll-ShareBar').innerText(), /Not ready: 2 things/);

    await rows(page).nth(0).press('Alt+Enter');
    await verdict(page, 'Not ready: 1 thing');
    await rows(page).nth(0).press('Alt+Enter');
    await verdict(page, 'Ready to share, 1 worth a look');
    await until(async () => assert.equal(await page.locator('.ll-ShareBar').count(), 0));
    const live = await page.evaluate(() =>
      JSON.stringify(window.jupyterapp.shell.currentWidget.context.model.toJSON())
    );
    assert.doesNotMatch(live, new RegExp(`${token}|<script>`));
    assert.match(live, /<b>fine<\/b>/);

    await rows(page).nth(0).press('Delete');
    await dialog(page).locator('input').fill('everybody knows');
    await dialog(page).getByRole('button', { name: 'Ignore' }).click();
    await verdict(page, 'Ready to share');
    await page.locator('.ll-Share').getByText('1 is ignored.').waitFor();
    assert.equal(text('share/live.ipynb'), file);

    const [download] = await Promise.all([page.waitForEvent('download'), run(page, 'loadlight:download-clean')]);
    assert.equal(download.suggestedFilename(), 'live-clean.ipynb');
  });

  it('says why a file cannot be looked at', async () => {
    const { page, write } = session();
    write('share/odd.ipynb', '{"cells": [');
    await run(page, 'loadlight:share', { path: 'share/odd.ipynb' });
    await page
      .locator('.ll-Share')
      .getByText(/ends too early.*line 1, column 12/)
      .waitFor();
  });
}
