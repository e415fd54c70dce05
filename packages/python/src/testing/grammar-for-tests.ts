import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PythonGrammar } from '../grammar.js';

/** The real grammar, from the installed packages. */
export async function grammarForTests(): Promise<PythonGrammar> {
  const require = createRequire(import.meta.url);
  const read = async (file: string): Promise<Uint8Array> => new Uint8Array(await readFile(require.resolve(file)));
  return PythonGrammar.load(
    await read('web-tree-sitter/web-tree-sitter.wasm'),
    await read('tree-sitter-python/tree-sitter-python.wasm')
  );
}
