// What translators of the JupyterLab extension start from, and the catalogues that its wheel brings.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { messagesIn } from '../scripts/steps/messages.mjs';

const at = file => fileURLToPath(new URL(file, import.meta.url));
export const DOMAIN = 'loadlight_jupyterlab';
const TEMPLATE = `l10n/${DOMAIN}.pot`;
const SERVER_TEXTS = 'src/server/server-texts.ts';
/** How gettext joins a context and a text. */
const IN = '\u0004';
const METHODS = { __: [false, false], _n: [false, true], _p: [true, false], _np: [true, true] };
/** By our names of languages: Jupyter's name, and how many plurals there are, as gettext says it. */
const LANGUAGES = { de: { locale: 'de_DE', plurals: 'nplurals=2; plural=(n != 1);' } };

/**
 * Every text of the extension: `{ context, text, plural, files }`. Throws where a text is not written out at its call.
 * A schema's texts have the contexts under which Jupyter Server looks them up.
 */
export function texts() {
  const found = new Map();
  const add = (context, text, plural, file) => {
    const key = context === undefined ? text : context + IN + text;
    const known = found.get(key);
    if (known) known.files.add(file);
    else found.set(key, { key, context, text, plural, files: new Set([file]) });
  };
  for (const name of readdirSync(at('src'), { recursive: true }).sort()) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const file = `src/${name.replaceAll(path.sep, '/')}`;
    const source = ts.createSourceFile(file, readFileSync(at(file), 'utf8'), ts.ScriptTarget.ES2022);
    const visit = node => {
      const method = ts.isCallExpression(node) && METHODS[node.expression.name?.text];
      if (method) {
        const [hasContext, hasPlural] = method;
        const said = node.arguments.slice(0, 1 + Number(hasContext) + Number(hasPlural));
        if (!said.every(ts.isStringLiteralLike))
          throw new Error(`${file}: ${node.getText(source)} does not say its text`);
        const words = said.map(({ text }) => text);
        add(hasContext ? words.shift() : undefined, words[0], words[1], file);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  for (const [context, text, file] of schemaTexts()) add(context, text, undefined, file);
  return [...found.values()];
}

function* schemaTexts() {
  for (const name of readdirSync(at('schema')).sort()) {
    const file = `schema/${name}`;
    const { title, description, properties = {}, ...schema } = JSON.parse(readFileSync(at(file), 'utf8'));
    yield ['schema', title, file];
    yield ['schema', description, file];
    yield ['settings', schema['jupyter.lab.setting-icon-label'], file];
    for (const setting of Object.values(properties)) {
      yield ['settings', setting.title, file];
      yield ['settings', setting.description, file];
    }
  }
}

/** The template for translators, as gettext has it. */
export function template() {
  const entries = texts().map(({ context, text, plural, files }) =>
    [
      ...[...files].map(file => `#: ${file}`),
      ...(context === undefined ? [] : [`msgctxt ${quoted(context)}`]),
      `msgid ${quoted(text)}`,
      ...(plural === undefined ? ['msgstr ""'] : [`msgid_plural ${quoted(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""'])
    ].join('\n')
  );
  const head = ['msgid ""', 'msgstr ""', `"Project-Id-Version: ${DOMAIN}\\n"`];
  const format = ['"MIME-Version: 1.0\\n"', '"Content-Type: text/plain; charset=UTF-8\\n"'];
  return `${[[...head, ...format, '"Content-Transfer-Encoding: 8bit\\n"'].join('\n'), ...entries].join('\n\n')}\n`;
}

const quoted = text => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** The server's texts as calls that extraction sees: the source of a module that is generated. */
export async function serverTexts() {
  const rows = Object.entries(messagesIn(undefined)).map(
    ([id, text]) => `${JSON.stringify(id)}: trans.__(${JSON.stringify(text)})`
  );
  const source = `import type { TranslationBundle } from '@jupyterlab/translation';

/** What the server says, by message id, in the language of the bundle. Written by \`npm run l10n\`. */
export function serverTexts(trans: TranslationBundle): Record<string, string> {
  return { ${rows.join(', ')} };
}
`;
  return await format(source, { ...(await resolveConfig(at(SERVER_TEXTS))), parser: 'typescript' });
}

/** The server's texts under their English, as `texts` has those of the extension. */
export const serverTextsByText = () => Object.values(messagesIn(undefined)).map(text => ({ key: text, text }));

/** A language's texts as JupyterLab reads them: ours, and the server's under their English. */
export function catalogue(language) {
  const { locale, plurals } = LANGUAGES[language];
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const own = JSON.parse(readFileSync(at(`l10n/${language}.json`), 'utf8'));
  const english = messagesIn(undefined);
  const server = Object.entries(messagesIn(language)).map(([id, text]) => [english[id], text]);
  const all = [...server, ...Object.entries(own)].map(([key, said]) => [
    key.replace(/^(schema|settings): /, `$1${IN}`),
    [said].flat()
  ]);
  // JupyterLab looks it up by the tag, its server by the locale.
  const head = { domain: DOMAIN, language: locale.replace('_', '-'), plural_forms: plurals, version };
  return { '': head, ...Object.fromEntries(all) };
}

/** Lays the catalogues where the wheel takes them from, and Jupyter Server finds them. */
export function writeCatalogues() {
  rmSync(at('loadlight/locale'), { recursive: true, force: true });
  for (const [language, { locale }] of Object.entries(LANGUAGES)) {
    const folder = at(`loadlight/locale/${locale}/LC_MESSAGES`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${DOMAIN}.json`), JSON.stringify(catalogue(language)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(at(SERVER_TEXTS), await serverTexts());
  mkdirSync(at('l10n'), { recursive: true });
  writeFileSync(at(TEMPLATE), template());
}
