const TOKEN = /#.*|("""|''')[\s\S]*?(?:\1|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[()[\]{}]|\\\n|\n/g;

/** For each line the first line of its statement: lines belong together within brackets and long strings, and behind a backslash. */
export function statementStarts(text) {
  const starts = [0];
  let depth = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth = Math.max(0, depth - 1);
    else if (token === '\n') starts.push(depth > 0 ? starts.at(-1) : starts.length);
    else for (let i = token.split('\n').length - 1; i > 0; i -= 1) starts.push(starts.at(-1));
  }
  return starts;
}
