// npm run bench:editors: JupyterLab with the extension against the same without it. Each round measures both, one right after
// the other, and the ratio is the median of the rounds' own, so that what slows the machine for a while slows both.
import { FILES, notebook } from '../jupyterlab/fixtures.mjs';
import { closeAll, editCell, openFile, startSession } from '../jupyterlab/session.mjs';
import { alternating, pick, report, ROUNDS, TYPED, TYPING_TARGET } from './medians.mjs';
import { ownWork } from './own-work.mjs';

const cells = Array.from({ length: 60 }, (_, i) => [
  `cell${i}`,
  'code',
  i === 0 ? 'import torch' : `a_${i} = torch.load("m${i}.pt", weights_only=False)\nvalue_${i} = ${i}`
]);
const NOTEBOOKS = { 'notebook of 3 cells': FILES['work/cells.ipynb'], 'notebook of 60 cells': notebook(cells) };

const session = await startSession();
const windows = { with: await session.open(), without: await session.open({ without: true }) };
const missed = [];
try {
  console.log(`JupyterLab. Medians of ${ROUNDS} rounds, with the extension against without`);
  for (const [name, text] of Object.entries(NOTEBOOKS)) {
    session.write('work/bench.ipynb', text);
    report(`open to rendered, ${name}`, 'ms', await rounds(page => open(page, '.cm-line')));
    report(
      `open to first mark against rendered, ${name}`,
      'ms',
      await rounds((page, which) => open(page, which === 'with' ? '.cm-lintRange' : '.cm-line'))
    );
  }
  session.write('work/bench.ipynb', NOTEBOOKS['notebook of 60 cells']);
  const typed = await rounds(typing);
  const ratio = report('200 characters typed, until all are shown', 'ms', pick(typed, 'total'));
  report('the page’s main thread at work meanwhile', 'ms', pick(typed, 'busy'));
  report('frames later than 33 ms', 'frames', pick(typed, 'dropped'));
  await reportOwn();
  if (ratio > TYPING_TARGET) missed.push(`Missed: typing takes ${ratio.toFixed(2)} times as long.`);
} finally {
  await session.stop();
}
for (const miss of missed) console.error(miss);
process.exitCode = missed.length > 0 ? 1 : 0;

/** What `measure` gives in both windows in turn. */
function rounds(measure) {
  return alternating(async which => {
    const { page } = windows[which];
    await page.bringToFront();
    const value = await measure(page, which);
    await closeAll(page);
    return value;
  });
}

/** Milliseconds from the command that opens until the first element of that kind is there, painted. */
function open(page, selector) {
  return page.evaluate(async wanted => {
    const start = performance.now();
    const shown = new Promise(resolve => {
      const look = () => (document.querySelector(`.jp-Notebook ${wanted}`) ? resolve() : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
    await window.jupyterapp.commands.execute('docmanager:open', { path: 'work/bench.ipynb' });
    await shown;
    return performance.now() - start;
  }, selector);
}

/** Types in a cell that has a finding, as fast as the page takes it. */
async function typing(page) {
  await openFile(page, 'work/bench.ipynb');
  await page.locator('.jp-Notebook .cm-line', { hasText: 'a_1 =' }).waitFor();
  await editCell(page, 'cell1');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  // Kernel and cells that are made in idle time have come by then.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 5000 })));
  const client = await page.context().newCDPSession(page);
  // Of its own time on the processor: other programs do not count.
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await page.evaluate(() => {
    window.dropped = 0;
    let last = performance.now();
    const frame = now => {
      if (now - last > 33) window.dropped++;
      last = now;
      window.frame = requestAnimationFrame(frame);
    };
    window.frame = requestAnimationFrame(frame);
  });
  const [before, start] = [await busy(), performance.now()];
  await page.keyboard.type(TYPED);
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const [total, after] = [performance.now() - start, await busy()];
  const dropped = await page.evaluate(() => (cancelAnimationFrame(window.frame), window.dropped));
  await client.detach();
  return { total, busy: after - before, dropped };
}

/** What the page's main thread does in our own code, which needs nothing to compare with. */
async function reportOwn() {
  const { page } = windows.with;
  await page.bringToFront();
  session.write('work/bench.ipynb', NOTEBOOKS['notebook of 60 cells']);
  const opening = await ownWork(page, () => open(page, '.cm-lintRange'));
  console.log(`  ${opening.total.toFixed(1)} ms in our own code from opening to the first mark${most(opening)}`);
  await closeAll(page);
  const keys = await ownWork(page, () => typing(page));
  const each = keys.total / TYPED.length;
  console.log(`  ${each.toFixed(3)} ms a key in our own code, opening the notebook included${most(keys)}`);
  await closeAll(page);
}

function most({ functions }) {
  const lines = functions.slice(0, 8).map(([name, ms]) => `\n      ${ms.toFixed(1)} ms ${name}`);
  return lines.join('');
}
