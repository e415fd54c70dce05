import assert from 'node:assert/strict';
import { flowing, harmlessFlows } from './flows.mjs';
import { judge } from './judge.mjs';
import { positives } from './positives.mjs';
import { loadlight } from './tools.mjs';
import { traps } from './traps.mjs';

describe('the labelled set of credentials', function () {
  this.timeout(60_000);

  it('is found, and what looks alike is left alone', async () => {
    const seed = 3;
    const credentials = [...positives(seed), ...flowing(seed)];
    const { missed, alarmed, recall, precision } = await judge(loadlight.flagged, credentials, [
      ...traps(seed),
      ...harmlessFlows(seed)
    ]);
    const wrong = [...missed, ...alarmed].map(({ what }) => what).join('\n');
    assert.ok(recall >= 0.98 && precision >= 0.98, `recall ${recall}, precision ${precision}\n${wrong}`);
  });
});
