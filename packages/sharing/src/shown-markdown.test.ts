import { equal } from 'node:assert/strict';
import { withoutCode } from './shown-markdown.js';

describe('Markdown without its code', () => {
  it('blanks spans, fences and indented lines, and nothing beside', () => {
    equal(withoutCode('a `<b>` c ``x`y`` d'), 'a       c         d');
    equal(withoutCode('a\n```html\n<b>\n```\n<i>'), 'a\n       \n   \n   \n<i>');
    equal(withoutCode('a\n\n    <b>\n    <i>\n\n<u>'), 'a\n\n       \n       \n\n<u>');
    equal(withoutCode('- a\n    <b>'), '- a\n    <b>');
  });

  it('takes an open fence to the end, and an open span for text', () => {
    equal(withoutCode('~~~\n<b>\n'), '   \n   \n');
    equal(withoutCode('a ` <b>'), 'a ` <b>');
  });

  it('is quick over long texts', () => {
    const started = process.cpuUsage().user;
    withoutCode('`'.repeat(200_000));
    withoutCode('``` '.repeat(50_000));
    withoutCode('` '.repeat(100_000));
    const seconds = process.cpuUsage({ user: started, system: 0 }).user / 1_000_000;
    equal(seconds < 4, true, `${seconds} s`);
  });
});
