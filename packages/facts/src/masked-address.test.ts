import { equal } from 'node:assert/strict';
import { maskedAddress } from './masked-address.js';
import { say } from './message.js';

describe('credentials in addresses', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['https://ml:hunter22@files.acme.io/m.pt', 'https://ml:hu…@files.acme.io/m.pt'],
    ['https://:hunter22@files.acme.io/m.pt', 'https://:hu…@files.acme.io/m.pt'],
    ['requests.get("https://ml:hunter…', 'requests.get("https://ml:h……'],
    ['https://files.acme.io/m.pt?access_token=abcdefgh&v=2', 'https://files.acme.io/m.pt?access_token=ab…&v=2'],
    ['https://files.acme.io:8080/m@2.pt?v=2', 'https://files.acme.io:8080/m@2.pt?v=2'],
    ['http://files.acme.io:8080…', 'http://files.acme.io:8080…'],
    ['a:b@c, not an address', 'a:b@c, not an address']
  ];
  for (const [text, shown] of cases) {
    it(`are masked in ${text}`, () => {
      equal(maskedAddress(text), shown);
      const { args, text: said } = say({ from: 'It comes from {url}.' }, 'from', { url: text });
      equal(said, `It comes from ${shown}.`);
      equal(args['url'], shown);
    });
  }

  it('take no long time in a megabyte of one', () => {
    for (const piece of ['://a:b', '://', '?token=', '&key=aaaaaa', ':b']) {
      const start = process.cpuUsage().user;
      maskedAddress(`://${piece.repeat(1_000_000 / piece.length)}`);
      const seconds = (process.cpuUsage().user - start) / 1e6;
      equal(seconds < 3, true, `${piece}: ${seconds} s`);
    }
  });
});
