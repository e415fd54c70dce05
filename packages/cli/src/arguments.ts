import { parseArgs } from 'node:util';
import { INTERACTIVE, type Interactive } from '@loadlight/facts/interactive';

const FORMATS = ['text', 'json', 'sarif'] as const;
const SHARE_FORMATS = ['text', 'json', 'html'] as const;
const LEVELS = ['error', 'warning', 'information', 'never'] as const;
export type Format = (typeof FORMATS)[number];
type ShareFormat = (typeof SHARE_FORMATS)[number];
export type FailOn = (typeof LEVELS)[number];

export interface ScanOptions {
  readonly command: 'scan';
  readonly paths: readonly string[];
  readonly format: Format;
  readonly output: string | undefined;
  readonly failOn: FailOn;
  readonly strict: boolean;
  readonly ignore: boolean;
  readonly notes: boolean;
  /** What the configuration excludes is left out even where it is named. */
  readonly forceExclude: boolean;
  /** Threads; undefined leaves it to the number of files and processors. */
  readonly jobs: number | undefined;
  /** A file of findings that are known. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
  /** Only what was not there in that revision. */
  readonly diff: string | undefined;
}

export interface FixOptions {
  readonly command: 'fix';
  readonly paths: readonly string[];
  readonly review: boolean;
  readonly diff: boolean;
  readonly ignore: boolean;
}

export interface ShareOptions {
  readonly command: 'share';
  readonly paths: readonly string[];
  readonly format: ShareFormat;
  readonly output: string | undefined;
  /** A file or folder for the clean copies. */
  readonly clean: string | undefined;
  readonly inPlace: boolean;
  /** Libraries whose interactive outputs stay as they are. */
  readonly keep: readonly Interactive[];
  readonly ignore: boolean;
  readonly forceExclude: boolean;
}

export type Command = ScanOptions | FixOptions | ShareOptions | { readonly command: 'help' | 'version' };

/** Something on the command line that is not understood; the message says what to write instead. */
export class UsageError extends Error {}

const SHARED = {
  'no-ignore': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' }
} as const;

const SCAN = {
  ...SHARED,
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  'fail-on': { type: 'string' },
  strict: { type: 'boolean' },
  notes: { type: 'boolean' },
  'force-exclude': { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  diff: { type: 'string' },
  jobs: { type: 'string', short: 'j' }
} as const;

const FIX = { ...SHARED, review: { type: 'boolean' }, diff: { type: 'boolean' } } as const;

const SHARE = {
  ...SHARED,
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  clean: { type: 'string' },
  'in-place': { type: 'boolean' },
  keep: { type: 'string', multiple: true },
  'force-exclude': { type: 'boolean' }
} as const;

/** Reads what stands after the command's name. Throws UsageError. */
export function readArguments(args: readonly string[]): Command {
  const [first, ...rest] = args;
  if (first === undefined || first === 'help') return { command: 'help' };
  if (first === 'scan') return scanOptions(rest);
  if (first === 'fix') return fixOptions(rest);
  if (first === 'share') return shareOptions(rest);
  if (first.startsWith('-')) {
    const { values } = parsed(() => parseArgs({ args: [...args], options: SHARED, strict: true }));
    return { command: values.version ? 'version' : 'help' };
  }
  throw new UsageError(`there is no command "${first}": write scan, fix or share`);
}

function scanOptions(args: string[]): Command {
  const { values, positionals } = parsed(() => parseArgs({ args, options: SCAN, allowPositionals: true }));
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  return {
    command: 'scan',
    paths: pathsOf(positionals),
    format: oneOf('--format', values.format ?? 'text', FORMATS),
    output: values.output,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'warning', LEVELS),
    strict: values.strict ?? false,
    ignore: !values['no-ignore'],
    notes: values.notes ?? false,
    forceExclude: values['force-exclude'] ?? false,
    jobs: values.jobs === undefined ? undefined : countOf('--jobs', values.jobs),
    ...comparison(values.baseline, values['update-baseline'] ?? false, values.diff)
  };
}

function comparison(
  baseline: string | undefined,
  updateBaseline: boolean,
  diff: string | undefined
): Pick<ScanOptions, 'baseline' | 'updateBaseline' | 'diff'> {
  if (updateBaseline && baseline === undefined)
    throw new UsageError('--update-baseline goes with --baseline FILE, the file to write');
  if (diff !== undefined && baseline !== undefined)
    throw new UsageError('--diff and --baseline are two ways to leave out what was there before: write one of them');
  if (diff === '' || diff === '...') throw new UsageError('--diff takes a revision, such as origin/main');
  return { baseline, updateBaseline, diff };
}

function fixOptions(args: string[]): Command {
  const { values, positionals } = parsed(() => parseArgs({ args, options: FIX, allowPositionals: true }));
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  return {
    command: 'fix',
    paths: pathsOf(positionals),
    review: values.review ?? false,
    diff: values.diff ?? false,
    ignore: !values['no-ignore']
  };
}

function shareOptions(args: string[]): Command {
  const { values, positionals } = parsed(() => parseArgs({ args, options: SHARE, allowPositionals: true }));
  if (values.help) return { command: 'help' };
  if (values.version) return { command: 'version' };
  if (positionals.length === 0) throw new UsageError('share takes a notebook, or a folder of them');
  const inPlace = values['in-place'] ?? false;
  if (inPlace && values.clean !== undefined)
    throw new UsageError('--clean writes a copy and --in-place the notebook itself: write one of them');
  return {
    command: 'share',
    paths: positionals,
    format: oneOf('--format', values.format ?? 'text', SHARE_FORMATS),
    output: values.output,
    clean: values.clean,
    inPlace,
    keep: (values.keep ?? []).flatMap(keptBy),
    ignore: !values['no-ignore'],
    forceExclude: values['force-exclude'] ?? false
  };
}

/** `plotly,bokeh`, or `all`. */
function keptBy(list: string): readonly Interactive[] {
  if (list === 'all') return INTERACTIVE;
  return list.split(',').map(name => oneOf('--keep', name.trim(), INTERACTIVE));
}

function pathsOf(positionals: readonly string[]): readonly string[] {
  return positionals.length > 0 ? positionals : ['.'];
}

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find(choice => choice === value);
  if (found === undefined) throw new UsageError(`${option} takes ${choices.join(', ')}, not "${value}"`);
  return found;
}

function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!/^\d+$/.test(value) || count < 1 || count > 64)
    throw new UsageError(`${option} takes a number from 1 to 64, not "${value}"`);
  return count;
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    // Node's message says what is wrong in its first sentence, and goes on about "--".
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(/\. /)[0] ?? message);
  }
}
