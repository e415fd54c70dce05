import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
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
 * Every call of the file that our resolver takes to be of the catalogue, as `{file, line, character, name, text}`; the
 * place is where the call begins, 0-based, in UTF-16 units. `mentions` is false where the file is not looked at at all.
 */
export function resolvedCalls(grammar, file) {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const program = new PythonProgram(grammar, `file://${file}`, true);
  program.update([{ id: '', text }]);
  const mentions = new Triggers().mayHold([text]);
  const unreadable = program.unreadable.length > 0;
  const calls = mentions ? program.units().flatMap(unit => callsOf(program, unit)) : [];
  program.dispose();
  return { mentions, unreadable, calls: calls.map(call => ({ file, ...call })) };
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
    return [...names].map(name => ({ ...{ line: start.line, character: start.character }, name, text }));
  });
}

function nameOf(value) {
  if (value.kind === 'symbol') return [value.name];
  return value.kind === 'partial' ? nameOf(value.of) : [];
}

function isOfCatalogue(name) {
  return [loader, hub, fetcher, writer, copier].some(find => find(name) !== undefined);
}
