import assert from 'node:assert/strict';
import { createEngine } from '../fixes-in-python/engine.mjs';
import { bareParser, classScenario, editScenarios, timeEdits, timeFixes, timeOpening } from './scenarios.mjs';
import { notebookCells } from './documents.mjs';

// Wide bounds, in bare parses of the whole document on this machine: only an order of magnitude fails.
const OPENING = 15;
const EDIT = 2;
const CLASS_EDIT = 5;

describe('the time that an analysis takes', function () {
  this.timeout(60_000);
  let engine;
  let whole;

  before(async () => {
    engine = await createEngine();
    whole = await timeOpening(engine, await bareParser(), notebookCells(300), 5);
  });
  after(() => engine.dispose());

  it(`is less than ${OPENING} bare parses when a notebook of 300 cells opens`, () => {
    assert.ok(whole.engine.median < OPENING * whole.bare.median, JSON.stringify(whole));
  });

  for (const scenario of editScenarios({ lines: [3000] }).filter(({ program }) => Array.isArray(program))) {
    it(`is less than ${EDIT} bare parses of the notebook after an edit: ${scenario.name}`, async () => {
      const edit = await timeEdits(engine, await bareParser(), scenario, 20);
      assert.ok(edit.engine.median < EDIT * whole.bare.median, JSON.stringify({ edit, whole: whole.bare }));
    });
  }

  it('is less than 15 bare incremental parses after an edit in a file of 3000 lines', async () => {
    for (const scenario of editScenarios({ lines: [3000] }).filter(({ program }) => !Array.isArray(program))) {
      const { engine: own, bare } = await timeEdits(engine, await bareParser(), scenario, 10);
      assert.ok(own.median < 15 * bare.median, JSON.stringify({ own, bare }));
    }
  });

  it('is more than the fixes of one line of a file of 3000 lines take', async () => {
    const [scenario] = editScenarios({ cells: 3, lines: [3000] }).filter(({ program }) => !Array.isArray(program));
    const { engine: offered, bare: analysed } = await timeFixes(engine, scenario, 20);
    assert.ok(offered.median < analysed.median, JSON.stringify({ offered, analysed }));
  });

  it(`is less than ${CLASS_EDIT} bare parses of the notebook after an edit in a class of 3000 lines`, async () => {
    const edit = await timeEdits(engine, await bareParser(), classScenario(3000), 10);
    assert.ok(edit.engine.median < CLASS_EDIT * whole.bare.median, JSON.stringify({ edit, whole: whole.bare }));
  });
});
