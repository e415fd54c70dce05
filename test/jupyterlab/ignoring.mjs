import assert from 'node:assert/strict';
import path from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { loadlight } from '../cli/run-cli.mjs';
import { until } from '../vscode/until.mjs';
import { FILES, IGNORING } from './fixtures.mjs';
import { editCell, marks, openFile, run, sources } from './session.mjs';

const LOAD = 'a = torch.load("a.pt", weights_only=False)';

/** What asks the user first. What ignores a finding: comments with a reason, metadata, the configuration. Each test reads the file afterwards. */
export function ignoring(session) {
  const reasonBox = page => page.locator('.jp-Dialog input');
  const count = (page, number) => until(async () => assert.equal((await marks(page)).length, number));
  const editorOf = page => page.locator('.jp-FileEditor:not(.lm-mod-hidden) .cm-content').last();

  /** Takes a way of ignoring the first finding of what is in front, by the keys. */
  const take = async (page, title) => {
    const menu = page.locator('.ll-FixMenu');
    const entries = menu.locator('.lm-Menu-itemLabel');
    const active = menu.locator('.lm-mod-active .lm-Menu-itemLabel');
    await until(async () => {
      await page.keyboard.press('F8');
      await page.keyboard.press('Control+.');
      await menu.waitFor({ timeout: 3000 });
      const titles = await entries.allInnerTexts();
      // The configuration is read a moment after the text.
      if (!titles.includes(title)) await page.keyboard.press('Escape');
      assert.ok(titles.includes(title), titles.join(' · '));
      for (let i = 0; i < titles.length && (await active.innerText()) !== title; i++)
        await page.keyboard.press('ArrowDown');
      assert.equal(await active.innerText(), title);
    });
    await page.keyboard.press('Enter');
  };
  const say = async (page, reason) => {
    await reasonBox(page).waitFor();
    await until(async () =>
      assert.equal(await reasonBox(page).evaluate(node => node === document.activeElement), true)
    );
    await page.keyboard.insertText(reason);
    await page.keyboard.press('Enter');
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
  };

  it('asks for the reason and writes it, by the keyboard alone, in one step of undo', async () => {
    const { page, read, shoot } = session();
    const saved = async () => {
      await run(page, 'docmanager:save');
      return read('work/cells.ipynb').cells.map(cell => [cell.source].flat().join(''))[2];
    };
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await take(page, 'Ignore LL101 here');
    await reasonBox(page).waitFor();
    await shoot('ignore', 'dark');
    await say(page, 'written by our own run');
    await count(page, 0);
    assert.equal(await saved(), `${LOAD}  # loadlight: ignore[LL101] -- written by our own run`);
    await editCell(page, 'load');
    await page.keyboard.press('Control+z');
    await count(page, 1);
    assert.equal(await saved(), LOAD);
  });

  it('does nothing where the reason is not given, and writes none where it is empty', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await count(page, 1);
    await take(page, 'Ignore LL101 here');
    await reasonBox(page).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
    assert.equal((await sources(page)).load, LOAD);
    await take(page, 'Ignore LL101 in this cell');
    await say(page, '');
    await count(page, 0);
    assert.equal((await sources(page)).load, `# loadlight: ignore[LL101]\n${LOAD}`);
  });

  it('asks for the commit to pin to, until it is one', async () => {
    const { page, text } = session();
    const commit = 'ab'.repeat(20);
    await openFile(page, 'work/hub.py');
    await count(page, 1);
    const before = text('work/hub.py');
    await editorOf(page).click();
    await take(page, 'Pin to a commit …');
    await reasonBox(page).waitFor();
    await page.keyboard.insertText('main');
    await page.keyboard.press('Enter');
    await page.locator('.jp-Dialog').getByText('40 characters of 0 to 9').waitFor();
    await until(async () => assert.equal(await reasonBox(page).inputValue(), 'main'));
    await reasonBox(page).fill(commit);
    await page.keyboard.press('Enter');
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
    await count(page, 0);
    await run(page, 'docmanager:save');
    assert.equal(text('work/hub.py'), before.replace('code', `code:${commit}`));
  });

  it('ignores in the whole of a file', async () => {
    const { page, text } = session();
    await openFile(page, 'work/tool.py');
    await count(page, 1);
    const before = text('work/tool.py');
    await editorOf(page).click();
    await take(page, 'Ignore LL101 in this file');
    await say(page, 'ours');
    await count(page, 0);
    await run(page, 'docmanager:save');
    assert.equal(text('work/tool.py'), `# loadlight: ignore[LL101] -- ours\n${before}`);
  });

  it('asks for the reason on Delete in the list of findings', async () => {
    const { page } = session();
    await openFile(page, 'work/cells.ipynb');
    await run(page, 'loadlight:show-panel');
    const rows = page.locator('.ll-Row-jump');
    await until(async () => assert.equal(await rows.count(), 1));
    await rows.focus();
    await page.keyboard.press('Delete');
    await say(page, 'ours');
    await until(async () => assert.equal(await rows.count(), 0));
    await page.locator('.ll-Panel-status').getByText('Ignored.').waitFor();
    assert.equal((await sources(page)).load, `${LOAD}  # loadlight: ignore[LL101] -- ours`);
  });

  it('writes the metadata of a cell where no comment can stand, and looks again whoever changes it', async () => {
    const { page, read, write } = session();
    const token = inventSecrets(Date.now()).huggingface();
    const { cells, ...rest } = read('work/cells.ipynb');
    const bash = { ...cells[1], id: 'bash', source: `%%bash\necho ${token}` };
    write('ignoring/bash.ipynb', JSON.stringify({ cells: [bash], ...rest }));
    const ignored = async () => {
      await run(page, 'docmanager:save');
      return read('ignoring/bash.ipynb').cells[0].metadata.loadlight;
    };
    await openFile(page, 'ignoring/bash.ipynb');
    await count(page, 1);
    await take(page, 'Ignore LL301 in this cell');
    await say(page, 'revoked');
    await count(page, 0);
    assert.deepEqual(await ignored(), { ignore: [{ rule: 'LL301', reason: 'revoked' }] });
    await editCell(page, 'bash');
    await page.keyboard.press('Control+z');
    await count(page, 1);
    assert.equal(await ignored(), undefined);
    await page.evaluate(() => {
      const [cell] = window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells;
      cell.setMetadata('loadlight', { ignore: ['LL301', 'LL101'] });
    });
    await until(async () =>
      assert.deepEqual(await page.locator('.jp-Document:not(.lm-mod-hidden) .cm-lintRange').count(), 0)
    );
    await run(page, 'loadlight:show-panel');
    const row = page.locator('.ll-Row');
    await until(async () => assert.match(await row.innerText(), /LL001/));
    await row.hover();
    await row.getByRole('button', { name: 'Remove LL101 from the metadata of this cell', exact: true }).click();
    await until(async () => assert.equal(await row.count(), 0));
    assert.deepEqual(await ignored(), { ignore: ['LL301'] });
  });

  it('turns a rule off in the configuration beside the file, saves it, and says where', async () => {
    const { page, folder, text, shoot } = session();
    await openFile(page, 'ignoring/off/off.py');
    await count(page, 1);
    await editorOf(page).click();
    await take(page, 'Turn LL101 off');
    await count(page, 0);
    assert.equal(text('ignoring/off/loadlight.toml'), '# ours\nexclude = ["old/"]\nignore = ["LL101"]\n');
    const scan = loadlight(path.join(folder, 'ignoring/off'), ['scan', '.']);
    assert.equal(scan.status, 0, scan.stdout);
    const notice = page.locator('.Toastify__toast').filter({ hasText: 'Written to ignoring/off/loadlight.toml.' });
    await notice.waitFor();
    await shoot('configuration-written');
    await notice.getByRole('button', { name: 'Open' }).click();
    await page.waitForFunction(
      () => window.jupyterapp.shell.currentWidget.context?.path === 'ignoring/off/loadlight.toml'
    );
  });

  it('leaves a configuration alone that is not as it was read, and takes it up', async () => {
    const { page, text, write } = session();
    await openFile(page, 'ignoring/stale/stale.py');
    await count(page, 1);
    const changed = '# another line\n# and one more\nexclude = ["old/"]\n';
    // Nobody sees that the file is another one until it is written: a look that opening the tab asked for sees the folder as it was.
    const looks = '**/api/contents/ignoring/stale?*';
    let before;
    await page.route(looks, async route => {
      before ??= await route.fetch();
      await route.fulfill({ response: before });
    });
    await page.evaluate(() => window.jupyterapp.serviceManager.contents.get('ignoring/stale'));
    write('ignoring/stale/loadlight.toml', changed);
    await editorOf(page).click();
    await take(page, 'Turn LL101 off');
    await page.getByText('Nothing was changed: the text has moved on since.').first().waitFor();
    assert.equal(text('ignoring/stale/loadlight.toml'), changed);
    await page.unroute(looks);
    const after = `${changed}ignore = ["LL101"]\n`;
    const written = () => assert.equal(text('ignoring/stale/loadlight.toml'), after);
    await until(async () => {
      // Until the server has read it again, the answer is the same.
      if (text('ignoring/stale/loadlight.toml') === changed) await take(page, 'Turn LL101 off');
      await until(written, 5000);
    }, 45_000);
  });

  it('leaves a configuration unsaved where the user is at work in it', async () => {
    const { page, text } = session();
    await openFile(page, 'ignoring/mine/loadlight.toml');
    await editorOf(page).click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('# mine\n');
    await openFile(page, 'ignoring/mine/mine.py');
    await count(page, 1);
    await editorOf(page).click();
    await take(page, 'Turn LL101 off');
    await page.getByText('It counts when you save it.').first().waitFor();
    assert.equal(text('ignoring/mine/loadlight.toml'), IGNORING['ignoring/mine/loadlight.toml']);
    await openFile(page, 'ignoring/mine/loadlight.toml');
    await run(page, 'docmanager:save');
    assert.equal(text('ignoring/mine/loadlight.toml'), '# mine\nexclude = ["old/"]\nignore = ["LL101"]\n');
    await openFile(page, 'ignoring/mine/mine.py');
    await count(page, 0);
  });

  it('excludes a path in a configuration that it makes', async () => {
    const { page, folder, text, remove } = session();
    remove('loadlight.toml');
    await openFile(page, 'ignoring/excluded.py');
    await count(page, 1);
    await editorOf(page).click();
    await take(page, 'Exclude this file');
    await count(page, 0);
    assert.equal(text('loadlight.toml'), 'exclude = ["ignoring/excluded.py"]\n');
    const { findings } = JSON.parse(loadlight(folder, ['scan', '.', '--format', 'json']).stdout);
    assert.deepEqual([findings.length > 0, findings.some(({ file }) => file.endsWith('excluded.py'))], [true, false]);
  });

  it('marks a mistake in the configuration at its line, and judges anew when it is saved', async () => {
    const { page, shoot } = session();
    await openFile(page, 'ignoring/saved/saved.ipynb');
    await count(page, 1);
    await openFile(page, 'ignoring/saved/loadlight.toml');
    await editorOf(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('ignore = ["S301", "LL101"]\n');
    await until(async () =>
      assert.deepEqual(await marks(page), [{ kind: 'error', text: '"S301"', before: 'ignore = [' }])
    );
    await run(page, 'loadlight:show-panel');
    await page.locator('.ll-Panel .ll-Row').waitFor();
    await shoot('broken-configuration', 'dark');
    await run(page, 'docmanager:save');
    await openFile(page, 'ignoring/saved/saved.ipynb');
    await count(page, 0);
  });

  it('is taken up though its folder could not be listed at first', async () => {
    const { page, write } = session();
    const listing = url => url.pathname.endsWith('/api/contents/away') && url.searchParams.get('content') === '1';
    write('away/loadlight.toml', 'ignore = ["LL101"]\n');
    write('away/cells.ipynb', FILES['work/cells.ipynb']);
    await page.route(listing, route => route.fulfill({ status: 503 }));
    await openFile(page, 'away/cells.ipynb');
    await count(page, 1);
    await page.unroute(listing);
    await openFile(page, 'work/clean.ipynb');
    await openFile(page, 'away/cells.ipynb');
    await count(page, 0);
  });

  it('marks mistakes in pyproject.toml, in our table alone', async () => {
    const { page } = session();
    await openFile(page, 'ignoring/project/pyproject.toml');
    await until(async () => assert.deepEqual(await marks(page), [{ kind: 'error', text: 'igonre', before: '' }]));
  });

  it('honours the comments of other tools where the configuration says so', async () => {
    const { page } = session();
    await openFile(page, 'ignoring/honoured/honoured.ipynb');
    await until(async () =>
      assert.deepEqual(
        (await marks(page)).map(({ before }) => before),
        ['c = torch.load("c.pt", ']
      )
    );
  });
}
