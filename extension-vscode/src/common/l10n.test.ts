import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The folder of the extension; this runs from lib/common. */
const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

describe('texts for translators', () => {
  it('are all that the sources say: `node extension-vscode/l10n.mjs` writes them', async () => {
    const { bundle } = (await import(new URL('../../l10n.mjs', import.meta.url).href)) as { bundle: () => string };
    assert.equal(read('l10n/bundle.l10n.json'), bundle());
  });

  it('of the manifest are there, and none that it does not use', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(match => match[1]);
    const written = Object.keys(JSON.parse(read('package.nls.json')) as Record<string, string>);
    assert.deepEqual(new Set(written), new Set(used));
  });
});
