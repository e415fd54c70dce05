/** Line magics that run the Python statement they are given, each with the options that take a value. */
const STATEMENT_MAGICS: ReadonlyMap<string, string> = new Map([
  ['time', ''],
  ['timeit', 'nrp'],
  ['prun', 'lsTD'],
  ['memit', 'rti'],
  ['mprun', 'fT'],
  ['lprun', 'fmDTsu'],
  ['snakeviz', 'f'],
  ['heat', 'o'],
  ['pyinstrument', ''],
  ['debug', 'b'],
  ['px', 't']
]);

/**
 * Where the statement begins in what follows the name of a line magic; undefined where that magic runs no Python or is
 * given none.
 */
export function statementOffset(name: string, rest: string): number | undefined {
  const valued = STATEMENT_MAGICS.get(name);
  if (valued === undefined) return undefined;
  let offset = skipSpace(rest, 0);
  for (;;) {
    const option = /^(--?)([A-Za-z][\w-]*)(\S*)/.exec(rest.slice(offset));
    if (!option) break;
    const [whole, dashes, letters = '', more] = option;
    offset = skipSpace(rest, offset + whole.length);
    const takesNext = dashes === '-' && letters.length === 1 && more === '' && valued.includes(letters);
    if (takesNext) offset = skipSpace(rest, offset + (/^\S*/.exec(rest.slice(offset))?.[0].length ?? 0));
  }
  return offset < rest.length && rest[offset] !== '#' ? offset : undefined;
}

function skipSpace(text: string, from: number): number {
  let offset = from;
  while (text[offset] === ' ' || text[offset] === '\t') offset++;
  return offset;
}

const COMMANDS_WITH_VERBS =
  /^(pip3?|conda|mamba|micromamba|uv|git|poetry|npm|docker|gsutil|gcloud|kaggle|apt|apt-get|brew|huggingface-cli|hf|nvidia-smi)[ \t]+(?:-{1,2}[A-Za-z]|[a-z][\w-]*)/;

// `ls -x` is a command, `ls - x` a subtraction.
const COMMANDS_WITH_PATHS =
  /^(cd|ls|ll|cat|cp|mv|rm|mkdir|rmdir|less|more|man|echo|wget|curl|unzip|tar|run|load_ext|reload_ext|matplotlib|env|who|whos|pinfo|pdoc|timeit|time)[ \t]+(?=[\w~"'$]|-{1,2}[A-Za-z]|\.{0,2}\/\w|\.\.?(?:\s|$))/;

/** Words after which `name word` would be an expression or a statement of Python. */
const PYTHON_GOES_ON = /^(in|is|and|or|not|if|else|for|as)\b/;

/**
 * The command's name where the line is a bare command that IPython takes for a magic (`pip install x`, `cd data`), and no
 * Python could read the same way.
 */
export function automagicName(line: string): string | undefined {
  const found = COMMANDS_WITH_VERBS.exec(line) ?? COMMANDS_WITH_PATHS.exec(line);
  const name = found?.[1];
  if (name === undefined) return undefined;
  const rest = line.slice(name.length).trimStart();
  return PYTHON_GOES_ON.test(rest) ? undefined : name;
}
