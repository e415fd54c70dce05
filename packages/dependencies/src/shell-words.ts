const WORD = /"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:\\.|[^\s"'\\;&|])+)|(&&|\|\|?|[;&\n])|\s+|[\\"']/gy;

/**
 * The commands of a shell text, each as its words without quotes: split at line ends that nothing continues, at `;`, `&&`,
 * `||` and `|`. Variables and substitutions stay as they are written.
 */
export function shellCommands(text: string): string[][] {
  const commands: string[][] = [[]];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
  };
  const joined = text
    .replace(/\\\r?\n/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/(^|[ \t\n])#[^\n]*/g, '$1');
  for (const [whole, double, single, bare, separator] of joined.matchAll(WORD)) {
    const piece = double?.replace(/\\(.)/g, '$1') ?? single ?? bare?.replace(/\\(.)/g, '$1');
    if (piece !== undefined) word = (word ?? '') + piece;
    else {
      endWord();
      if (separator !== undefined || whole.includes('\n')) commands.push([]);
    }
  }
  endWord();
  return commands.filter(words => words.length > 0);
}
