// JupyterLab in other languages: one that nobody speaks, from a language pack, and German, which the wheel brings.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DOMAIN, serverTextsByText, texts } from '../../extension-jupyterlab/l10n.mjs';
import { root } from '../../scripts/steps/run.mjs';
import { writeFiles } from '../../scripts/steps/start-vscode.mjs';
import { pseudo, untranslated } from '../languages/pseudo.mjs';
import { picture, pictureOfFailure } from '../picture.mjs';
import { until } from '../vscode/until.mjs';
import { FILES } from './fixtures.mjs';
import { closeAll, openFile, run, startSession } from './session.mjs';

/** Jupyter wants a language that is one: Esperanto stands for the one that nobody speaks. */
const PSEUDO = 'eo';
const PLURALS = 'nplurals=2; plural=(n != 1);';

/** All that may be shown in plain letters: the user's own, names of rules, our own. */
const DATA = [
  ...Object.entries(FILES).flat(),
  'Loadlight unsafe torch load pickle hardcoded provider token unpinned hub revision trusts remote code',
  'train clean ipynb http https example org requirements txt work plain tool broken',
  // JupyterLab's own, around ours.
  'main area content'
];

/** A Python package as jupyterlab-language-pack-* are, in a folder that Python looks in. */
function languagePack(folder, locale, entries) {
  const name = `jupyterlab_language_pack_${locale}`;
  const texts = path.join(folder, name, 'locale', locale, 'LC_MESSAGES');
  mkdirSync(texts, { recursive: true });
  writeFiles(folder, {
    [`${name}/__init__.py`]: '',
    [`${name}-1.0.dist-info/METADATA`]: `Metadata-Version: 2.1\nName: ${name}\nVersion: 1.0\n`,
    [`${name}-1.0.dist-info/entry_points.txt`]: `[jupyterlab.languagepack]\n${locale} = ${name}\n`
  });
  if (entries.length === 0) return;
  const head = { domain: DOMAIN, language: locale, plural_forms: PLURALS, version: '99.0.0' };
  const said = entries.map(({ key, plural, text }) => [key, plural ? [pseudo(text), pseudo(plural)] : [pseudo(text)]]);
  writeFileSync(path.join(texts, `${DOMAIN}.json`), JSON.stringify({ '': head, ...Object.fromEntries(said) }));
  compile(path.join(texts, `${DOMAIN}.mo`), entries);
}

