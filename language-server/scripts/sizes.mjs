// Prints what the worker weighs, raw and as a server sends it; fails when it is heavier than it may be.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT = 1_200_000;
const FIRST = ['server.js', 'web-tree-sitter.wasm', 'tree-sitter-python.wasm'];

const sizes = [...FIRST, 'secrets.js'].map(name => {
  const bytes = readFileSync(new URL(`../dist/browser/${name}`, import.meta.url));
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
});
const sum = some => ({
  raw: some.reduce((total, { raw }) => total + raw, 0),
  gzip: some.reduce((total, { gzip }) => total + gzip, 0)
});
const first = sum(sizes.filter(({ name }) => FIRST.includes(name)));
const rows = [...sizes, { name: 'at start', ...first }, { name: 'with the heavy part', ...sum(sizes) }];
for (const { name, raw, gzip } of rows) {
  console.log(`${name.padEnd(26)}${String(raw).padStart(10)} bytes${String(gzip).padStart(10)} gzipped`);
}
if (first.gzip > LIMIT) {
  console.error(`The worker may weigh ${LIMIT} bytes gzipped.`);
  process.exitCode = 1;
}
