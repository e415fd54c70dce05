#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../dist/loadlight.cjs', import.meta.url));
if (existsSync(bundle)) {
  await createRequire(import.meta.url)(bundle).main(dirname(bundle), bundle);
} else {
  process.stderr.write('loadlight is not built yet: run npm run setup\n');
  process.exitCode = 2;
}
