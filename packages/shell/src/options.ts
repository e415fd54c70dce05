/** Which options of a program take a value; every other one is a switch. */
export interface OptionTable {
  /** Letters: `oP` for `-o x` and `-P x`. */
  readonly short: string;
  /** `output-document`: with two dashes (or one), `--name x` and `--name=x` alike. */
  readonly long: readonly string[];
}

/** A program's arguments told apart. */
export interface Options {
  /** Values by option, `-o` or `--output`, in the order given; a switch has the empty text. */
  readonly given: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Reads arguments as `getopt_long` does: `-xzf a`, `-fa`, `--file=a`, `--file a`, and `--` before operands. */
export function readOptions(words: readonly string[], table: OptionTable): Options {
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  const add = (name: string, value: string): void => {
    given.set(name, [...(given.get(name) ?? []), value]);
  };
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '--') {
      operands.push(...words.slice(i + 1));
      break;
    }
    const long = /^--?([A-Za-z][\w-]+)(?:=([\s\S]*))?$/.exec(word);
    const name = long?.[1] ?? '';
    if (word.startsWith('--') || table.long.includes(name)) {
      const takes = table.long.includes(name) && long?.[2] === undefined;
      add(`--${name}`, takes ? (words[++i] ?? '') : (long?.[2] ?? ''));
    } else if (/^-[^-]/.test(word)) {
      for (let at = 1; at < word.length; at++) {
        const letter = word[at] ?? '';
        if (!table.short.includes(letter)) {
          add(`-${letter}`, '');
          continue;
        }
        const rest = word.slice(at + 1);
        add(`-${letter}`, rest === '' ? (words[++i] ?? '') : rest);
        break;
      }
    } else operands.push(word);
  }
  return { given, operands };
}

/** The last value of the first of these options that is given. */
export function lastOf(options: Options, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = options.given.get(name)?.at(-1);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function hasAny(options: Options, ...names: readonly string[]): boolean {
  return names.some(name => options.given.has(name));
}
