// A program of its own, so that memory is its own: node test/share/size.mjs parse|share FILE
import { readFileSync } from 'node:fs';
import { engineForTests } from '@loadlight/engine/testing/engine-for-tests';

const [what = '', file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const before = process.cpuUsage().user;
let found = 0;
if (what === 'parse') found = JSON.parse(text).cells.length;
else {
  const engine = await engineForTests();
  found = (await engine.share('file:///large.ipynb', text)).items.length;

  engine.dispose();
}
const milliseconds = (process.cpuUsage().user - before) / 1000;
console.log(
  JSON.stringify({ what, milliseconds, found, bytes: text.length, maxBytes: process.resourceUsage().maxRSS * 1024 })
);
