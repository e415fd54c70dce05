import type { PartSource } from '@loadlight/protocol/initialization';

/**
 * Absolute addresses of the server's files. The builder ships each as it is, beside this script, and finds the
 * address when the page runs, so any base URL will do.
 */
export const SERVER_SCRIPT = String(new URL('../../../language-server/dist/browser/server.js', import.meta.url));

/** The server's parts by name, each fetched by the worker when it first needs it. */
export const SERVER_PARTS: Readonly<Record<string, PartSource>> = {
  'web-tree-sitter.wasm': {
    url: String(new URL('../../../language-server/dist/browser/web-tree-sitter.wasm', import.meta.url))
  },
  'tree-sitter-python.wasm': {
    url: String(new URL('../../../language-server/dist/browser/tree-sitter-python.wasm', import.meta.url))
  },
  secrets: { url: String(new URL('../../../language-server/dist/browser/secrets.js', import.meta.url)) },
  scripts: { url: String(new URL('../../../language-server/dist/browser/scripts.js', import.meta.url)) }
};
