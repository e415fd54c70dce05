import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { nestedInstall } from '../scripts/steps/nested-install.mjs';
import { root } from '../scripts/steps/run.mjs';

const tools = path.join(root, 'tools/pictures');
const failures = path.join(root, 'test/screenshots');

/**
 * Takes a picture of the page for the documentation, `docs/images/<name>.png`: only where `npm run screenshots` asks for
 * pictures, as tests change nothing that is under version control. What is `secret` on the page is covered.
 */
export async function picture(page, name, secret = []) {
  if (process.env.LOADLIGHT_PICTURES !== '1') return;
  const png = await page.screenshot({ animations: 'disabled', mask: secret, maskColor: '#888888' });
  nestedInstall(tools);
  const sharp = createRequire(path.join(tools, 'package.json'))('sharp');
  const folder = path.join(root, 'docs/images');
  mkdirSync(folder, { recursive: true });
  // A palette: surfaces of an editor have few colours.
  await sharp(png)
    .png({ palette: true, quality: 90, effort: 10 })
    .toFile(path.join(folder, `${name}.png`));
}

/** What a page shows when a test has failed, in `test/screenshots`. */
export async function pictureOfFailure(page, name) {
  await page.screenshot({ animations: 'disabled', path: path.join(failures, `${name.replace(/\W+/g, '-')}.png`) });
}
