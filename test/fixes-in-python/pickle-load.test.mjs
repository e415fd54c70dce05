import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertSmallChange, assertStopsThePayload, prove, show } from './prove.mjs';
import { PICKLE_PROGRAMS } from './pickle-programs.mjs';

/** `%%time` prints the error of what it times. */
const ENDS = { 'notebook: from-import and magics': 'NameError' };

describe('fixes of pickle.load in CPython', function () {
  this.timeout(600_000);
  let proofs;

  before(async () => {
    const engine = await createEngine();
    const programs = Object.entries(PICKLE_PROGRAMS).map(([name, program]) => ({ name, program, ends: ENDS[name] }));
    proofs = await prove(
      engine,
      programs.map(one => ({ ...one, fix: 'fix-allow-list', versions: {} }))
    );
    engine.dispose();
  });

  for (const name of Object.keys(PICKLE_PROGRAMS)) {
    it(`fix-allow-list, ${name}: the payload runs before and is refused after`, () => {
      const proof = proofs.find(one => one.name === name);
      assertStopsThePayload(proof);
      assertSmallChange(proof);
    });
  }

  it('the class is written once', () => {
    for (const { name, fixed } of proofs) {
      assert.equal(show(fixed).split('class AllowListUnpickler').length, 2, `${name}:\n${show(fixed)}`);
    }
  });
});
