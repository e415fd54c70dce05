/** Texts over several lines, texts in one, comments: in this order, so that none is looked for inside another. */
const TEXT_OR_COMMENT = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|#[^\n]*/g;

/** Words one after the other: no name, and no list of names. */
const PROSE = /\w\s+\w/;

/**
 * The text without comments, docstrings and other prose, which name much that the code does not use. Of a text its quotes are left;
 * offsets are not kept. What is written into a text with `{…}` is code, too.
 */
export function codeText(text: string): string {
  if (!/["'#]/.test(text)) return text;
  let code = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(TEXT_OR_COMMENT)) {
    const isComment = found.startsWith('#');
    const isDocstring = !isComment && isLong(found) && beginsLine(text, index);
    if (!isComment && !isDocstring && (!PROSE.test(found) || holdsCode(text, index))) continue;
    code += text.slice(from, index) + (isComment ? '' : quotesOf(found));
    from = index + found.length;
  }
  return from === 0 ? text : code + text.slice(from);
}

function quotesOf(found: string): string {
  const [quote = ''] = found;
  return quote.repeat(isLong(found) ? 6 : 2);
}

/** Before the quote stands an `f` or `t`. */
function holdsCode(text: string, at: number): boolean {
  return /(?:^|\W)(?:[fFtT][rR]?|[rR][fFtT])$/.test(text.slice(Math.max(0, at - 3), at));
}

function isLong(found: string): boolean {
  return found.length > 6 && (found.startsWith('"""') || found.startsWith("'''"));
}

/** Nothing but blanks, or the letter of a raw text, stands before it in its line. */
function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  if (/[rRuU]/.test(text[before] ?? '')) before--;
  while (text[before] === ' ' || text[before] === '\t') before--;
  return before < 0 || text[before] === '\n';
}
