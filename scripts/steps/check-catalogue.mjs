// A row of the catalogue with a mistake fails the build, with the row's name.
import { LOADERS } from '@loadlight/python/catalogue/loaders/loaders';
import { loaderMistakes } from '@loadlight/python/catalogue/mistakes';

const mistakes = loaderMistakes(LOADERS);
for (const mistake of mistakes) console.error(mistake);
process.exitCode = mistakes.length > 0 ? 1 : 0;
