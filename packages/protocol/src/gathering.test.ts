import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Gathering, GATHERING_MS } from './gathering.js';

describe('Gathering', () => {
  const handed: (readonly string[])[] = [];
  let gathering: Gathering<string>;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    handed.length = 0;
    gathering = new Gathering(changed => handed.push(changed));
  });
  afterEach(() => {
    mock.timers.reset();
  });

  it('hands on what changed together, each once', () => {
    for (const cell of ['a', 'b', 'a']) gathering.add(cell);
    assert.deepEqual(handed, []);
    mock.timers.tick(GATHERING_MS);
    assert.deepEqual(handed, [['a', 'b']]);
  });

  it('waits from the first change on, however many come after it', () => {
    gathering.add('a');
    mock.timers.tick(GATHERING_MS - 1);
    gathering.add('b');
    mock.timers.tick(1);
    gathering.add('c');
    assert.deepEqual(handed, [['a', 'b']]);
    mock.timers.tick(GATHERING_MS);
    assert.deepEqual(handed, [['a', 'b'], ['c']]);
  });

  it('forgets what waits when it ends', () => {
    gathering.add('a');
    gathering.dispose();
    mock.timers.tick(GATHERING_MS);
    assert.deepEqual(handed, []);
  });
});
