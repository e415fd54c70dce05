import { YNotebook } from '@jupyter/ydoc';
import assert from 'node:assert/strict';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import type { SharedText } from '../documents/open-text.js';
import { onlyOnce } from './only-once.js';
import type { Replacement } from './text-after.js';

const BEFORE = 'load(x, weights_only=False)';
const AFTER = 'load(x, weights_only=True)';
const FIX: Replacement[] = [{ start: 21, end: 26, newText: 'True' }];

describe('the same change by several people at once', () => {
  const opened: YNotebook[] = [];
  // An open model keeps a timer.
  afterEach(() => {
    for (const model of opened.splice(0)) model.dispose();
  });

  /** A notebook of one cell, on the screens of several people; who has the lower number comes first in a merge. */
  function people(...numbers: number[]) {
    const first = YNotebook.create({ disableDocumentWideUndoRedo: true });
    first.insertCell(0, { cell_type: 'code', source: BEFORE });
    const models = [first, ...numbers.slice(1).map(() => YNotebook.create())];
    for (const { ydoc } of models.slice(1)) applyUpdate(ydoc, encodeStateAsUpdate(first.ydoc));
    for (const [index, { ydoc }] of models.entries()) ydoc.clientID = numbers[index] ?? 0;
    opened.push(...models);
    return models.map(model => {
      const cell = model.getCell(0) as unknown as SharedText;
      const person = {
        losses: 0,
        model,
        cell,
        change: (replacements = FIX) => {
          cell.transact(() => {
            for (const { start, end, newText } of replacements) cell.updateSource(start, end, newText);
          });
          onlyOnce(cell, replacements, () => person.losses++);
        }
      };
      return person;
    });
  }
  type People = ReturnType<typeof people>;

  /** Everybody hears of everything, again and again until it is quiet. */
  async function meet(all: People): Promise<void> {
    for (let round = 0; round < 3; round++) {
      for (const to of all) for (const from of all) applyUpdate(to.model.ydoc, encodeStateAsUpdate(from.model.ydoc));
      await Promise.resolve();
    }
  }
  const texts = (all: People): string[] => [...new Set(all.map(({ cell }) => cell.getSource()))];

  for (const numbers of [
    [1, 2],
    [2, 1],
    [1, 2, 3],
    [3, 1, 2],
    [3, 2, 1],
    [2, 3, 1]
  ]) {
    it(`is there once for ${numbers.join(', ')}, and stays with one of them`, async () => {
      const all = people(...numbers);
      for (const person of all) person.change();
      await meet(all);
      assert.deepEqual(texts(all), [AFTER]);
      assert.equal(all.filter(({ losses }) => losses === 0).length, 1);
    });
  }
  it('is undone by whose change it is', async () => {
    const all = people(1, 2);
    for (const person of all) person.change();
    await meet(all);
    all.find(({ losses }) => losses === 0)?.cell.undo();
    await meet(all);
    assert.deepEqual(texts(all), [BEFORE]);
  });
  it('goes along with what is typed around it meanwhile', async () => {
    const all = people(1, 2);
    for (const [index, person] of all.entries()) {
      person.change();
      person.cell.updateSource(0, 0, `# ${index}\n`);
    }
    await meet(all);
    const [text = ''] = texts(all);
    assert.equal(texts(all).length, 1);
    assert.ok(text.endsWith(`\n${AFTER}`), text);
  });
  it('is there once where it has several places', async () => {
    const all = people(1, 2);
    const lines: Replacement[] = [
      { start: 27, end: 27, newText: '  # loadlight: ignore' },
      ...FIX,
      { start: 0, end: 0, newText: 'import b\n' }
    ];
    for (const person of all) person.change(lines);
    await meet(all);
    assert.deepEqual(texts(all), [`import b\n${AFTER}  # loadlight: ignore`]);
  });
  it('leaves another change alone', async () => {
    const all = people(1, 2);
    all[0]?.change();
    all[1]?.change([{ start: 21, end: 26, newText: 'None' }]);
    await meet(all);
    assert.equal(texts(all).length, 1);
    assert.match(texts(all).join(), /weights_only=(TrueNone|NoneTrue)\)/);
  });
  it('leaves what the same person types alone', async () => {
    const [person] = people(1);
    person?.change();
    person?.cell.updateSource(25, 25, 'True');
    await Promise.resolve();
    assert.equal(person?.cell.getSource(), 'load(x, weights_only=TrueTrue)');
  });
});
