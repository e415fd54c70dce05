import { UNKNOWN, type Value } from '@loadlight/facts/value';
import type { Command, Word } from '@loadlight/shell/command';
import { effectsOf, type Surroundings } from '@loadlight/shell/effects-of';
import { readScript } from '@loadlight/shell/read-script';
import type { BoundArguments } from '../bind-arguments.js';
import type { FilePoint } from './file-event.js';
import { flowOfShell, shellText, type ShellFlow } from './shell-flow.js';

/** Functions that run a command line, or with a list of words one program. */
const RUNNERS =
  /^(os\.(system|popen)|subprocess\.(run|call|check_call|check_output|Popen|getoutput|getstatusoutput)|get_ipython\(\)\.(system|getoutput))$/;
const MAGIC_RUNNERS = /^get_ipython\(\)\.run_(?:line|cell)_magic$/;
const NOTHING: Surroundings = { variable: () => undefined, python: () => undefined };

/** False promises that no function of that qualified name runs a command. */
export function runsCommand(name: string): boolean {
  return RUNNERS.test(name) || MAGIC_RUNNERS.test(name);
}

/** What a call that runs a command does to files; undefined where the name is no such call's. */
export function shellCall(
  name: string,
  point: FilePoint,
  conditional: boolean,
  bind: (parameters: readonly string[]) => BoundArguments
): ShellFlow | undefined {
  if (MAGIC_RUNNERS.test(name)) return magicCall(name, point, conditional, bind);
  if (!RUNNERS.test(name)) return undefined;
  const { byName } = bind(['args']);
  const command = byName.get('args') ?? byName.get('command') ?? byName.get('cmd');
  const script = command && scriptOf(command.value);
  return flowOf(script, point, conditional, byName.get('cwd')?.value);
}

/**
 * The command line that a call of that name installs packages with, with `{}` for what is not known; undefined where it
 * installs nothing.
 */
export function installLine(name: string, bind: (parameters: readonly string[]) => BoundArguments): string | undefined {
  const line =
    name === 'get_ipython().run_line_magic' ? lineOfMagic(bind) : RUNNERS.test(name) ? lineOf(bind) : undefined;
  return line !== undefined && /\b(?:install|add)\b/.test(line) ? line.replaceAll('…', '{}') : undefined;
}

function lineOf(bind: (parameters: readonly string[]) => BoundArguments): string | undefined {
  const { byName } = bind(['args']);
  const value = (byName.get('args') ?? byName.get('command') ?? byName.get('cmd'))?.value;
  if (value?.kind !== 'list') return value && shellText(value);
  return value.items
    .map(item => shellText(item) ?? '…')
    .map(quoted)
    .join(' ');
}

function lineOfMagic(bind: (parameters: readonly string[]) => BoundArguments): string | undefined {
  const { byName } = bind(['magic_name', 'line']);
  const magic = shellText(byName.get('magic_name')?.value ?? UNKNOWN) ?? '';
  const line = shellText(byName.get('line')?.value ?? UNKNOWN);
  if (line === undefined) return undefined;
  return /^(sx|system|!)$/.test(magic)
    ? line
    : /^(pip|conda|mamba|micromamba|uv)$/.test(magic)
      ? `${magic} ${line}`
      : undefined;
}

/** One word to a shell. */
function quoted(word: string): string {
  return /^[\w./:=@…-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** `get_ipython().run_line_magic("cd", "data")`: the few magics that matter for files. */
function magicCall(
  name: string,
  point: FilePoint,
  conditional: boolean,
  bind: (parameters: readonly string[]) => BoundArguments
): ShellFlow | undefined {
  const isCell = name.endsWith('cell_magic');
  const { byName } = bind(isCell ? ['magic_name', 'line', 'cell'] : ['magic_name', 'line']);
  const magic = byName.get('magic_name')?.value;
  const body = byName.get(isCell ? 'cell' : 'line')?.value;
  if (magic?.kind !== 'literal' || !body) return undefined;
  if (magic.value === 'cd') {
    const path = shellText(body);
    return { events: [{ kind: 'folder', ...point, path: path?.includes('…') ? undefined : path }], fetches: [] };
  }
  if (!/^(sx|system|sh|bash|!|script)$/.test(String(magic.value))) return undefined;
  return flowOf(scriptOf(body), point, conditional, undefined);
}

function flowOf(
  script: readonly Command[] | undefined,
  point: FilePoint,
  conditional: boolean,
  folder: Value | undefined
): ShellFlow {
  const start = folder && shellText(folder);
  const commands = script && start !== undefined ? [inFolder(start), ...script] : script;
  return flowOfShell(commands ? effectsOf(commands, NOTHING) : [], () => point, conditional);
}

/** A text is a script; a list is one command whose words need no reading. */
function scriptOf(value: Value): readonly Command[] | undefined {
  if (value.kind === 'list') return [commandOf(value.items.map(item => shellText(item) ?? '…'))];
  const text = shellText(value);
  return text === undefined ? undefined : readScript(text);
}

function inFolder(folder: string): Command {
  return commandOf(['cd', folder]);
}

function commandOf(words: readonly string[]): Command {
  const word = (text: string): Word => ({ pieces: [{ kind: 'text', text }], start: 0, end: 0 });
  const none = { assignments: [], redirects: [], input: undefined };
  return { ...none, words: words.map(word), conditional: false, subshell: 0, start: 0, end: 0 };
}
