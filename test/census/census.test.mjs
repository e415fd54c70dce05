import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { PACKAGES, NAMES, compare, keyOf } from './compare.mjs';

const LONG = process.env.LOADLIGHT_LONG === '1';
/** Small ones; all of them in the long run. */
const SLICE = /^(autogluon\.multimodal|fastai|sentence-transformers)-/;

const read = name => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

describe('the calls of the catalogue in real packages', function () {
  this.timeout(1_200_000);
  const packages = PACKAGES.filter(name => LONG || SLICE.test(name));
  const isLooked = ({ call }) => packages.some(name => call.startsWith(`${name}/`));
  let census;
  before(async () => {
    census = await compare(packages);
    const { files, theirs, both, own } = census;
    console.log(`      ${files} files: ${both} of ${theirs} calls found, ${own.length} more by what names mean`);
  });

  it('are of 60 names, in at least ten packages', () => {
    assert.equal(new Set(Object.values(NAMES).flat()).size, 60);
    assert.ok(PACKAGES.length >= 10);
    assert.ok(census.theirs > (LONG ? 600 : 60), `${census.theirs}`);
    assert.deepEqual(census.unread, []);
  });

  it("are all found that CPython's parser finds, but for those that are explained", () => {
    const explained = read('differences.json').flatMap(({ calls }) => calls.map(call => ({ call })));
    assert.deepEqual(
      census.missed.map(keyOf).sort(),
      explained
        .filter(isLooked)
        .map(({ call }) => call)
        .sort()
    );
    for (const call of census.missed) assert.ok(call.unmentioned, keyOf(call));
  });

  it('are still found where only we found them and were right', () => {
    const own = new Set(census.own.map(keyOf));
    const isRead = ({ call }) => !census.unmentioned.has(call.replace(/:\d+ .*/, ''));
    const right = read('sample.json').calls.filter(one => one.right && isLooked(one));
    const lost = right.filter(one => isRead(one) && !own.has(one.call));
    assert.deepEqual(lost, []);
  });
});
