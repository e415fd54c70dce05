// npm run bench:editors, its second half: a real VS Code with the extension in the Node extension host against the same
// without it, as ratios of medians.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVSCode } from '../../scripts/steps/start-vscode.mjs';
import { launchBrowser } from '../vscode/browser.mjs';
import { cellWith, notebookOf, notebookShown } from '../vscode/notebook.mjs';
import { closeAll, explorerRow, openWindow } from '../vscode/workbench.mjs';
import { alternating, median, pick, report, ROUNDS, TYPED, TYPING_TARGET } from './medians.mjs';

const cells = count =>
  Array.from({ length: count }, (_, i) =>
    i === 0 ? 'import torch' : `a_${i} = torch.load("m${i}.pt", weights_only=False)\nvalue_${i} = ${i}`
  );
const files = { 'small.ipynb': notebookOf(cells(3)), 'large.ipynb': notebookOf(cells(60)) };
// Each round types in a notebook of its own: VS Code keeps what was typed in one that is closed.
const typedIn = Array.from({ length: ROUNDS + 1 }, (_, round) => `typed${round}.ipynb`);
for (const name of typedIn) files[name] = files['large.ipynb'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version } = JSON.parse(readFileSync(path.join(root, 'extension-vscode/package.json'), 'utf8'));
const vsix = path.join(root, 'dist', `loadlight-${version}.vsix`);

/** Takes away what was installed, so that everything else is the same. */
function withoutIt({ extension }) {
  rmSync(extension, { recursive: true });
  writeFileSync(path.join(extension, '../extensions.json'), '[]');
}

const started = {};
const browser = await launchBrowser();
const missed = [];
try {
  started.with = await startVSCode({ vsix, files });
  started.without = await startVSCode({ vsix, files, prepare: withoutIt });
  const pages = {
    with: await openWindow(browser, started.with.url),
    without: await openWindow(browser, started.without.url, 'New Jupyter Notebook')
  };
  const measured = measure =>
    alternating(async which => {
      await pages[which].bringToFront();
      const value = await measure(pages[which], which);
      await closeAll(pages[which]);
      return value;
    });
  console.log(`VS Code. Medians of ${ROUNDS} rounds, with the extension against without`);
  for (const [name, title] of Object.entries({ 'small.ipynb': '3 cells', 'large.ipynb': '60 cells' })) {
    const opened = await measured((page, which) => open(page, name, which === 'with'));
    report(`open to rendered, notebook of ${title}`, 'ms', pick(opened, 'rendered'));
    report(`open to first mark against rendered, notebook of ${title}`, 'ms', pick(opened, 'marked', 'rendered'));
  }
  const left = { with: [...typedIn], without: [...typedIn] };
  const typed = await measured((page, which) => typing(page, left[which].pop(), which === 'with'));
  const ratio = report('200 characters typed, until all are shown', 'ms', pick(typed, 'total'));
  report('key to paint, median of 200', 'ms', pick(typed, 'paint'));
  report('key to paint, the slowest tenth', 'ms', pick(typed, 'slow'));
  report('the window’s main thread at work meanwhile', 'ms', pick(typed, 'busy'));
  report('frames later than 33 ms', 'frames', pick(typed, 'dropped'));
  if (ratio > TYPING_TARGET) missed.push(`Missed: typing takes ${ratio.toFixed(2)} times as long.`);
} finally {
  await browser.close();
  for (const vscode of Object.values(started)) await vscode.stop();
}
for (const miss of missed) console.error(miss);
process.exitCode = missed.length > 0 ? 1 : 0;

/** Milliseconds from the double click in the explorer until the code is painted, and until its first mark is. */
async function open(page, name, marked) {
  await page.evaluate(() => {
    const painted = selector =>
      new Promise(resolve => {
        const look = now => (document.querySelector(selector) ? resolve(now) : requestAnimationFrame(look));
        requestAnimationFrame(look);
      });
    window.opened = new Promise(resolve => {
      addEventListener('dblclick', event => resolve(event.timeStamp), { once: true, capture: true });
    });
    window.rendered = painted('.notebookOverlay .code-cell-row .view-line');
    // Only asked for where one comes.
    window.marked = () => painted('.notebookOverlay :is(.squiggly-warning, .squiggly-error)');
  });
  await explorerRow(page, name).dblclick();
  return page.evaluate(async wait => {
    const [start, mark] = await Promise.all([window.opened, wait ? window.marked() : undefined]);
    return { rendered: (await window.rendered) - start, marked: mark - start };
  }, marked);
}

/** Types in a cell that has a finding, as fast as the window takes it. */
async function typing(page, name, marked) {
  await open(page, name, marked);
  await notebookShown(page, 2);
  await cellWith(page, 'a_1 =').locator('.view-line').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 5000 })));
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await page.evaluate(() => {
    const watched = { dropped: 0, paints: [] };
    let last = performance.now();
    const frame = now => {
      if (now - last > 33) watched.dropped++;
      last = now;
      watched.frame = requestAnimationFrame(frame);
    };
    watched.frame = requestAnimationFrame(frame);
    const painted = ({ timeStamp }) =>
      // A message that is sent in a frame comes after it was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => watched.paints.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      });
    addEventListener('keydown', painted, true);
    watched.stop = () => {
      cancelAnimationFrame(watched.frame);
      removeEventListener('keydown', painted, true);
    };
    window.watched = watched;
  });
  const [before, start] = [await busy(), performance.now()];
  await page.keyboard.type(TYPED);
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const [total, after] = [performance.now() - start, await busy()];
  const { dropped, paints } = await page.evaluate(() => {
    const { stop, dropped, paints } = window.watched;
    stop();
    return { dropped, paints };
  });
  await client.detach();
  const slow = [...paints].sort((a, b) => a - b)[Math.floor(paints.length * 0.9)];
  return { total, busy: after - before, dropped, paint: median(paints), slow };
}
