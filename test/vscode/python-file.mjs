import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { violations } from '../violations.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const MANIFEST = new URL('../../extension-vscode/package.json', import.meta.url);

/** What VS Code calls the severities of a problem. */
const SEVERITY = { error: 8, warning: 4, information: 2 };

/**
 * A Python file: mark, hover, fix, versions, settings, a token. `session()` gives the window and its folder.
 * `server`: there is one behind this VS Code, which watches the folder.
 */
export function pythonFile(session, { server }) {
  const disk = name => path.join(session().vscode.workspace, name);
  const problemsOf = async name =>
    (await workbench.problems(session().page)).filter(problem => problem.resource.endsWith(`/${name}`));

  const pageShown = async rule => {
    const { page } = session();
    await page.locator('.tabs-container .tab.active').filter({ hasText: rule }).waitFor();
    // A preview is a page in a frame in a frame.
    const preview = page.frameLocator('iframe.webview').frameLocator('iframe');
    const name = preview.getByText('unsafe-torch-load').first();
    await name.waitFor();
    return (await name.elementHandle()).ownerFrame();
  };

  /** Colours are the theme's, and `accessibility.underlineLinks` is for those who want more of a link. */
  const violationsOfOurs = async (frame, selector) =>
    (await violations(frame, selector)).filter(found => !/^(link-in-text-block|color-contrast)/.test(found));

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
  });

  it('marks the call, fixes it, and the fix is what is saved', async () => {
    const { page } = session();
    await workbench.openFile(page, 'read.py');
    const editor = workbench.editor(page);
    await editor.locator('.squiggly-error').first().waitFor({ timeout: 30_000 });
    const [problem] = await problemsOf('read.py');
    assert.equal(problem.code.value, 'LL101');
    assert.equal(problem.source, 'loadlight');
    const line = readFileSync(disk('read.py'), 'utf8').split('\n')[problem.startLineNumber - 1];
    assert.match(line.slice(problem.startColumn - 1, problem.endColumn - 1), /^torch\.load|weights_only=False/);

    await workbench.takeFix(page, editor, 'torch.load', 'load', 'weights_only=True');
    await until(async () => assert.match(await workbench.textOf(editor), /torch\.load\(path, weights_only=True\)/));
    assert.match(readFileSync(disk('read.py'), 'utf8'), /weights_only=False/, 'nothing is written before it is saved');
    await workbench.save(page);
    await until(() =>
      assert.equal(
        readFileSync(disk('read.py'), 'utf8'),
        'import torch\n\n\ndef read(path):\n    return torch.load(path, weights_only=True)\n'
      )
    );
    await until(async () => assert.equal(await editor.locator('.squiggly-error').count(), 0));
  });

  it('explains the call in a hover, and the rule in it opens the page of the rule', async () => {
    const { page } = session();
    await workbench.openFile(page, 'other.py');
    const editor = workbench.editor(page);
    await editor.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    const hover = await workbench.hoverAt(page, editor, 'torch.load', 'load');
    assert.match(hover, /Can run/);
    assert.match(hover, /From/);
    assert.deepEqual(await violationsOfOurs(page, '.monaco-hover .monaco-hover-content'), []);
    await page.locator('.monaco-hover a').filter({ hasText: 'LL101' }).first().click();
    const shown = await pageShown('LL101');
    // Without a server there is no preview of Markdown, and the page is shown as its text.
    if (server) assert.deepEqual(await violationsOfOurs(shown, '.markdown-body'), []);
  });

  it('opens the page of the rule from the code of a problem', async () => {
    const { page } = session();
    await workbench.openFile(page, 'other.py');
    const editor = workbench.editor(page);
    await editor.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await workbench.hoverAt(page, editor, 'torch.load', 'False');
    await page.locator('a.code-link').filter({ hasText: 'LL101' }).first().click();
    await pageShown('LL101');
  });

  it('counts what is in front in the language status', async () => {
    const { page, shoot } = session();
    await workbench.openFile(page, 'other.py');
    await workbench.editor(page).locator('.squiggly-warning, .squiggly-error').first().waitFor();
    const status = page.locator('.hover-language-status').filter({ hasText: 'Loadlight' });
    await until(async () => {
      // What it shows is as it was when it opened.
      await workbench.editor(page).hover();
      await page.locator('[id="status.languageStatus"]').hover();
      assert.match(await status.innerText({ timeout: 2000 }), /Loadlight: 1 (warning|error)\s/);
    });
    await shoot('status');
  });

  it('opens the page of a rule by a command', async () => {
    const { page, shoot } = session();
    await workbench.command(page, 'Loadlight: Open rule page');
    const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'LL101' });
    await row.click();
    await pageShown('LL101');
    await shoot('rule-page');
  });

  for (const [kind, file, line] of [
    ['# %% cells with their magics', 'percent.py', 6],
    ['a notebook that Jupytext writes', 'jupytext.py', 15],
    ['a notebook that Databricks exports', 'databricks.py', 15]
  ]) {
    it(`reads a file of ${kind}`, async () => {
      const { page } = session();
      await workbench.openFile(page, file);
      await workbench.editor(page).locator('.squiggly-warning, .squiggly-error').first().waitFor();
      assert.deepEqual(
        (await problemsOf(file)).map(problem => [problem.code.value, problem.startLineNumber]),
        [['LL101', line]]
      );
    });
  }

  it('copies a report that names no file and no value', async () => {
    const { page, vscode } = session();
    await workbench.openFile(page, 'other.py');
    await workbench.editor(page).locator('.squiggly-warning, .squiggly-error').first().waitFor();
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await workbench.command(page, 'Loadlight: Copy report for an issue');
    const report = await until(async () => {
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /^- Loadlight: \d/);
      return text;
    });
    assert.match(report, /extension host, server running\)/);
    assert.match(report, /LL101 × \d/);
    for (const word of ['other.py', 'model.pt', vscode.workspace]) assert.ok(!report.includes(word), word);
    await workbench.command(page, 'Notifications: Clear All Notifications');
  });

  it('shows what a fix would change before it changes it, where asked for a preview', async () => {
    const { page, shoot } = session();
    await workbench.openFile(page, 'other.py');
    const editor = workbench.editor(page);
    await editor.locator('.squiggly-warning, .squiggly-error').first().waitFor();
    const preview = page.locator('.bulk-edit-panel');
    const previewed = async () => {
      await preview.getByText('other.py').first().waitFor();
      assert.match(await workbench.textOf(editor), /weights_only=False/, 'nothing has changed yet');
    };
    // By the key of the menu of fixes.
    await workbench.fixesAt(page, editor, 'torch.load', 'load');
    await page.keyboard.press('Control+Enter');
    await previewed();
    await preview.locator('.monaco-button').filter({ hasText: 'Discard' }).click();
    await preview.waitFor({ state: 'hidden' });

    // By the command.
    await workbench.focusEditor(page);
    await workbench.command(page, 'Loadlight: Preview a fix at the cursor');
    await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: 'weights_only=True' }).first().click();
    await previewed();
    await shoot('fix-preview');
    await preview.locator('.monaco-list-row input[type=checkbox], .monaco-list-row .monaco-checkbox').first().check();
    await preview.locator('.monaco-button').filter({ hasText: 'Apply' }).click();
    await until(async () => assert.match(await workbench.textOf(editor), /weights_only=True/));
  });

  it('judges by the version that the requirements name', async () => {
    const { page } = session();
    await workbench.openFile(page, 'recent/fix-all.py');
    await until(async () =>
      assert.deepEqual(
        (await problemsOf('fix-all.py')).map(problem => problem.severity),
        [SEVERITY.information, SEVERITY.information]
      )
    );
  });

  it('describes its settings, each with a default', async () => {
    const { page, shoot } = session();
    await workbench.command(page, 'Preferences: Open Settings (UI)');
    const search = page.locator('.settings-editor .suggest-input-container');
    await search.click();
    await page.keyboard.insertText('@ext:loadlight.loadlight ');
    const { properties } = JSON.parse(readFileSync(MANIFEST, 'utf8')).contributes.configuration;
    const rows = page.locator('.settings-editor .settings-editor-tree .setting-item-contents');
    await until(async () => assert.equal(await rows.count(), Object.keys(properties).length));
    for (const said of await rows.locator('.setting-item-description').allInnerTexts()) assert.match(said, /\w{3}.*\./);
    for (const [name, { default: value, scope }] of Object.entries(properties)) {
      assert.notEqual(value, undefined, name);
      assert.ok(scope, name);
    }
    await shoot('settings');
  });

  const watched = server ? it : () => undefined;
  watched('judges anew when the requirements change', async () => {
    const { page } = session();
    const severity = async () => (await problemsOf('one.py')).map(problem => problem.severity);
    await workbench.openFile(page, 'pinned/one.py');
    await until(async () => assert.deepEqual(await severity(), [SEVERITY.warning]));
    writeFileSync(disk('pinned/requirements.txt'), 'torch==2.11.0\n');
    await until(async () => assert.deepEqual(await severity(), [SEVERITY.information]));
    writeFileSync(disk('pinned/requirements.txt'), 'torch==2.4.0\n');
    await until(async () => assert.deepEqual(await severity(), [SEVERITY.warning]));
  });

  watched('is silent where the settings say so', async () => {
    const { page } = session();
    await workbench.openFile(page, 'other.py');
    const marks = workbench.editor(page).locator('.squiggly-warning, .squiggly-error');
    await marks.first().waitFor();
    mkdirSync(disk('.vscode'));
    writeFileSync(disk('.vscode/settings.json'), '{ "loadlight.enable": false }');
    await until(async () => assert.equal(await marks.count(), 0));
    writeFileSync(disk('.vscode/settings.json'), '{}');
    await marks.first().waitFor();
  });

  it('fixes all that is safe, by the command and on save', async () => {
    const { page } = session();
    await workbench.openFile(page, 'recent/fix-all.py');
    await until(async () => assert.equal((await problemsOf('fix-all.py')).length, 2));
    await workbench.focusEditor(page);
    await workbench.command(page, 'Loadlight: Fix all safe findings');
    const editor = workbench.editor(page);
    await until(async () =>
      assert.match(
        await workbench.textOf(editor),
        /a = torch\.load\("a\.pt", weights_only=True\)\s+b = torch\.load\("b\.pt", map_location="cpu", weights_only=True\)/
      )
    );
    await page.keyboard.press('Control+z');
    await until(async () => assert.doesNotMatch(await workbench.textOf(editor), /weights_only/));

    await workbench.openFile(page, 'recent/on-save.py');
    await until(async () => assert.equal((await problemsOf('on-save.py')).length, 1));
    await workbench.focusEditor(page);
    await workbench.save(page);
    await until(() => assert.match(readFileSync(disk('recent/on-save.py'), 'utf8'), /"a\.pt", weights_only=True/));
  });

  it('sees a token as it is typed, through a part that is fetched for it, and never repeats it', async () => {
    const { page } = session();
    const token = `hf_${randomBytes(40)
      .toString('base64')
      .replace(/[^A-Za-z]/g, '')
      .slice(0, 34)
      .padEnd(34, 'q')}`;
    await workbench.openFile(page, 'token.py');
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(`login(token="${token}")`);
    const found = await until(async () => {
      const all = await problemsOf('token.py');
      assert.deepEqual(
        all.map(problem => problem.code.value),
        ['LL301']
      );
      return all[0];
    });
    assert.equal(found.severity, SEVERITY.error);
    assert.ok(!found.message.includes(token), 'the token is masked');
  });
}
