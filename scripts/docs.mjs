// npm run docs: writes what the documentation says of all rules at once, from the rules and their pages.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ruleIndex } from './steps/rule-index.mjs';
import { root } from './steps/run.mjs';

const file = path.join(root, 'docs/rules/README.md');
writeFileSync(file, await ruleIndex(readFileSync(file, 'utf8')));
