import assert from 'node:assert/strict';
import { say } from '@loadlight/facts/message';
import { Translation } from './translation.js';

const ENGLISH = {
  runs: '`{call}` runs what {file} carries',
  'the-file': 'the file',
  cells: '{cells, plural, one {# cell} other {# cells}}'
};
const runs = say(ENGLISH, 'runs', { call: 'torch.load', file: say(ENGLISH, 'the-file') });

describe('a translation', () => {
  it('says messages, and those within them, in its own words and order', () => {
    const german = new Translation('de', { runs: 'Was {file} enthält, führt `{call}` aus', 'the-file': 'die Datei' });
    assert.equal(german.of(runs), 'Was die Datei enthält, führt `torch.load` aus');
    assert.equal(german.of('ckpt.pt'), 'ckpt.pt');
  });

  it('counts as its language does', () => {
    const polish = new Translation('pl', {
      cells: '{cells, plural, one {# komórka} few {# komórki} other {# komórek}}'
    });
    assert.equal(polish.of(say(ENGLISH, 'cells', { cells: 4 })), '4 komórki');
  });

  it('is English where it has no words, or asks for what is not there', () => {
    assert.equal(new Translation('de', {}).of(runs), '`torch.load` runs what the file carries');
    assert.equal(new Translation('de', { runs: '{nothing}' }).of(runs), '`torch.load` runs what the file carries');
    assert.equal(new Translation('de', { runs: 7 as never }).of(runs), '`torch.load` runs what the file carries');
  });
});
