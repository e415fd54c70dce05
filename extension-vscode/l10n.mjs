// Writes l10n/bundle.l10n.json: every text that the extension says itself, for translators.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { messagesIn } from '../scripts/steps/messages.mjs';

const at = file => fileURLToPath(new URL(file, import.meta.url));
/** `l10n.t`, or `t` where a function is given it. */
const TRANSLATES = new Set(['l10n.t', 't']);

/** The bundle as it has to be, from the sources. Throws where a text is not written out at its call. */
export function bundle() {
  const texts = new Set();
  for (const name of readdirSync(at('src'), { recursive: true })) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const file = path.join(at('src'), name);
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022);
    const visit = node => {
      if (ts.isCallExpression(node) && TRANSLATES.has(node.expression.getText(source))) {
        const [text] = node.arguments;
        if (text === undefined || !ts.isStringLiteralLike(text)) {
          throw new Error(`${name}: ${node.getText(source)} does not say its text`);
        }
        texts.add(text.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const entries = [...texts].sort().map(text => [text, text]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** A bundle as it ships, by the name of its file: with the server's texts, which the extension hands to the server. */
export function shippedBundle(name) {
  const [, language] = /^bundle\.l10n\.(?:(.+)\.)?json$/.exec(name) ?? [];
  const file = at(`l10n/${name}`);
  const own = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return JSON.stringify({ ...own, ...messagesIn(language) });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(at('l10n'), { recursive: true });
  writeFileSync(at('l10n/bundle.l10n.json'), bundle());
}
