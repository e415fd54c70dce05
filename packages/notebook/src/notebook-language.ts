import type { JsonNode } from './json-tree.js';
import { textOf } from './read-outputs.js';

const PATH_OF_LANGUAGE = [
  ['kernelspec', 'language'],
  ['language_info', 'name']
] as const;

/** Kernels whose name says the language where the file does not. */
const KERNEL_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(ir|R)$/, 'r'],
  [/^julia/i, 'julia'],
  [/^xcpp|^cling/i, 'c++'],
  [/^(javascript|jslab|deno)/i, 'javascript'],
  [/^sas/i, 'sas'],
  [/^(octave|matlab|bash|scala|rust|perl)/i, '']
];

/** The language that a notebook's metadata declare, lower case; undefined where they declare none. */
export function declaredLanguage(file: string, metadata: JsonNode | undefined): string | undefined {
  for (const path of PATH_OF_LANGUAGE) {
    const language = textAt(file, metadata, path);
    if (language) return languageName(language);
  }
  const kernel = textAt(file, metadata, ['kernelspec', 'name']);
  if (kernel === undefined) return undefined;
  const known = KERNEL_NAMES.find(([pattern]) => pattern.test(kernel));
  return known && (known[1] || known[0].exec(kernel)?.[0].toLowerCase());
}

/** The language of one cell, where its metadata (or in nbformat 3 the cell) say one. */
export function cellLanguage(file: string, cell: JsonNode): string | undefined {
  const language = textAt(file, cell, ['metadata', 'vscode', 'languageId']) ?? textAt(file, cell, ['language']);
  return language ? languageName(language) : undefined;
}

function languageName(written: string): string {
  const name = written.trim().toLowerCase();
  return /^(i?python\d*|pypy\d*)$/.test(name) ? 'python' : name;
}

function textAt(file: string, node: JsonNode | undefined, path: readonly string[]): string | undefined {
  let at = node;
  for (const key of path) at = at?.kind === 'object' ? at.members.get(key) : undefined;
  return textOf(file, at);
}
