import assert from 'node:assert/strict';
import { withAnswer } from '@loadlight/facts/asked';
import { askPython, runJobs } from './python.mjs';
import { findingsOf, withFix } from './engine.mjs';

/** The fixes, by rule and name, that some proof of this process was about. */
export const PROVEN = new Set();

/** Files that run code when loaded did so: the marker stands beside them. */
const RAN = { marker: true };

/**
 * Applies each program's fix and runs everything that the proofs need, in one Python process for each environment.
 *
 * A program is `{name, program, fix, versions, answer, env}`: its text or cells, the id of the fix's title (with its rule, or of
 * whichever has it first), the versions that the settings name, what the user types where the fix asks, and what is added to the
 * environment of the process. Gives each with the `fixed` program, what was
 * found before and is `left` after, the outcomes `{good, payload}` of `before` and `after`, and the `differences`.
 */
export async function prove(engine, programs) {
  const proofs = [];
  for (const one of programs) {
    const { findings, fixed } = await applied(engine, one);
    const left = await findingsOf(engine, fixed, one.versions);
    proofs.push({ ...one, findings, fixed, left });
  }
  const jobs = (proof, i) =>
    Object.entries({ before: proof.program, after: proof.fixed }).flatMap(([when, text]) =>
      ['good', 'payload'].map(folder => job(`${i} ${when} ${folder}`, folder, text))
    );
  const environments = new Map(programs.map(({ env }) => [JSON.stringify(env), env]));
  const runs = [...environments].map(([key, env]) =>
    runJobs(
      proofs.flatMap((proof, i) => (JSON.stringify(proof.env) === key ? jobs(proof, i) : [])),
      env
    )
  );
  const [differences, ...outcomes] = await Promise.all([comparisons(proofs), ...runs]);
  const all = new Map(outcomes.flatMap(some => [...some]));
  return proofs.map((proof, i) => {
    const when = time => ({ good: all.get(`${i} ${time} good`), payload: all.get(`${i} ${time} payload`) });
    return { ...proof, before: when('before'), after: when('after'), differences: differences[i] };
  });
}

/** Programs by the fix that mends them and, behind a blank, how they end then; each with a name of its own. */
export function programsOf(byFix) {
  return Object.entries(byFix).flatMap(([key, programs]) => {
    const [fix, ends] = key.split(' ');
    return Object.entries(programs).map(([name, program]) => ({ name: `${fix}, ${name}`, program, fix, ends }));
  });
}

/** One run of a program in the folder `good` or `payload`. */
export function job(id, folder, program, env = {}) {
  return { id, folder, env, ...(typeof program === 'string' ? { source: program } : { cells: program }) };
}

/** What a fix is called, whichever rule offers it. */
export const nameOf = ({ title }) => title.id.replace(/^LL\d+\./, '');

/** The program with every fix of that name done, one after the other, as a user would click them. */
export async function applied(engine, { name, program, fix, versions, answer }) {
  const findings = await findingsOf(engine, program, versions);
  const wanted = found =>
    found.flatMap(finding => finding.fixes).find(one => nameOf(one) === fix || one.title.id === fix);
  let fixed = program;
  let rounds = 0;
  for (let next = wanted(findings); next; next = wanted(await findingsOf(engine, fixed, versions))) {
    const edited = withFix(engine, fixed, answer === undefined ? next : (withAnswer(next, answer) ?? next));
    PROVEN.add(next.title.id);
    assert.ok(edited, `${name}: the engine refuses its own fix in\n${show(fixed)}`);
    assert.ok(++rounds < 9, `${name}: the fix is offered again and again in\n${show(fixed)}`);
    fixed = edited;
  }
  assert.ok(
    rounds > 0,
    `${name}: no fix ${fix} among ${JSON.stringify(findings.map(f => [f.message.text, ...f.fixes.map(nameOf)]))}`
  );
  return { findings, fixed };
}

/** What `compare.py` says of each pair: an empty list where only the calls' arguments and the imports differ. */
export function comparisons(proofs, lostComments = false) {
  return askPython(
    'compare.py',
    [],
    proofs.map(({ program, fixed }) => ({ before: program, after: fixed, lostComments }))
  );
}

/** The payload ran before the fix and not after it; on a good file nothing changed. */
export function assertStopsThePayload(proof) {
  const { before, after } = proof;
  assertSameOnGoodFile(proof);
  assert.deepEqual({ marker: before.payload.marker }, RAN, say(proof, 'the payload did not run before the fix'));
  assert.equal(after.payload.marker, false, say(proof, 'the payload still runs after the fix'));
  assert.equal(
    after.payload.error?.type,
    proof.ends ?? 'UnpicklingError',
    say(proof, `loading ended with ${JSON.stringify(after.payload)}`)
  );
}

export function assertSameOnGoodFile(proof) {
  const { before, after } = proof;
  assert.equal(before.good.error, null, say(proof, 'it does not run on the good file before the fix'));
  assert.notEqual(before.good.out, '', say(proof, 'it prints nothing, so nothing is compared'));
  assert.deepEqual(
    { ...after.good, id: '' },
    { ...before.good, id: '' },
    say(proof, 'the result changed on the good file')
  );
}

/** Only arguments and imports changed, comments stayed, and nothing new is found in the fixed program. */
export function assertSmallChange(proof) {
  assert.deepEqual(proof.differences, [], say(proof, 'it changed more than it should'));
  const count = findings => findings.filter(f => f.severity !== 'information').length;
  const rules = new Set(proof.findings.map(f => f.rule));
  for (const { rule, message } of proof.left) assert.ok(rules.has(rule), say(proof, `new: ${rule} ${message.text}`));
  assert.ok(count(proof.left) <= count(proof.findings), say(proof, 'more is found than before'));
}

export function show(program) {
  return typeof program === 'string' ? program : program.join('\n# ---- next cell ----\n');
}

function say({ name, program, fixed }, what) {
  return `${name}: ${what}\n---- before ----\n${show(program)}\n---- after ----\n${show(fixed)}\n----`;
}
