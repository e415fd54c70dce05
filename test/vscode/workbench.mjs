import assert from 'node:assert/strict';
import { until } from './until.mjs';

const WINDOWS = 3;

/**
 * Opens a window on VS Code and waits until it shows the folder and knows a command of an extension, by its title. On a
 * busy machine a window now and then never gets that far: another one is opened then. Rejects with what the last one
 * waited for.
 */
export async function openWindow(browser, url, known = 'Loadlight: Restart server') {
  for (let left = WINDOWS - 1; ; left--) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    try {
      return await openIn(context, url, known);
    } catch (error) {
      if (left === 0) throw error;
      console.log(`A window of VS Code did not open; once more. ${String(error).split('\n')[0]}`);
      await context.close();
    }
  }
}

async function openIn(context, url, known) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(url, { timeout: 30_000 });
  await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
  // Before the extensions are read, a notebook opens as JSON and our commands are missing.
  await until(() => find(page, known), 45_000);
  await page.keyboard.press('Escape');
  return page;
}

/** Opens the palette and waits for the row of a command; closes it again where that row does not come. */
async function find(page, title) {
  const input = page.locator('.quick-input-widget input.input');
  const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: title }).first();
  try {
    await page.keyboard.press('F1');
    await input.waitFor({ timeout: 2000 });
    await input.fill(`>${title}`, { timeout: 2000 });
    await row.waitFor({ timeout: 3000 });
  } catch (error) {
    await page.keyboard.press('Escape');
    throw error;
  }
  return row;
}

/** Runs a command by its title in the palette. */
export const command = (page, title) => until(async () => (await find(page, title)).click({ timeout: 3000 }));

/** The row of a file or folder in the explorer, by its name. */
export const explorerRow = (page, label) =>
  page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first();

/** Opens a file of the workspace by its path, in the explorer: no two files there have one name. */
export async function openFile(page, name) {
  const [file, folder] = name.split('/').reverse();
  const row = label => explorerRow(page, label);
  await until(async () => {
    // A click can be lost while the tree is still being drawn.
    if (folder !== undefined && (await row(file).count()) === 0) {
      if ((await row(folder).getAttribute('aria-expanded')) !== 'true') await row(folder).click({ timeout: 3000 });
      await row(file).waitFor({ timeout: 3000 });
    }
    await row(file).dblclick({ timeout: 3000 });
    await page.locator('.tabs-container .tab.active').filter({ hasText: file }).waitFor({ timeout: 5000 });
  }, 20_000);
}

/** The editor of the file in front. */
export const editor = page => page.locator('.editor-instance .monaco-editor').first();

/** What an editor or a cell shows, as text. */
export async function textOf(scope) {
  const lines = await scope.locator('.view-lines').first().innerText();
  return lines.replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
}

/** Puts the keyboard into the editor in front. */
export const focusEditor = page => command(page, 'View: Focus Active Editor Group');

/** Selects a cell as a whole: the keyboard is on the cell, not in its text. */
export async function selectCell(page, cell) {
  await cell.locator('.view-line').first().click();
  await page.keyboard.press('Escape');
}

/** Saves what is in front. */
export const save = page => page.keyboard.press('Control+s');

/** Puts the cursor on the first `word` of a line that has `text`. */
export async function clickWord(scope, text, word) {
  const line = scope.locator('.view-line').filter({ hasText: text }).first();
  await line.locator('span span').filter({ hasText: word }).first().click();
}

/** Opens the fixes at `word` and gives their titles. The menu stays open. */
export async function fixesAt(page, scope, text, word) {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  // The first keystroke can come while the editor still settles: ask again.
  return until(async () => {
    await page.keyboard.press('Escape');
    await clickWord(scope, text, word);
    await page.keyboard.press('Control+.');
    await rows.first().waitFor({ timeout: 2000 });
    return rows.allInnerTexts();
  });
}

/** Takes the fix whose title matches. */
export async function takeFix(page, scope, text, word, title) {
  const row = page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  await until(async () => {
    await fixesAt(page, scope, text, word);
    await row.click({ timeout: 2000 });
  });
}

/** The hover at `word`, as text. It stays open. */
export async function hoverAt(page, scope, text, word) {
  const hover = page.locator(
    '.monaco-hover:not(.hidden) .monaco-hover-content, .monaco-resizable-hover .monaco-hover-content'
  );
  return until(async () => {
    await clickWord(scope, text, word);
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Control+i');
    const said = (await hover.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    assert.match(said, /Can run|LL\d/);
    return said;
  });
}

/** Every problem that the Problems panel holds, as VS Code copies it: with resource, code, severity and the exact range. */
export async function problems(page) {
  const rows = page.locator('.markers-panel .monaco-list-row');
  await command(page, 'Problems: Focus on Problems View');
  if ((await rows.count()) === 0) return [];
  // A list that is scrolled keeps a header over its first row.
  await page.keyboard.press('Home');
  await rows.first().click({ timeout: 2000 });
  await page.keyboard.press('Control+a');
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.keyboard.press('Control+c');
  return until(async () => JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), 3000);
}

/** Closes every editor; what is not saved is thrown away. */
export async function closeAll(page) {
  // Whatever a test that failed has left open over them.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await command(page, 'View: Close All Editors');
  const discard = page.locator('.monaco-dialog-box .monaco-button').filter({ hasText: "Don't Save" });
  const tab = page.locator('.tabs-container .tab');
  await until(async () => {
    if (await discard.count()) await discard.first().click();
    assert.equal(await tab.count(), 0);
  });
}
