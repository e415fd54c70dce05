import assert from 'node:assert/strict';
import { withoutLongComments } from './comment-runs.js';

const LINE = '# what was tried before, and why it did not work\n';
const RUN = LINE.repeat(200);

describe('long runs of comments', () => {
  const spaces = RUN.replace(/[^\n]/g, ' ');
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['are left out, and the places of code stay', `a = 1\n${RUN}b = 2\n`, `a = 1\n${spaces}b = 2\n`],
    ['are left out at the end of a text', `a = 1\n${RUN}`, `a = 1\n${spaces}`],
    ['may be indented and have blank lines in between', `    ${LINE}\n`.repeat(200), ' '.repeat(0)],
    ['keep what is said to us', `${RUN}# loadlight: ignore\n`, `${spaces}# loadlight: ignore\n`],
    ['keep what may end a string', `${RUN}# """\n`, `${spaces}# """\n`],
    ['keep code behind a lone CR', `${RUN}# a\rb = 2\n`, `${spaces}# a\rb = 2\n`],
    ['keep the ends of lines', RUN.replaceAll('\n', '\r\n'), spaces.replaceAll('\n', '\r\n')]
  ];
  for (const [name, text, expected] of cases)
    it(name, () => {
      const left = withoutLongComments(text);
      assert.equal(left, expected === '' ? text.replace(/[^\n]/g, ' ') : expected);
    });

  it('are left alone where they are short', () => {
    const text = `a = 1\n${LINE.repeat(20)}b = 2\n`;
    assert.equal(withoutLongComments(text), text);
  });

  it('are too much where all of them may end a string', () => {
    assert.equal(withoutLongComments('# """\n'.repeat(24_000)), undefined);
  });
});
