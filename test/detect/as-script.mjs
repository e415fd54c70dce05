/** Magics of a whole cell under which it stays Python. */
const PYTHON_CELL = /^%%(?:time|timeit|capture|prun|debug|python3?)\b/;

/**
 * The code cells as one Python file, line under line, and where each cell begins in it. Magics and shell lines become `pass`, and the lines of
 * a cell in another language comments.
 */
export function asScript(cells) {
  const begins = [];
  const lines = [];
  for (const cell of cells) {
    begins.push(lines.length);
    const isOther = cell.startsWith('%%') && !PYTHON_CELL.test(cell);
    for (const line of cell.split('\n')) lines.push(isOther ? `# ${line}` : line.replace(/^(\s*)[%!].*/, '$1pass'));
  }
  return { text: `${lines.join('\n')}\n`, begins };
}

/** Cell and line of a line of that file, all from 0. */
export function inCell(begins, line) {
  const cell = begins.findLastIndex(begin => begin <= line);
  return { cell, line: line - begins[cell] };
}
