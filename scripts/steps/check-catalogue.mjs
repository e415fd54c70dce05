// A row of the catalogue with a mistake, or without a bad and a good example, fails the build with the row's name.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HUBS } from '@loadlight/python/catalogue/hubs';
import { LOADERS } from '@loadlight/python/catalogue/loaders/loaders';
import { fetchMistakes, hubMistakes, loaderMistakes } from '@loadlight/python/catalogue/mistakes';
import { FETCHES } from '@loadlight/python/catalogue/transfers';
import { CATALOGUE_ROWS, catalogueExamples, missingExamples } from '@loadlight/python/testing/catalogue-examples';
import { root } from './run.mjs';

const folder = path.join(root, 'packages/python/src/catalogue');
const pages = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.examples.md'));
const examples = pages.flatMap(page =>
  catalogueExamples(page.replaceAll('\\', '/'), readFileSync(path.join(folder, page), 'utf8'))
);
const mistakes = [
  ...loaderMistakes(LOADERS),
  ...hubMistakes(HUBS),
  ...fetchMistakes(FETCHES),
  ...missingExamples(CATALOGUE_ROWS, examples)
];
for (const mistake of mistakes) console.error(mistake);
process.exitCode = mistakes.length > 0 ? 1 : 0;
