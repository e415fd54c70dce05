import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startVSCode, writeFiles } from '../../scripts/steps/start-vscode.mjs';
import { PSEUDO, pseudoAll, untranslated } from '../languages/pseudo.mjs';
import { until } from './until.mjs';
import * as workbench from './workbench.mjs';

/** What the tests read: findings with evidence, fixes and words within their sentences. */
export const SPOKEN = {
  'load.py': 'import torch\n\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n',
  'clean.py': 'import torch\n\nprint(torch)\n'
};

/** All that may be shown in plain letters: the user's own, names of rules, ours, VS Code's. */
const DATA = [...Object.values(SPOKEN), 'load.py clean.py Loadlight loadlight unsafe torch load'];

/**
 * A VS Code in another language, by what a language pack leaves behind: its list of packs, and one that says nothing of
 * VS Code itself. For a language that nobody speaks, every text of ours has accents.
 */
export function startInLanguage(language, options) {
  const prepare = ({ data, extension }) => {
    const vscode = path.join(data, 'language-pack.json');
    const extensions = [{ extensionIdentifier: { id: 'loadlight-tests.language' }, version: '1.0.0' }];
    writeFiles(data, {
      'language-pack.json': JSON.stringify({ version: '1.0.0', contents: {} }),
      'languagepacks.json': JSON.stringify({
        [language]: { hash: 'of-the-test', label: language, extensions, translations: { vscode } }
      })
    });
    if (language === PSEUDO) speakPseudo(extension);
  };
  return startVSCode({ ...options, prepare, more: ['--locale', language] });
}

function speakPseudo(extension) {
  const translate = (from, to) => {
    const texts = JSON.parse(readFileSync(path.join(extension, from), 'utf8'));
    writeFileSync(path.join(extension, to), JSON.stringify(pseudoAll(texts)));
  };
  translate('package.nls.json', `package.nls.${PSEUDO}.json`);
  translate('l10n/bundle.l10n.json', `l10n/bundle.l10n.${PSEUDO}.json`);
}

const assertTranslated = shown => assert.deepEqual(untranslated(shown, DATA), [], shown);

/** Opens the file with the load, and gives its editor and the only problem of ours. */
async function openLoad(page) {
  await workbench.openFile(page, 'load.py');
  const editor = workbench.editor(page);
  await editor.locator('.squiggly-warning, .squiggly-error').first().waitFor({ timeout: 30_000 });
  const [problem] = await until(async () => {
    const found = (await workbench.problems(page)).filter(({ source }) => source === 'loadlight');
    assert.equal(found.length, 1);
    return found;
  });
  return { editor, problem };
}

/** Every text of ours in a language that nobody speaks: whatever has no accents was not translated. */
export function pseudoLanguage(session) {
  afterEach(function () {
    return session().failed(this.currentTest);
  });

  it('is what the findings, their fixes and the hover speak', async () => {
    const { page } = session();
    const { editor, problem } = await openLoad(page);
    assert.match(problem.message, /^⟦.*⟧$/);
    assertTranslated(problem.message);
    for (const { message } of problem.relatedInformation ?? []) assertTranslated(message);

    const titles = (await workbench.fixesAt(page, editor, 'weights_only', 'weights_only')).filter(
      title => !/Fix using|Explain/.test(title)
    );
    assert.ok(titles.length >= 3, titles.join('; '));
    for (const title of titles) assertTranslated(title);
    await page.keyboard.press('Escape');

    const hover = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content');
    await until(async () => {
      await editor.locator('.view-line').filter({ hasText: 'weights_only' }).locator('span span').last().click();
      await page.keyboard.press('Control+k');
      await page.keyboard.press('Control+i');
      const said = (await hover.allInnerTexts()).join('\n');
      assert.match(said, /⟦/);
      // VS Code's own: where a finding comes from, and what can be done about it.
      assertTranslated(said.replaceAll(/loadlight(?=LL\d)|View Problem.*|Quick Fix.*|No quick fixes.*/g, ''));
    });
    await page.keyboard.press('Escape');
  });

  it('is what the commands, the status and the messages speak', async () => {
    const { page } = session();
    await workbench.openFile(page, 'clean.py');
    await page.keyboard.press('F1');
    const input = page.locator('.quick-input-widget input.input');
    await input.fill('>Loadlight');
    // Below each title VS Code says the English one.
    const rows = page.locator('.quick-input-widget .monaco-list-row');
    await until(async () => assert.ok((await rows.count()) >= 5));
    for (const row of await rows.allInnerTexts()) assert.match(row, /Loadlight: ⟦/);
    await page.keyboard.press('Escape');

    await workbench.command(page, 'Loadlight: Fix all safe findings');
    const toast = page.locator('.notification-toast').filter({ hasText: '⟦' });
    await toast.first().waitFor();
    assertTranslated(await toast.first().locator('.notification-list-item-message').innerText());
    await workbench.command(page, 'Notifications: Clear All Notifications');

    await page
      .locator('.statusbar-item')
      .filter({ has: page.locator('.codicon-bracket-dot, .codicon-bracket') })
      .first()
      .hover();
    const status = page
      .locator('.hover-language-status .element')
      .filter({ hasText: 'ĻÖ' })
      .or(page.locator('.hover-language-status .element').filter({ hasText: '⟦' }));
    await status.first().waitFor();
    assertTranslated((await status.allInnerTexts()).join('\n'));
  });
}

/** The language that the project speaks beside English. */
export function german(session) {
  afterEach(function () {
    return session().failed(this.currentTest);
  });

  it('is spoken by findings, fixes and commands', async () => {
    const { page, shoot } = session();
    const { editor, problem } = await openLoad(page);
    assert.equal(
      problem.message,
      '`torch.load` führt jeden Code aus, den die Datei enthält, und welche Datei das ist, bestimmt das Argument `path`. Geben Sie `weights_only=True` an.'
    );
    const titles = await workbench.fixesAt(page, editor, 'weights_only', 'weights_only');
    assert.ok(titles.includes('LL101 hier ignorieren'), titles.join('; '));
    await shoot('german-fixes');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill('>Loadlight');
    await page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ hasText: 'Loadlight: Arbeitsbereich durchsuchen' })
      .waitFor();
    await page.keyboard.press('Escape');
  });
}
