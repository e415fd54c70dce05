import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

const wrapper = given =>
  `import torch\n\n\ndef read(path):\n    state = torch.load(path${given})\n    return {name: value.float() for name, value in state.items()}\n`;
const UNSAFE = wrapper(', weights_only=False');
const SAFE = wrapper(', weights_only=True');

/** A notebook's or script's own module, and one that calls it with what it downloaded. */
export const MODULES = {
  'modules/readers.py': UNSAFE,
  'modules/train.py': `import urllib.request

from readers import read

urllib.request.urlretrieve("http://models.example.org/weights.pt", "weights.pt")
state = read("weights.pt")
`
};

/** What a call of a function of another file is said to do. `session()` gives the window and its folder. */
export function modules(session) {
  const module = () => path.join(session().vscode.workspace, 'modules/readers.py');
  const through = async () =>
    (await workbench.problems(session().page)).filter(
      ({ resource, code }) => resource.endsWith('/train.py') && code.value === 'LL101'
    );

  afterEach(async function () {
    await session().failed(this.currentTest);
    await workbench.closeAll(session().page);
    writeFileSync(module(), UNSAFE);
  });

  it('names the load in the other file, and follows that file while it is edited, saved and changed elsewhere', async () => {
    const { page } = session();
    await workbench.openFile(page, 'modules/train.py');
    const [found, ...more] = await until(async () => {
      const problems = await through();
      assert.equal(problems.length, 1);
      return problems;
    }, 30_000);
    assert.deepEqual(more, []);
    assert.equal(found.startLineNumber, 6);
    const load = found.relatedInformation.find(({ resource }) => resource.endsWith('/modules/readers.py'));
    assert.equal(UNSAFE.split('\n')[load.startLineNumber - 1].trim(), 'state = torch.load(path, weights_only=False)');

    // As it is typed, before it is saved.
    await workbench.openFile(page, 'modules/readers.py');
    await workbench.takeFix(page, workbench.editor(page), 'torch.load', 'load', 'weights_only=True');
    await until(async () => assert.deepEqual(await through(), []));
    assert.equal(readFileSync(module(), 'utf8'), UNSAFE, 'not saved yet');
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+z');
    await until(async () => assert.equal((await through()).length, 1));
    await workbench.focusEditor(page);
    await page.keyboard.press('Control+y');
    await workbench.save(page);
    await until(() => assert.equal(readFileSync(module(), 'utf8'), SAFE));
    await until(async () => assert.deepEqual(await through(), []));

    // By another program, while no editor has it.
    await workbench.command(page, 'View: Close Editor');
    writeFileSync(module(), UNSAFE);
    await until(async () => assert.equal((await through()).length, 1));
  });

  it('mends the load in the other file from the call, and leaves it to be saved', async () => {
    const { page } = session();
    await workbench.openFile(page, 'modules/train.py');
    await until(async () => assert.equal((await through()).length, 1), 30_000);
    await workbench.takeFix(
      page,
      workbench.editor(page),
      'state = read',
      'read',
      'In readers.py: Change to weights_only'
    );
    await until(async () => assert.deepEqual(await through(), []));
    assert.equal(readFileSync(module(), 'utf8'), UNSAFE, 'not saved yet');
    await workbench.openFile(page, 'modules/readers.py');
    await workbench.focusEditor(page);
    await workbench.save(page);
    await until(() => assert.equal(readFileSync(module(), 'utf8'), SAFE));
  });
}