/** What Jupyter Server reads itself: settings. Written by the library that it reads such files with. */
function compile(file, entries) {
  const program = [
    'import json, sys',
    'from babel.messages import Catalog, mofile',
    'catalog = Catalog(locale="eo", charset="utf-8")',
    'for each in json.load(sys.stdin): catalog.add(each["text"], each["said"], context=each.get("context"))',
    'mofile.write_mo(open(sys.argv[1], "wb"), catalog)'
  ].join('\n');
  const input = JSON.stringify(
    entries.filter(({ plural }) => !plural).map(({ text, context }) => ({ text, context, said: pseudo(text) }))
  );
  const python = path.join(root, '.tools/test-jupyter/bin/python');
  const { status, stderr } = spawnSync(python, ['-c', program, file], { input, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

/** A suite with a JupyterLab in that language and a window of its own. */
function suite(title, locale, entries, tests) {
  describe(title, function () {
    this.timeout(90_000);
    let folder;
    let session;
    let window;

    before(async function () {
      this.timeout(600_000);
      folder = mkdtempSync(path.join(tmpdir(), 'loadlight-language-'));
      languagePack(folder, locale, entries());
      session = await startSession({
        settings: { '@jupyterlab/translation-extension:plugin': { locale } },
        env: { PYTHONPATH: folder }
      });
      window = await session.open();
    });
    after(async () => {
      await session?.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    afterEach(async function () {
      if (this.currentTest.state !== 'failed' || window === undefined) return;
      await pictureOfFailure(window.page, `jupyterlab-${this.currentTest.fullTitle()}`);
    });
    // Tabs of one test, or of another try, hide behind those of the next.
    afterEach(() => closeAll(window.page));
    beforeEach(() => session.restore());
    tests(() => window.page);
  });
}

/** What an element shows and says to who cannot see it: text, tooltips, labels. */
const shownBy = locator =>
  locator.first().evaluate(node =>
    [node, ...node.querySelectorAll('*')]
      .flatMap(each => [each.title, each.getAttribute?.('aria-label')])
      .concat(node.innerText)
      .filter(Boolean)
      .join('\n')
  );

async function assertTranslated(locator) {
  await until(async () => {
    const shown = await shownBy(locator);
    assert.match(shown, /⟦/);
    assert.deepEqual(untranslated(shown, DATA), [], shown);
  });
}

suite(
  'JupyterLab in a language that nobody speaks',
  PSEUDO,
  () => [...serverTextsByText(), ...texts()],
  page => {
    it('is what the list of findings, the status bar and the toolbar speak', async () => {
      await openFile(page(), 'work/train.ipynb');
      await run(page(), 'loadlight:show-panel');
      await page().locator('.ll-Row-jump').first().waitFor();
      await assertTranslated(page().locator('.ll-Panel'));
      await assertTranslated(page().locator('.ll-Status'));
      await picture(page(), 'jupyterlab-pseudo-light');
    });

    it('is what the hover speaks', async () => {
      await openFile(page(), 'work/train.ipynb');
      await page().locator('.ll-mark-warning, .ll-mark-error').first().hover();
      await page().locator('.ll-Card').waitFor();
      await assertTranslated(page().locator('.ll-Card'));
      await page().mouse.move(0, 0);
    });

    it('is what the menu of fixes and a preview speak', async () => {
      await openFile(page(), 'work/train.ipynb');
      await page().locator('.ll-mark-warning, .ll-mark-error').first().click();
      await run(page(), 'loadlight:show-fixes');
      await assertTranslated(page().locator('.lm-Menu'));
      await page().keyboard.press('Escape');
    });

    it('is what says that there is nothing to worry about, and a scan', async () => {
      await openFile(page(), 'work/clean.ipynb');
      await run(page(), 'loadlight:show-panel');
      await page().locator('.ll-Panel-fine').waitFor();
      await assertTranslated(page().locator('.ll-Panel'));
      await run(page(), 'loadlight:scan-folder', { path: 'work' });
      await page().locator('.ll-Scan .ll-Row').first().waitFor();
      await assertTranslated(page().locator('.ll-Scan'));
    });

    it('is what the commands and the settings speak', async () => {
      const labels = await page().evaluate(() => {
        const { commands } = window.jupyterapp;
        return commands
          .listCommands()
          .filter(id => id.startsWith('loadlight:'))
          .map(id => [commands.label(id), commands.caption(id)].join(' '));
      });
      assert.ok(labels.length >= 8);
      for (const label of labels) assert.deepEqual(untranslated(label, DATA), [], label);
      // For what Jupyter Server translates itself, the language counts that a user has chosen.
      const { schema } = await page().evaluate(async locale => {
        const { settings } = window.jupyterapp.serviceManager;
        await settings.save('@jupyterlab/translation-extension:plugin', JSON.stringify({ locale }));
        return await settings.fetch('@loadlight/jupyterlab:plugin');
      }, PSEUDO);
      const { enable, versions } = schema.properties;
      const said = [schema.title, schema.description, enable.title, enable.description, versions.title];
      for (const text of said) assert.match(text, /^⟦.*⟧$/);
    });
  }
);

suite(
  'JupyterLab in German',
  'de_DE',
  () => [],
  page => {
    it('lists findings and fixes in German', async () => {
      await openFile(page(), 'work/train.ipynb');
      await run(page(), 'loadlight:show-panel');
      await page().locator('.ll-Row-jump').first().waitFor();
      const shown = await page().locator('.ll-Panel').innerText();
      assert.match(shown, /1 Fehler, 1 Warnung/);
      assert.match(shown, /Zelle 3 \[2\]/);
      assert.match(shown, /führt jeden Code aus, den/);
      assert.match(shown, /LL101 hier ignorieren/);
      await picture(page(), 'jupyterlab-german-light');
    });
  }
);
