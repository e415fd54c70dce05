// What is there to translate is listed, and every language that the project keeps has all of it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fillTemplate, holesOf } from '@loadlight/facts/template';
import { catalogue, serverTexts, template, texts } from '../../extension-jupyterlab/l10n.mjs';
import { shippedBundle } from '../../extension-vscode/l10n.mjs';
import { messagesIn, messagesInSources } from '../../scripts/steps/messages.mjs';
import { root } from '../../scripts/steps/run.mjs';

const at = name => path.join(root, name);
const read = name => JSON.parse(readFileSync(at(name), 'utf8'));

/** Languages by the files that a pattern finds in a folder. */
const languages = (folder, pattern) => readdirSync(at(folder)).flatMap(name => pattern.exec(name)?.[1] ?? []);

/** What a translation keeps: the holes, what is code, and links to commands. */
const kept = text => ({
  holes: [...holesOf(text), ...[...text.matchAll(/%\d/g)].map(([hole]) => hole)].sort(),
  code: [...new Set([...text.matchAll(/`[^`]*`/g)].map(([code]) => code))].sort(),
  links: [...text.matchAll(/\(command:[\w.]+\)/g)].map(([link]) => link)
});

/** Fails for every text without a translation, for one of a text that is gone, and where something is lost in it. */
function checkAll(english, translated) {
  assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
  for (const [key, text] of Object.entries(english)) {
    assert.deepEqual(kept(translated[key]), kept(text), key);
    assert.ok(!/!(?!=)/.test(translated[key]), `${key} shouts`);
  }
}

describe('texts for translators', () => {
  it('hold all that the server says: `npm run l10n` writes them', async () => {
    assert.deepEqual(messagesIn(undefined), await messagesInSources());
  });

  it('are in the sources and the template of JupyterLab’s extension: `npm run l10n` writes both', async () => {
    const source = name => readFileSync(at(`extension-jupyterlab/${name}`), 'utf8');
    assert.equal(source('src/server/server-texts.ts'), await serverTexts());
    assert.equal(source('l10n/loadlight_jupyterlab.pot'), template());
  });

  it('are in the bundles that VS Code gets, in every language', () => {
    for (const name of ['bundle.l10n.json', 'bundle.l10n.de.json']) {
      const keys = Object.keys(JSON.parse(shippedBundle(name)));
      for (const id of Object.keys(messagesIn(undefined))) assert.ok(keys.includes(id), `${id} in ${name}`);
    }
  });
});

for (const language of languages('translations', /^messages\.(.+)\.json$/)) {
  describe(`the translation into ${language}`, () => {
    it('has every message and title of a fix', () => checkAll(messagesIn(undefined), messagesIn(language)));

    it('counts in the plurals of its language', () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const plurals = { ...messagesIn(language), ...read(`extension-vscode/l10n/bundle.l10n.${language}.json`) };
      for (const [key, text] of Object.entries(plurals).filter(([, each]) => each.includes(', plural,'))) {
        for (const category of pluralCategories) assert.match(text, new RegExp(`\\b${category} \\{`), key);
        assert.doesNotThrow(() =>
          fillTemplate(text, Object.fromEntries(holesOf(text).map(hole => [hole, 2])), language)
        );
      }
    });

    it('has every text of JupyterLab’s extension, with as many plurals as JupyterLab is told of', () => {
      const { '': head, ...said } = catalogue(language);
      const plurals = Number(/nplurals=(\d)/.exec(head.plural_forms)[1]);
      assert.deepEqual(
        Object.keys(said).sort(),
        texts()
          .map(({ key }) => key)
          .sort()
      );
      for (const { key, plural } of texts()) {
        assert.equal(said[key].length, plural ? plurals : 1, key);
        for (const text of said[key]) assert.deepEqual(kept(text), kept(plural ?? key), key);
      }
    });

    it('says one English text in one way', () => {
      const [english, own] = [messagesIn(undefined), messagesIn(language)];
      const said = new Map();
      for (const [id, text] of Object.entries(english)) {
        assert.equal(said.get(text) ?? own[id], own[id], id);
        said.set(text, own[id]);
      }
    });

    it('has every text of VS Code’s extension and of its manifest', () => {
      checkAll(
        read('extension-vscode/l10n/bundle.l10n.json'),
        read(`extension-vscode/l10n/bundle.l10n.${language}.json`)
      );
      checkAll(read('extension-vscode/package.nls.json'), read(`extension-vscode/package.nls.${language}.json`));
    });
  });
}
