// Chooses lines of real packages and notebooks that look as if they held a credential. Run once by hand, and half of what it chose was read:
// `node test/secrets/select.mjs` writes look-alikes.json.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fetchPackages, filesOf, inPackage, PACKAGES, TOOLS } from '../detect/packages.mjs';

const LONGEST = 400;
const FROM_A_FILE = 8;
const FROM_A_PACKAGE = 75;
const WANTED = 760;

const NAMED =
  /(?:key|token|secret|passw|pwd|credential|auth|bearer|login)\w{0,16}["'\])]{0,3}\s{0,4}[=:,(]\s{0,4}["'][^"'\s]{6,}/i;
const DRAWN =
  /[0-9a-f]{20,}|(?<![\w+/])(?=[a-zA-Z+/]{0,40}\d)(?=[\da-z+/]{0,40}[A-Z])[a-zA-Z0-9+/]{22,}|[0-9a-f]{8}-[0-9a-f]{4}-/;
/** Long names with numbers in them, to fill up with. */
const LONG = /(?=[\w-]{0,40}\d)(?=[\w-]{0,40}[a-zA-Z])[\w-]{24,}/;
const ADDRESS = /:\/\/[^\s/"']+@|[?&](?:key|token|sig)=/;

/** The order in which lines are taken: hard ones first, else by chance. */
export const rank = text => `${isHard(text) ? 0 : 1}${createHash('sha256').update(text).digest('hex')}`;

/** The lines of a file: of a notebook those of cells and outputs, with where they stand. */
export function linesOf(file) {
  const text = readFileSync(path.join(TOOLS, file), 'utf8');
  if (!file.endsWith('.ipynb')) return text.split('\n').map((line, i) => ({ at: `${i + 1}`, kind: 'python', line }));
  let whole;
  try {
    whole = JSON.parse(text);
  } catch {
    return [];
  }
  const joined = lines => (Array.isArray(lines) ? lines.join('') : typeof lines === 'string' ? lines : '');
  return (whole.cells ?? []).flatMap((cell, c) => {
    const parts = [
      [cell.cell_type === 'code' ? 'cell' : 'markdown', 's', joined(cell.source)],
      ...(cell.outputs ?? []).flatMap((output, o) => [
        ['output', `o${o}`, joined(output.text)],
        ...['text/plain', 'text/html'].map(mime => ['output', `o${o}:${mime}`, joined(output.data?.[mime])])
      ])
    ];
    return parts.flatMap(([kind, part, source]) =>
      source.split('\n').map((line, i) => ({ at: `${c}:${part}:${i}`, kind, line }))
    );
  });
}

function isHard(line) {
  return NAMED.test(line) || DRAWN.test(line) || ADDRESS.test(line);
}

/** Lines that are worth a look in a file. */
function alike(file) {
  const seen = new Set();
  return linesOf(file)
    .filter(({ line }) => line.length <= LONGEST && (isHard(line) || LONG.test(line)))
    .filter(({ line }) => !seen.has(line.trim()) && seen.add(line.trim()));
}

if (process.argv[1]?.endsWith('select.mjs')) {
  fetchPackages();
  const known = new Set();
  const chosen = PACKAGES.flatMap(one => {
    const files = [...filesOf([one], '.py'), ...filesOf([one], '.ipynb')];
    const lines = files.flatMap(file =>
      alike(file)
        .map(({ at, kind, line }) => ({ file: inPackage(file), at, kind, line, rank: rank(line.trim()) }))
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, FROM_A_FILE)
    );
    return lines
      .filter(({ rank: own }) => !known.has(own) && known.add(own))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .slice(0, FROM_A_PACKAGE);
  })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, WANTED);
  for (const { file, at, line } of chosen) console.log(`${file} ${at}\t${line.trim()}`);
  const rows = chosen.map(({ file, at, kind, rank: own }) => `${kind} ${file} ${at} ${own.slice(0, 16)}`).sort();
  writeFileSync(new URL('look-alikes.json', import.meta.url), `${JSON.stringify(rows, null, 1)}\n`);
}
