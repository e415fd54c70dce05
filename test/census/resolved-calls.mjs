import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readCell } from '@loadlight/notebook/blank-magics';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { alternatives } from '@loadlight/python/abstract';
import { copier, fetcher, hub, loader, mayBeCalledBy, writer } from '@loadlight/python/catalogue/names';
import { Triggers } from '@loadlight/python/catalogue/triggers';
import { PythonGrammar } from '@loadlight/python/grammar';
import { namesOf } from '@loadlight/python/names';
import { PythonProgram } from '@loadlight/python/program';
import { child } from '@loadlight/python/syntax';
import { siteOf, textOf } from '@loadlight/python/unit';
import { Trace } from '@loadlight/python/where';

const require = createRequire(import.meta.url);
const bytes = async name => new Uint8Array(await readFile(require.resolve(name)));

/** The grammar, for `resolvedCalls`. The caller disposes of it. */
export async function loadGrammar() {
  const parts = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-python/tree-sitter-python.wasm'];
  return PythonGrammar.load(...(await Promise.all(parts.map(bytes))));
}

/**
 * Every call of the file or notebook that our resolver takes to be of the catalogue, as `{file, cell, line, character, name, text}`; the
 * place is where the call begins, 0-based, in UTF-16 units, the cell counts code cells (0 in a file). `mentions` is false where the file is not looked
 * at at all, `isTold` where a fact is published of the call.
 */
export function resolvedCalls(grammar, file) {
  const cells = cellsOf(file);
  const program = new PythonProgram(grammar, `file://${file}`, !file.endsWith('.ipynb'));
  program.update(cells);
  const mentions = new Triggers().mayHold(cells.map(({ text }) => text));
  const unreadable = program.unreadable.length > 0;
  const calls = mentions ? program.units().flatMap(unit => callsOf(program, unit)) : [];
  const told = new Set(
    (mentions ? program.publish() : []).flatMap(fact => (fact.call ? placeOf(fact.call.place) : []))
  );
  program.dispose();
  return {
    mentions,
    unreadable,
    calls: calls.map(call => ({ file, ...call, isTold: told.has(`${call.cell}:${call.line}:${call.character}`) }))
  };
}

function placeOf({ part, range: { start } }) {
  return `${part.kind === 'source' ? part.cell : 0}:${start.line}:${start.character}`;
}

/** The Python of a file, or of each code cell, named by its number. */
function cellsOf(file) {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.ipynb')) return [{ id: '0', text: text.replace(/^\ufeff/, '') }];
  return readNotebook(text)
    .cells.filter(({ kind }) => kind === 'code')
    .map(({ source }, i) => {
      const { text: python, magics } = readCell(source.text);
      return { id: String(i), text: python, magics };
    });
}

/** The same question that the facts of a unit ask of each of its calls. */
function callsOf(program, unit) {
  return namesOf(unit).calls.flatMap(({ node, scope, branches }) => {
    const callee = child(node, 'function');
    const attribute = callee?.type === 'attribute' ? child(callee, 'attribute') : undefined;
    if (!callee || (attribute && !mayBeCalledBy(textOf(siteOf(unit, attribute))))) return [];
    const value = program.resolver.resolve(callee, { unit, scope, branches }, new Trace());
    const names = new Set(alternatives(value).flatMap(nameOf).filter(isOfCatalogue));
    const { start } = program.place(siteOf(unit, node)).range;
    const text = textOf(siteOf(unit, node));
    const place = { cell: Number(unit.cell), line: start.line, character: start.character };
    return [...names].map(name => ({ ...place, name, text }));
  });
}

function nameOf(value) {
  if (value.kind === 'symbol') return [value.name];
  return value.kind === 'partial' ? nameOf(value.of) : [];
}

function isOfCatalogue(name) {
  return [loader, hub, fetcher, writer, copier].some(find => find(name) !== undefined);
}
