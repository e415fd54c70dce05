import { equal } from 'node:assert/strict';
import { maskSettings } from './mask-values.js';

describe('settings without their values', () => {
  it('keep names, comments and empty lines, and the beginnings of values', () => {
    const text = '# ours\n\nexport KEY = abcdefghijklmnop\r\nA=\n#OLD=1234567890123456\n';
    equal(maskSettings(text), '# ours\n\nexport KEY = abcd…\r\nA=\n#OLD=1234…\n');
  });

  it('hide what goes on in the next lines, to the end of the quotes', () => {
    const key = `KEY='-----BEGIN\nMIGbMFcGCSqGSIb3\nUcwUJTGZzfYO==\n-----END'\nA=123456789012\n# it's "ours"\n`;
    equal(maskSettings(key), `KEY='-…\nMIGb…\nUcw…\n--…\nA=123…\n# it's "ours"\n`);
    equal(maskSettings(`KEY="it's\nUcwUJTGZzfYO==\n"\nB='a'\nC=`), `KEY="…\nUcw…\n…\nB=…\nC=`);
    equal(maskSettings('KEY="-----BEGIN\nsecret/secret+secret==\n"'), 'KEY="-…\nsecr…\n…');
  });
});
