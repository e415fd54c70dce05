// The texts of the server, which both editors carry: English from the compiled sources, the rest from translations/.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './run.mjs';

/** What the server says, by message id, as the compiled sources have it. */
export async function messagesInSources() {
  const file = path.join(root, 'language-server/lib/common/message-templates.js');
  const { serverTemplates } = await import(pathToFileURL(file).href);
  return serverTemplates();
}

/** The same as translators have it: `messages.json`, or `messages.<language>.json`. Empty where there is none. */
export function messagesIn(language) {
  const name = language === undefined ? 'messages.json' : `messages.${language}.json`;
  const file = path.join(root, 'translations', name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
