// Lines of real packages and notebooks that look as if they held a credential, as look-alikes.json names them: the kind, the file, the line and the
// beginning of its hash. The text itself is read from the packages, which are fetched by pip.
import { readFileSync } from 'node:fs';
import { ALL_PACKAGES, fetchPackages } from '../detect/packages.mjs';
import { cell, markdown, output, python } from './forms.mjs';
import { linesOf, rank } from './select.mjs';

const MAKE = { python, cell, markdown, output };

/** Every real line as a file of its own. Throws where a package holds another line than the one that was read. */
export function realLines() {
  fetchPackages();
  const rows = JSON.parse(readFileSync(new URL('look-alikes.json', import.meta.url), 'utf8'));
  const known = new Map();
  return rows.map(row => {
    const [kind, inPackage, at, hash] = row.split(' ');
    const name = inPackage.slice(0, inPackage.indexOf('/'));
    const { folder } = ALL_PACKAGES.find(one => one.name === name);
    const path = `${folder}${inPackage.slice(name.length)}`;
    if (!known.has(path)) known.set(path, new Map(linesOf(path).map(one => [one.at, one.line])));
    const line = known.get(path).get(at);
    if (line === undefined || !rank(line.trim()).startsWith(hash))
      throw new Error(`${inPackage} ${at} is another line`);
    const [file, text] = MAKE[kind](line.trim());
    return { what: `${inPackage} ${at}`, file, text };
  });
}
