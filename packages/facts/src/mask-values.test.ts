import { equal } from 'node:assert/strict';
import { maskSettings } from './mask-values.js';

describe('settings without their values', () => {
  it('keep names, comments and empty lines, and the beginnings of values', () => {
    const text = '# ours\n\nexport KEY = abcdefghijklmnop\r\nA=\n#OLD=1234567890123456\n';
    equal(maskSettings(text), '# ours\n\nexport KEY = abcd…\r\nA=\n#OLD=1234…\n');
  });

  it('hide what goes on in the next line', () => {
    equal(maskSettings('KEY="-----BEGIN\nsecret/secret+secret==\n"'), 'KEY="-…\nsecr…\n…');
  });
});
