import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.mjs';

const TABLE = /^\| rule \|(?:.*\n)+?(?=\n)/m;

/** The index of rules with its table as the rules and their pages are now. */
export async function ruleIndex(index) {
  const { RULES } = await import('@loadlight/rules/rules');
  const rows = RULES.map(({ meta: { id, name, severity } }) => {
    const [, description = ''] = readFileSync(path.join(root, `docs/rules/${id}.md`), 'utf8').split('\n\n');
    return [`[${id}](${id}.md)`, name, description.replaceAll('\n', ' '), severity];
  });
  const table = [['rule', 'name', 'what it reports', 'default severity'], ['---', '---', '---', '---'], ...rows];
  return index.replace(TABLE, table.map(cells => `| ${cells.join(' | ')} |\n`).join(''));
}
