import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Engine } from '@loadlight/engine/engine';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { NodeFiles } from '@loadlight/engine/node/files';
import { TextLines } from '@loadlight/facts/text-lines';

const require = createRequire(import.meta.url);
const WASM = {
  'web-tree-sitter.wasm': require.resolve('web-tree-sitter/web-tree-sitter.wasm'),
  'tree-sitter-python.wasm': require.resolve('tree-sitter-python/tree-sitter-python.wasm')
};

/** An engine on the files of this machine, with the parts as they lie in node_modules. */
export function createEngine(more = {}) {
  return Engine.create({
    ...more,
    files: new NodeFiles(),
    parts: {
      bytes: async name => new Uint8Array(await readFile(WASM[name])),
      module: () => import('@loadlight/secrets/scan')
    }
  });
}

/** A program is the text of a .py file, or the array of a notebook's code cells. */
export function documentOf(program, name = 'program', version = 1) {
  if (typeof program === 'string') return { kind: 'file', uri: `file:///${name}.py`, version, text: program };
  const cells = program.map((text, index) => ({ id: `c${index}`, version, text }));
  return { kind: 'notebook', uri: `file:///${name}.ipynb`, version, language: 'python', cells };
}

/** The program's findings, with `versions` as the setting has them. The program stays open under its URI. */
export async function findingsOf(engine, program, versions = {}) {
  const input = documentOf(program);
  engine.setSettings({ ...DEFAULT_SETTINGS, versions });
  engine.close(input.uri);
  engine.put(input);
  for (;;) {
    const { findings, pending } = await engine.analyse(input.uri);
    if (!pending) return findings;
    await pending;
  }
}

/** The program with that fix done, or undefined where the engine refuses it. */
export function withFix(engine, program, fix) {
  const edits = engine.edits(documentOf(program).uri, fix);
  return edits === undefined || edits.length === 0 ? undefined : withEdits(program, edits);
}

/** The program after all its safe fixes together. */
export async function withFixAll(engine, program) {
  const { edits } = await engine.fixAll(documentOf(program).uri);
  return withEdits(program, edits);
}

/** The program with these edits, which come in order and do not overlap. */
export function withEdits(program, edits) {
  if (typeof program === 'string') return change(program, edits);
  return program.map((text, index) =>
    change(
      text,
      edits.filter(edit => edit.part.cell === `c${index}`)
    )
  );
}

function change(text, edits) {
  const lines = new TextLines(text);
  let result = '';
  let done = 0;
  for (const { range, newText } of edits) {
    result += text.slice(done, lines.offset(range.start)) + newText;
    done = lines.offset(range.end);
  }
  return result + text.slice(done);
}
