// npm run setup: packages and bundles, no tests. Afterwards `npx loadlight …` works from the root.
import { whenChanged } from './steps/build-stamp.mjs';
import { ensurePackages } from './steps/packages.mjs';
import { runNode } from './steps/run.mjs';

try {
  ensurePackages();
  await whenChanged(() => {
    if (!runNode('scripts/build.mjs')) throw new Error('The build failed; its output stands above.');
  });
  console.log('Ready: npx loadlight scan examples');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
