import { equal } from 'node:assert/strict';
import { mayTakeKey, mayTakePassword } from './credential-words.js';

describe('words of places for credentials', () => {
  const cases: readonly (readonly [string, boolean, boolean])[] = [
    ['client(api_key=k)', true, false],
    ['headers["Authorization"] = k', true, false],
    ['def connect(host, password):', false, true],
    ['connect(**settings)', true, false],
    ['server = smtplib.SMTP(host)', false, true],
    ['wandb.login(k)', true, false],
    ['model = resnet18(pretrained=True)', false, false]
  ];
  for (const [code, isKey, isPassword] of cases)
    it(`are told in ${code}`, () => {
      equal(mayTakeKey(code), isKey);
      equal(mayTakePassword(code), isPassword);
    });

  it('are looked for in a megabyte of one line in no time', () => {
    for (const piece of ['key', 'auth', 'passw', 'token" ', 'pw ', 'a']) {
      const text = piece.repeat(1_000_000 / piece.length);
      const start = process.cpuUsage().user;
      mayTakeKey(text);
      mayTakePassword(text);
      equal(process.cpuUsage().user - start < 3e6, true, piece);
    }
  });
});
