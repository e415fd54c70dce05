// npm run docs: writes the pages that say what rules, their pages, the settings' schemas and the catalogue say.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadersReference } from './steps/loaders-reference.mjs';
import { ruleIndex } from './steps/rule-index.mjs';
import { root } from './steps/run.mjs';
import { settingsReference } from './steps/settings-reference.mjs';

const rules = path.join(root, 'docs/rules/README.md');
writeFileSync(rules, await ruleIndex(readFileSync(rules, 'utf8')));
writeFileSync(path.join(root, 'docs/settings.md'), settingsReference());
writeFileSync(path.join(root, 'docs/loaders.md'), loadersReference());
