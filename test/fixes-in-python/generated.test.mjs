import assert from 'node:assert/strict';
import { suppresses } from '@loadlight/facts/fix';
import { createEngine, findingsOf, withFix, withFixAll } from './engine.mjs';
import { generateProgram } from './generate.mjs';
import { comparisons, job, nameOf } from './prove.mjs';
import { runJobs } from './python.mjs';

const COUNT = process.env.LOADLIGHT_LONG === '1' ? 6000 : 300;
const FIRST = Number(process.env.LOADLIGHT_SEED ?? 1);
const VERSIONS = [{}, { torch: '2.4' }, { torch: '2.13.0' }];

/** The program after fix-all, and after each fix that is offered on its own. */
async function allFixed(engine, seed) {
  const program = generateProgram(seed);
  const versions = VERSIONS[seed % VERSIONS.length];
  const findings = await findingsOf(engine, program, versions);
  const pairs = [{ seed, title: 'fix all', program, fixed: await withFixAll(engine, program), findings, versions }];
  for (const fix of findings.flatMap(finding => finding.fixes)) {
    if (suppresses(fix)) continue;
    const fixed = withFix(engine, program, fix);
    if (fixed !== undefined) pairs.push({ seed, title: nameOf(fix), program, fixed, findings, versions });
  }
  return pairs;
}

describe(`fixes of ${COUNT} generated programs`, function () {
  this.timeout(1_200_000);

  it('change only what they should, keep comments, and the fixed programs print the same', async () => {
    const engine = await createEngine();
    const pairs = [];
    for (let seed = FIRST; seed < FIRST + COUNT; seed++) pairs.push(...(await allFixed(engine, seed)));
    for (const id of ['fix-add', 'fix-add-review', 'fix-change', 'fix-drop', 'fix-allow-list', 'fix all']) {
      assert.ok(pairs.filter(pair => pair.title === id).length > COUNT / 20, `hardly any ${id}`);
    }
    const jobs = pairs.flatMap(({ program, fixed }, i) => [
      job(`${i} before`, 'good', program),
      job(`${i} after`, 'good', fixed)
    ]);
    const [differences, outcomes] = await Promise.all([comparisons(pairs), runJobs(jobs)]);
    for (const [i, { seed, title, program, fixed, findings, versions }] of pairs.entries()) {
      const about = `seed ${seed}, ${title}\n---- before ----\n${program}\n---- after ----\n${fixed}\n----`;
      const before = outcomes.get(`${i} before`);
      const after = outcomes.get(`${i} after`);
      assert.equal(before.error, null, `the generator made a program that does not run: ${about}`);
      assert.deepEqual([after.error, after.out], [null, before.out], about);
      assert.deepEqual(differences[i], [], about);
      const left = await findingsOf(engine, fixed, versions);
      assert.ok(left.length <= findings.length, `more is found: ${about}`);
    }
    engine.dispose();
  });
});
