import { equal } from 'node:assert/strict';
import { codeSpan, escapeMarkdown } from './markdown.js';

describe('Markdown', () => {
  it('shows a text as it is, whatever stands in it', () => {
    equal(escapeMarkdown('a*b*_c_ [x](y) `d`'), 'a\\*b\\*\\_c\\_ \\[x\\]\\(y\\) \\`d\\`');
    equal(escapeMarkdown('<img src=x>&amp;'), '&lt;img src=x&gt;&amp;amp;');
    equal(escapeMarkdown('one\n\n# two'), 'one \\# two');
  });

  it('writes code with back-quotes in it', () => {
    equal(codeSpan('torch.load(…)'), '`torch.load(…)`');
    equal(codeSpan('a `` b'), '``` a `` b ```');
    equal(codeSpan('<b>\n</b>'), '`<b> </b>`');
  });
});
