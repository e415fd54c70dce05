/** A line of a requirements file after continuations are joined and comments taken off. */
export interface LogicalLine {
  readonly text: string;
  /** 0-based lines of the file, and UTF-16 columns of what is not blank in the first and the last of them. */
  readonly startLine: number;
  readonly startCharacter: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** The lines that pip sees, in order; empty ones are left out. A comment ends a continued line as it does for pip. */
export function logicalLines(text: string): LogicalLine[] {
  const lines = text.replace(/^\uFEFF/, ' ').split(/\r\n|\r|\n/);
  const found: LogicalLine[] = [];
  let joined = '';
  let startLine = 0;
  lines.forEach((line, index) => {
    const bare = line.replace(/(^|\s)#.*$/, '');
    const commented = bare !== line;
    const continued = !commented && /\\$/.test(bare);
    const own = continued ? bare.slice(0, -1) : bare;
    if (joined === '') startLine = index;
    joined += own;
    if (continued && index < lines.length - 1) return;
    if (joined.trim() !== '') found.push(lineAt(lines, joined.trim(), startLine, index, own));
    joined = '';
  });
  return found;
}

function lineAt(lines: readonly string[], text: string, startLine: number, endLine: number, last: string): LogicalLine {
  const first = lines[startLine] ?? '';
  const startCharacter = first.length - first.trimStart().length;
  return { text, startLine, startCharacter, endLine, endCharacter: last.trimEnd().length };
}
