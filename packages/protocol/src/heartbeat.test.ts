import assert from 'node:assert/strict';
import { Heartbeat } from './heartbeat.js';

/** A world whose time moves only when told, with a server that answers when told. */
class World {
  time = 0;
  wanted = true;
  hung = 0;
  pings = 0;
  private answers: (() => void)[] = [];
  private timers = new Map<() => void, number>();

  readonly heartbeat = new Heartbeat({
    ping: () => {
      this.pings++;
      return new Promise<void>(resolve => this.answers.push(resolve));
    },
    wanted: () => this.wanted,
    hung: () => this.hung++,
    now: () => this.time,
    later: (call, milliseconds) => {
      this.timers.set(call, this.time + milliseconds);
      return () => this.timers.delete(call);
    }
  });

  pass(seconds: number): void {
    this.time += seconds * 1000;
    for (const [call, due] of [...this.timers]) {
      if (due <= this.time && this.timers.delete(call)) call();
    }
  }

  async answer(): Promise<void> {
    for (const resolve of this.answers.splice(0)) resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('a heartbeat', () => {
  it('asks every five seconds while it is answered', async () => {
    const world = new World();
    for (let beat = 1; beat <= 3; beat++) {
      world.pass(5);
      assert.equal(world.pings, beat);
      await world.answer();
    }
    assert.equal(world.hung, 0);
  });

  it('says that the server hangs when no answer comes in five seconds, once', () => {
    const world = new World();
    world.pass(5);
    world.pass(4);
    assert.equal(world.hung, 0);
    world.pass(1);
    world.pass(60);
    assert.equal(world.hung, 1);
  });

  it('leaves a server alone that has nothing to do', () => {
    const world = new World();
    world.wanted = false;
    world.pass(5);
    assert.equal(world.pings, 0);
    world.wanted = true;
    world.pass(5);
    assert.equal(world.pings, 1);
  });

  it('asks again after the machine slept', async () => {
    const world = new World();
    world.pass(5);
    world.pass(3600);
    assert.equal(world.hung, 0);
    assert.equal(world.pings, 2);
    await world.answer();
    world.pass(5);
    assert.equal(world.pings, 3);
  });

  it('is still after it is disposed', () => {
    const world = new World();
    world.pass(5);
    world.heartbeat.dispose();
    world.pass(60);
    assert.equal(world.hung, 0);
    assert.equal(world.pings, 1);
  });
});
