import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { canonicalName } from '@loadlight/python/catalogue/names';
import { fetchSdists } from '../corpus/fetch.mjs';
import { loadGrammar, resolvedCalls } from './resolved-calls.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = path.join(HERE, '../../.tools/census');
const read = name => JSON.parse(readFileSync(path.join(HERE, name), 'utf8'));

/** The packages with their versions, and the 60 names by what they are. */
export const PACKAGES = read('sdists.json').sdists.map(({ name, version }) => `${name}-${version}`);
export const NAMES = read('names.json');

/** A call as the committed files name it: package, file, cell in a notebook, 1-based line, name. */
export const keyOf = ({ file, cell, line, name }) =>
  `${file}:${file.endsWith('.ipynb') ? `${cell + 1}:` : ''}${line + 1} ${name}`;

/** `compareFiles` for the 60 names in the Python files of the packages. Files are relative to the folder of the packages. */
export async function compare(packages) {
  fetchSdists(path.join(HERE, 'sdists.json'), ROOT, packages);
  const files = packages.flatMap(name => pythonFiles(path.join(ROOT, name)));
  return compareFiles(files, new Set(Object.values(NAMES).flat()), ROOT);
}

/**
 * Calls of the names in the files by CPython's parser with a table of imports (`theirs`), those that we find too
 * (`both`) or not (`missed`), and those of all the catalogue that only we find (`own`). `unread` does not parse in
 * CPython; `untold` are those of `both` of which no fact is published; `unmentioned` are files in which nothing is loaded or downloaded, which are not read. Files are told as seen from `root`.
 */
export async function compareFiles(files, known, root) {
  const grammar = await loadGrammar();
  const unmentioned = new Set();
  const ours = files.flatMap(file => {
    const { mentions, calls } = resolvedCalls(grammar, file);
    if (!mentions) unmentioned.add(file);
    return calls;
  });
  grammar.dispose();
  const names = [...new Set([...known, ...ours.map(({ name }) => name)])];
  const { calls: found, unread } = JSON.parse(
    execFileSync(process.env.PYTHON ?? 'python3', [path.join(HERE, 'census.py')], {
      input: JSON.stringify({ names, files }),
      maxBuffer: 2 ** 28
    })
  );
  const isKnown = matcherOf([...known]);
  const theirs = found.filter(({ name }) => isKnown(name));
  const at = ({ file, cell, line, character, name }) => `${file}:${cell}:${line}:${character} ${canonicalName(name)}`;
  const [inTheirs, inOurs, told] = [found, ours, ours.filter(({ isTold }) => isTold)].map(
    calls => new Set(calls.map(at))
  );
  const relative = call => ({ ...call, file: path.relative(root, call.file).replaceAll('\\', '/') });
  return {
    files: files.length,
    ours: ours.length,
    theirs: theirs.length,
    both: theirs.filter(call => inOurs.has(at(call))).length,
    missed: theirs
      .filter(call => !inOurs.has(at(call)))
      .map(call => ({ ...relative(call), unmentioned: unmentioned.has(call.file) })),
    untold: theirs.filter(call => inOurs.has(at(call)) && !told.has(at(call))).map(relative),
    own: ours.filter(call => !inTheirs.has(at(call))).map(relative),
    unmentioned: new Set([...unmentioned].map(file => relative({ file }).file)),
    unread: unread.map(relative)
  };
}

/** Whether a name is one of those, in which `**` stands for any modules and classes in between. */
function matcherOf(names) {
  const patterns = names.map(name => name.replace(/[.()]/g, '\\$&').replaceAll('**', '[\\w.]+'));
  const pattern = new RegExp(`^(?:${patterns.join('|')})$`);
  return name => pattern.test(name);
}

/** The lines around a call, for whoever reads it. */
export function linesAround({ file, line }, before, after) {
  const lines = readFileSync(path.join(ROOT, file), 'utf8').split(/\r\n|\r|\n/);
  return lines.slice(Math.max(0, line - before), line + after + 1).join('\n');
}

function pythonFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.py'))
    .sort()
    .map(name => path.join(folder, name));
}
