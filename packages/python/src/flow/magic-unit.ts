import type { Magic } from '@loadlight/facts/magic';
import type { TextLines } from '@loadlight/facts/text-lines';
import type { Command } from '@loadlight/shell/command';
import { readScript } from '@loadlight/shell/read-script';
import { noNames } from '../scope.js';
import type { Syntax } from '../syntax.js';
import type { Unit } from '../unit.js';

/** A magic or shell line as far as it matters for files and names. */
export interface MagicCommand {
  readonly magic: Magic;
  /** Its shell commands; empty where it is no shell's. */
  readonly script: readonly Command[];
  /** The script begins this many units after the unit's text does. */
  readonly shift: number;
  /** Python in the script, by its offset there, with offsets in the unit. */
  readonly expressions: ReadonlyMap<number, Syntax>;
  /** It stands in a body, and may not run. */
  readonly conditional: boolean;
}

const SHELL_CELLS = new Set(['bash', 'sh', 'script', '!', 'sx', 'system', 'shell', 'cmd', 'zsh']);
const SHELL_LINES = new Set(['sx', 'system', 'sh', 'shell']);
const KEPT = new Set(['cd', 'env', 'set_env', 'run', 'writefile', 'file', 'pushd']);
/** More expressions than this in one script are not parsed. */
const MAX_EXPRESSIONS = 100;

/**
 * The magic as a unit of the program, so that it has a place and an order among the statements; undefined where it does
 * nothing to files, names or the environment. `parse` reads one Python expression and counts from the given offset.
 */
export function magicUnit(
  cell: string,
  magic: Magic,
  lines: TextLines,
  parse: (expression: string, offset: number) => Syntax | undefined
): Unit | undefined {
  const isCell = magic.kind === 'cell';
  const shell =
    magic.kind === 'shell' ||
    (isCell && SHELL_CELLS.has(magic.name)) ||
    (!isCell && SHELL_LINES.has(magic.name)) ||
    (magic.kind === 'automagic' && !KEPT.has(magic.name));
  if (!shell && !KEPT.has(magic.name)) return undefined;
  const start = lines.offset(magic.bodyRange.start);
  // A bare command is a shell's with its name: what stands before the body is not in the unit.
  const head = magic.kind === 'automagic' ? `${magic.name} ` : '';
  const ipython = !isCell;
  const script = shell ? readScript(head + magic.body, ipython) : [];
  const expressions = new Map<number, Syntax>();
  for (const command of script) {
    for (const word of [...command.words, ...command.redirects.map(r => r.target)]) {
      for (const piece of word.pieces) {
        if (piece.kind === 'variable') {
          const at = piece.start - head.length;
          const end = at + piece.name.length;
          expressions.set(piece.start, { type: 'identifier', field: null, start: at, end, children: [] });
        } else if (piece.kind === 'python' && expressions.size < MAX_EXPRESSIONS) {
          const parsed = parse(piece.source, piece.start - head.length);
          if (parsed) expressions.set(piece.start, parsed);
        }
      }
    }
  }
  const conditional = magic.range.start.character > 0 && !isCell;
  return {
    cell,
    text: magic.body,
    start,
    statements: [],
    broken: false,
    names: noNames(magic.name === 'run' ? starsOfRun(magic.body) : []),
    command: { magic, script, shift: -head.length, expressions, conditional }
  };
}

/** `%run lib/other.py` brings that file's names, as a star import would; the file's path stands for the module. */
export function starsOfRun(body: string): string[] {
  const written = /^\s*(?:-\w\S*\s+)*(?:'([^']+)'|"([^"]+)"|(\S+))/.exec(body);
  const path = written?.[1] ?? written?.[2] ?? written?.[3];
  return path !== undefined && /^[^{}$*?]+$/.test(path) ? [`%run ${path}`] : [];
}
