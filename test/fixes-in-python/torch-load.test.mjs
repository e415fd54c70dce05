import assert from 'node:assert/strict';
import { createEngine } from './engine.mjs';
import { assertSameOnGoodFile, assertSmallChange, assertStopsThePayload, prove } from './prove.mjs';
import { LAYOUTS, POSITIONAL_MODULE, TORCH_PROGRAMS } from './torch-programs.mjs';

/** What torch before 2.6 does by default, asked of the torch that is installed. */
const OLD_DEFAULT = { TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: '1' };
const TORCH = { torch: '2.13.0' };

const REVIEWED = [
  { fix: 'fix-add-review', given: [], versions: {}, env: OLD_DEFAULT },
  { fix: 'fix-add-review', given: ['weights_only=None'], versions: { torch: '2.4' }, env: OLD_DEFAULT },
  { fix: 'fix-change', given: ['weights_only=False'], versions: TORCH },
  { fix: 'fix-drop', given: ['pickle_module=pickle'], versions: TORCH },
  { fix: 'fix-drop', given: ['pickle_module=pickle', 'weights_only=False'], versions: TORCH },
  { fix: 'fix-drop', given: ['weights_only=None', 'pickle_module=pickle'], versions: {} }
];
/** `%time` prints the error of what it times and lets the cell go on. */
const ENDS = { 'notebook: magics': 'NameError' };
const SAFE = { fix: 'fix-add', given: [], versions: TORCH };

/** Every way to write the call with these arguments; layouts that cannot carry them are left out. */
function programs({ fix, given, versions, env }) {
  const inLayouts = Object.entries(LAYOUTS).flatMap(([name, write]) => {
    const call = write(given);
    return call === undefined ? [] : [{ name, program: TORCH_PROGRAMS['module'](call) }];
  });
  const plain = LAYOUTS['one line'](given);
  const inPlaces = Object.entries(TORCH_PROGRAMS)
    .map(([name, program]) => ({ name, program: program(plain) }))
    // Cells run a hundred times slower than plain programs; two kinds of fix are enough for them.
    .filter(({ program }) => typeof program === 'string' || fix === 'fix-change' || fix === 'fix-add');
  return [...inLayouts, ...inPlaces].map(one => ({ ...one, fix, versions, env, ends: ENDS[one.name] }));
}

describe('fixes of torch.load under torch 2.13.0', function () {
  this.timeout(600_000);
  const groups = [
    ...REVIEWED.map(programs),
    programs(SAFE),
    programs({ ...SAFE, env: OLD_DEFAULT }),
    POSITIONAL_MODULE.map(one => ({ ...one, fix: 'fix-drop', versions: TORCH }))
  ];
  let proofs;
  /** What was proven of a group, by its index above. */
  const of = group => proofs.filter(proof => groups[group].includes(proof.group));

  before(async () => {
    const engine = await createEngine();
    proofs = await prove(
      engine,
      groups.flat().map(one => ({ ...one, group: one }))
    );
    engine.dispose();
  });

  REVIEWED.forEach(({ fix, given }, group) => {
    it(`${fix} of (${given.join(', ')}): the payload runs before and is refused after`, () => {
      for (const proof of of(group)) {
        assertStopsThePayload(proof);
        assertSmallChange(proof);
      }
    });
  });

  it('fix-add, which is safe, changes no outcome on any file', () => {
    for (const proof of of(REVIEWED.length)) {
      assertSameOnGoodFile(proof);
      assertSmallChange(proof);
      const { before, after } = proof;
      assert.equal(before.payload.error?.type, proof.ends ?? 'UnpicklingError');
      assert.equal(after.payload.error?.type, before.payload.error?.type);
      assert.equal(before.payload.marker || after.payload.marker, false);
    }
  });

  it('fix-add keeps the payload out where an environment variable turns the default off', () => {
    for (const proof of of(REVIEWED.length + 1)) assertStopsThePayload(proof);
  });

  it('a third positional pickle_module goes, and what follows it stays', () => {
    for (const proof of of(REVIEWED.length + 2)) {
      assertStopsThePayload(proof);
      assertSmallChange(proof);
    }
  });
});
