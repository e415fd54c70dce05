import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { loadlight } from '../cli/run-cli.mjs';
import { IGNORING } from './fixtures.mjs';
import { cells, cellWith, notebookOf, notebookShown } from './notebook.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const UNSAFE = '.squiggly-warning, .squiggly-error';
const LOAD = 'state = torch.load("model.pt", weights_only=False)';

/** What asks the user first. What ignores a finding: comments with a reason, metadata, the configuration. Each test reads the file afterwards. */
export function ignoring(session) {
  const disk = name => path.join(session().vscode.workspace, name);
  const text = name => readFileSync(disk(name), 'utf8');
  const marks = () => workbench.editor(session().page).locator(UNSAFE);
  const problemsOf = async name =>
    (await workbench.problems(session().page)).filter(problem => problem.resource.endsWith(`/${name}`));
  /** Opens a Python file and takes a way of ignoring its finding. */
  const take = async (name, title) => {
    const { page } = session();
    await workbench.openFile(page, name);
    await marks().first().waitFor({ timeout: 30_000 });
    await workbench.takeFix(page, workbench.editor(page), 'torch.load', 'load', title);
  };
  const reasonBox = async () => {
    const input = session().page.locator('.quick-input-widget input.input');
    await session().page.locator('.quick-input-widget').getByText('Why?').waitFor();
    return input;
  };
  /** Saves what is in front, and reads it when it says so. */
  const saved = async (name, expected) => {
    await workbench.save(session().page);
    await until(() => assert.equal(text(name), expected));
  };

  afterEach(async function () {
    const { page, failed } = session();
    await failed(this.currentTest);
    await workbench.closeAll(page);
    for (const [name, content] of Object.entries(IGNORING)) writeFileSync(disk(name), content);
    rmSync(disk('loadlight.toml'), { force: true });
  });

  it('writes the reason into the comment, in one step of undo', async () => {
    const { page } = session();
    await take('ignoring/here.py', 'Ignore LL101 here');
    const input = await reasonBox();
    await input.fill('written by our own run');
    await input.press('Enter');
    const after = `import torch\n\n${LOAD}  # loadlight: ignore[LL101] -- written by our own run\n`;
    await until(async () => assert.equal(await marks().count(), 0));
    await saved('ignoring/here.py', after);
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+z');
    await marks().first().waitFor();
    await saved('ignoring/here.py', IGNORING['ignoring/here.py']);
  });

  it('does nothing where the reason is not given, and writes none where it is empty', async () => {
    const { page } = session();
    await take('ignoring/here.py', 'Ignore LL101 here');
    await (await reasonBox()).press('Escape');
    await workbench.takeFix(page, workbench.editor(page), 'torch.load', 'load', 'Ignore LL101 here');
    await (await reasonBox()).press('Enter');
    await until(async () => assert.equal(await marks().count(), 0));
    await saved('ignoring/here.py', `import torch\n\n${LOAD}  # loadlight: ignore[LL101]\n`);
  });

  it('asks for the commit to pin to, and takes nothing else for one', async () => {
    const { page } = session();
    const commit = 'ab'.repeat(20);
    await workbench.openFile(page, 'ignoring/hub.py');
    await marks().first().waitFor({ timeout: 30_000 });
    await workbench.takeFix(page, workbench.editor(page), 'example-org', 'example', 'Pin to a commit …');
    const box = page.locator('.quick-input-widget');
    await box.getByText('Which commit?').waitFor();
    const input = box.locator('input.input');
    await input.fill('main');
    await box.getByText('40 characters of 0 to 9').waitFor();
    await input.fill(commit);
    await input.press('Enter');
    await until(async () => assert.equal(await marks().count(), 0));
    await saved('ignoring/hub.py', IGNORING['ignoring/hub.py'].replace('code', `code:${commit}`));
  });

  it('ignores in the whole file', async () => {
    await take('ignoring/here.py', 'Ignore LL101 in this file');
    const input = await reasonBox();
    await input.fill('ours');
    await input.press('Enter');
    await until(async () => assert.equal(await marks().count(), 0));
    await saved('ignoring/here.py', `# loadlight: ignore[LL101] -- ours\n${IGNORING['ignoring/here.py']}`);
  });

  it('writes the metadata of a cell where no comment can stand, in one step of undo', async () => {
    const { page } = session();
    const token = inventSecrets(Date.now()).huggingface();
    await workbench.openFile(page, 'ignoring/bash.ipynb');
    await notebookShown(page, 2);
    // VS Code joins what happens to the metadata of a cell that it has just read to the reading, which cannot be undone.
    writeFileSync(disk('ignoring/bash.ipynb'), notebookOf(['import torch', `%%bash\necho ${token}`]));
    const cell = cellWith(page, 'hf_');
    await cell.locator(UNSAFE).first().waitFor({ timeout: 30_000 });
    await workbench.takeFix(page, cell, 'hf_', 'hf_', 'Ignore LL301 in this cell');
    const input = await reasonBox();
    await input.fill('revoked');
    await input.press('Enter');
    await until(async () => assert.equal(await cells(page).locator(UNSAFE).count(), 0));
    const ignored = async expected => {
      await workbench.save(page);
      const found = () => JSON.parse(text('ignoring/bash.ipynb')).cells.map(({ metadata }) => metadata.loadlight);
      await until(() => assert.deepEqual(found(), [undefined, expected]));
    };
    await ignored({ ignore: [{ rule: 'LL301', reason: 'revoked' }] });
    // The text of a cell has undo steps of its own.
    await workbench.selectCell(page, cell);
    await page.keyboard.press('Control+z');
    await cell.locator(UNSAFE).first().waitFor();
    await ignored(undefined);
  });

  it('turns a rule off in the configuration beside the file, and saves that', async () => {
    const { page, vscode } = session();
    await take('ignoring/here.py', 'Turn LL101 off');
    await until(() =>
      assert.equal(text('ignoring/loadlight.toml'), `${IGNORING['ignoring/loadlight.toml']}ignore = ["LL101"]\n`)
    );
    await until(async () => assert.equal(await marks().count(), 0));
    await page.locator('.notification-toast').getByText('written to ignoring/loadlight.toml').waitFor();
    const scan = loadlight(vscode.workspace, ['scan', 'ignoring/here.py']);
    assert.equal(scan.status, 0, scan.stdout);
    // The file from before counts again.
    writeFileSync(disk('ignoring/loadlight.toml'), IGNORING['ignoring/loadlight.toml']);
    await marks().first().waitFor();
    await workbench.command(page, 'Notifications: Clear All Notifications');
  });

  it('leaves a file of the configuration unsaved where the user is at work in it', async () => {
    const { page } = session();
    await workbench.openFile(page, 'ignoring/loadlight.toml');
    await workbench.focusEditor(page);
    await page.keyboard.insertText('# mine\n');
    await take('ignoring/here.py', 'Turn LL101 off');
    await page.locator('.notification-toast').getByText('It counts when you save it').waitFor();
    assert.equal(text('ignoring/loadlight.toml'), IGNORING['ignoring/loadlight.toml']);
    await page.locator('.notification-toast .monaco-button').filter({ hasText: 'Open' }).click();
    await until(async () =>
      assert.match(await workbench.textOf(workbench.editor(page)), /# mine\s+.*honour.*\s+ignore = \["LL101"\]/)
    );
  });

  it('excludes a path in a configuration that it makes', async () => {
    const { page, vscode } = session();
    await take('excluded.py', 'Exclude this file');
    await until(() => assert.equal(text('loadlight.toml'), 'exclude = ["/excluded.py"]\n'));
    await until(async () => assert.equal(await marks().count(), 0));
    // What is named itself is looked at all the same.
    const { findings } = JSON.parse(loadlight(vscode.workspace, ['scan', '.', '--format', 'json']).stdout);
    assert.deepEqual([findings.length > 0, findings.some(({ file }) => file === 'excluded.py')], [true, false]);
    rmSync(disk('loadlight.toml'));
    await marks().first().waitFor();
    assert.equal(existsSync(disk('loadlight.toml')), false);
    await workbench.command(page, 'Notifications: Clear All Notifications');
  });

  it('marks a mistake in the configuration at its line', async () => {
    const { page } = session();
    await workbench.openFile(page, 'ignoring/loadlight.toml');
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('ignore = ["S301"]\n');
    await marks().first().waitFor();
    assert.deepEqual(
      (await problemsOf('loadlight.toml')).map(({ code, startLineNumber }) => [code.value, startLineNumber]),
      [['LL002', 2]]
    );
  });

  it('honours the comments of other tools where the configuration says so', async () => {
    const { page } = session();
    await workbench.openFile(page, 'ignoring/honoured.py');
    await marks().first().waitFor();
    assert.deepEqual(
      (await problemsOf('honoured.py')).map(({ code, startLineNumber }) => [code.value, startLineNumber]),
      [['LL101', 5]]
    );
  });
}
