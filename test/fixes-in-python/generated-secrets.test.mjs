import assert from 'node:assert/strict';
import { suppresses } from '@loadlight/facts/fix';
import { credentialPrograms } from '@loadlight/engine/testing/credential-programs';
import { createEngine, findingsOf, withFix } from './engine.mjs';
import { job, nameOf, show } from './prove.mjs';
import { runJobs } from './python.mjs';

const COUNT = process.env.LOADLIGHT_LONG === '1' ? 1500 : 50;
const FIRST = Number(process.env.LOADLIGHT_SEED ?? 1);
/** What was printed, without what `%env` says, and however a shell ends its lines in a cell that has those of Windows. */
const printed = ({ out }) =>
  out
    .replace(/^env: .*\n?/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Compiles the program without running it: it asks, or reads what the hub's library keeps. */
const COMPILE =
  'from IPython.core.inputtransformer2 import TransformerManager\nplain = TransformerManager().transform_cell\n';
const compiling = program => {
  const cells = typeof program === 'string' ? [program] : program;
  const plain = text => (typeof program === 'string' ? text : `plain(${text})`);
  return COMPILE + cells.map(cell => `compile(${plain(JSON.stringify(cell))}, "cell", "exec")\n`).join('');
};

/** Each fix of a credential that is offered, done alone: `{program, fixed, env}`, `env` with the variable that it reads. */
async function fixesOf(engine, { cells, isFile, values }) {
  const program = isFile ? cells[0] : cells;
  const made = new Map();
  for (const { fixes } of await findingsOf(engine, program)) {
    for (const fix of fixes) {
      const reading = fix.intents.find(({ kind }) => kind === 'readSecret');
      if (suppresses(fix) || !reading) continue;
      const fixed = withFix(engine, program, fix);
      assert.ok(fixed, `the engine refuses its own fix ${nameOf(fix)} in\n${show(program)}`);
      const value = values.find(one => count(show(program), one) > count(show(fixed), one));
      made.set(show(fixed), { name: nameOf(fix), program, fixed, env: { [reading.variable]: value } });
    }
  }
  return [...made.values()];
}

const count = (text, value) => text.split(value).length;

describe(`fixes of credentials in ${COUNT} generated programs`, function () {
  this.timeout(1_200_000);

  it('compile, and with the variable set the fixed programs print the same', async () => {
    const engine = await createEngine();
    const programs = credentialPrograms(FIRST, COUNT);
    const pairs = [];
    for (const program of programs) pairs.push(...(await fixesOf(engine, program)));
    engine.dispose();
    for (const id of ['fix-environment', 'fix-prompt', 'fix-hub-token'])
      assert.ok(pairs.filter(({ name }) => name === id).length >= COUNT / 25, `hardly any ${id}`);
    const jobs = pairs.flatMap(({ name, program, fixed, env }, i) =>
      name === 'fix-environment'
        ? [job(`${i} before`, 'good', program), job(`${i} after`, 'good', fixed, env)]
        : [job(`${i} compiled`, 'good', compiling(fixed))]
    );
    const outcomes = await runJobs(jobs);
    for (const [i, { name, program, fixed }] of pairs.entries()) {
      const about = `${name}\n---- before ----\n${show(program)}\n---- after ----\n${show(fixed)}\n----`;
      const compiled = outcomes.get(`${i} compiled`);
      if (compiled) assert.equal(compiled.error, null, `${JSON.stringify(compiled)} ${about}`);
      else {
        const [before, after] = ['before', 'after'].map(when => outcomes.get(`${i} ${when}`));
        assert.equal(
          before.error,
          null,
          `the generator made a program that does not run: ${JSON.stringify(before)} ${about}`
        );
        assert.deepEqual([after.error, printed(after)], [null, printed(before)], about);
      }
    }
  });
});
