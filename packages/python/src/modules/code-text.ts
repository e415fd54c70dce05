/** Texts over several lines, texts in one, comments: in this order, so that none is looked for inside another. */
const TEXT_OR_COMMENT = /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'|#[^\n]*/g;

/**
 * The text without comments and without docstrings, which name much that the code does not use. Of a docstring its quotes are left;
 * offsets are not kept.
 */
export function codeText(text: string): string {
  if (!text.includes('#') && !text.includes('"""') && !text.includes("'''")) return text;
  let code = '';
  let from = 0;
  for (const { 0: found, index } of text.matchAll(TEXT_OR_COMMENT)) {
    const isComment = found.startsWith('#');
    if (!isComment && !(isLong(found) && beginsLine(text, index))) continue;
    code += text.slice(from, index) + (isComment ? '' : found.slice(0, 3).repeat(2));
    from = index + found.length;
  }
  return from === 0 ? text : code + text.slice(from);
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
