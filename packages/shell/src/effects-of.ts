import type { Command, Word } from './command.js';
import { broughtBy, gitCommand } from './downloaders.js';
import { UNKNOWN_TEXT, type Download, type Effect } from './effect.js';
import { hasAny, lastOf, readOptions, type OptionTable } from './options.js';
import { joinPaths, lastName } from './paths.js';
import { readScript } from './read-script.js';

/** What the program around a shell line knows. */
export interface Surroundings {
  /** The text of a variable that the script itself does not set; `start` is the name's offset in the script. */
  variable(name: string, start: number): string | undefined;
  /** The text of a Python expression; `start` is its offset in the script. */
  python(source: string, start: number): string | undefined;
}

/** Scripts inside scripts deeper than this are not read. */
const MAX_DEPTH = 3;

/** Programs that run the rest of their words. */
const RUNNERS = new Set(['sudo', 'nohup', 'time', 'command', 'exec', 'env', 'nice', 'stdbuf', 'eatmydata']);

const COPY: OptionTable = { short: 'tS', long: ['target-directory', 'suffix'] };
const TAR: OptionTable = {
  short: 'fCIbKNTX',
  long: ['file', 'directory', 'use-compress-program', 'exclude', 'strip-components']
};
const UNZIP: OptionTable = { short: 'dPx', long: [] };

/** What the commands do with files, in order. Paths are seen from the folder in which the script starts. */
export function effectsOf(script: readonly Command[], around: Surroundings): Effect[] {
  return new Run(around, 0).run(script);
}

class Run {
  private folder = '';
  private readonly variables = new Map<string, string>();
  private readonly effects: Effect[] = [];
  /** By command, what came in on its standard output. */
  private readonly outputs = new Map<Command, Download>();
  private readonly echoed = new Map<Command, string>();
  private outer = '';
  private inside = 0;

  constructor(
    private readonly around: Surroundings,
    private readonly depth: number
  ) {}

  run(script: readonly Command[]): Effect[] {
    for (const command of script) {
      if (command.subshell > this.inside) this.outer = this.folder;
      if (command.subshell < this.inside) this.folder = this.outer;
      this.inside = command.subshell;
      this.command(command);
    }
    if (this.inside > 0) this.folder = this.outer;
    return this.effects;
  }

  private command(command: Command): void {
    for (const { name, value } of command.assignments) this.variables.set(name, this.text(value));
    const words = this.unwrapped(command.words.map(word => this.text(word)));
    const [program, ...given] = words;
    const name = program === undefined ? '' : (lastName(program) ?? program);
    const into = command.redirects.find(redirect => redirect.operator === '>');
    const target = into && this.path(this.text(into.target));
    const base = { start: command.start, end: command.end, conditional: command.conditional };
    const brought = broughtBy(name, given);
    for (const { download, path, folder, output } of brought) {
      if (output) this.outputs.set(command, download);
      const left = output ? target : path === undefined ? undefined : this.path(path);
      this.effects.push({ ...base, kind: 'download', download, path: left, folder });
    }
    if (brought.length > 0) return;
    const incoming = command.input && this.outputs.get(command.input);
    if (this.files(command, name, given, base)) return;
    if (incoming) this.outputs.set(command, incoming);
    const source = name === 'cat' && given.length > 0 ? given[0] : undefined;
    if (target !== undefined && source !== undefined) {
      this.effects.push({ ...base, kind: 'copy', from: this.path(source), to: target });
      return;
    }
    const written = [
      ...(target === undefined ? [] : [target]),
      ...(name === 'tee' ? given.map(w => this.path(w)) : [])
    ];
    for (const path of written) {
      if (incoming) this.effects.push({ ...base, kind: 'download', download: incoming, path, folder: false });
      else this.effects.push({ ...base, kind: 'write', path });
    }
  }

  /** True where the program is one that is known for what it does with files. */
  private files(command: Command, name: string, given: readonly string[], base: EffectPlace): boolean {
    switch (name) {
      case 'cd':
      case 'pushd': {
        const to = given.find(word => !word.startsWith('-'));
        this.folder = to === undefined ? '~' : this.path(to);
        return true;
      }
      case 'export':
        for (const word of given) {
          const [, variable, value = ''] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word) ?? [];
          if (variable !== undefined) this.variables.set(variable, value);
        }
        return true;
      case 'cp':
      case 'mv':
      case 'ln':
      case 'rsync':
        this.copies(given, base);
        return true;
      case 'unzip':
      case 'unrar':
      case '7z':
      case '7za':
      case 'tar':
      case 'bsdtar':
        this.unpacks(command, name, given, base);
        return true;
      case 'gunzip':
      case 'bunzip2':
      case 'unxz':
      case 'gzip': {
        const archive = given.find(word => !word.startsWith('-'));
        if (archive === undefined) return false;
        const from = this.path(archive);
        this.effects.push({ ...base, kind: 'copy', from, to: from.replace(/\.(gz|bz2|xz)$/, '') });
        return true;
      }
      case 'git': {
        const { verb, rest, folder } = gitCommand(given);
        const revision = rest.find(word => !word.startsWith('-'));
        if (revision === undefined || !(verb === 'checkout' || verb === 'reset' || verb === 'switch')) return true;
        this.effects.push({ ...base, kind: 'checkout', folder: this.path(folder ?? ''), revision });
        return true;
      }
      case 'echo':
      case 'printf':
        this.echoed.set(command, given.join(' '));
        return false;
      case 'sha256sum':
      case 'sha512sum':
      case 'sha1sum':
      case 'md5sum':
      case 'shasum':
        this.verifies(command, given, base);
        return true;
      case 'bash':
      case 'sh': {
        const at = given.findIndex(word => /^-\w*c$/.test(word));
        const script = at < 0 ? undefined : given[at + 1];
        if (script === undefined || this.depth >= MAX_DEPTH) return true;
        const inner = new Run({ variable: (v, at) => this.variable(v, at), python: () => undefined }, this.depth + 1);
        inner.folder = this.folder;
        for (const effect of inner.run(readScript(script))) this.effects.push({ ...effect, ...base });
        return true;
      }
      default:
        return false;
    }
  }

  private copies(given: readonly string[], base: EffectPlace): void {
    const options = readOptions(given, COPY);
    const folder = lastOf(options, '-t', '--target-directory');
    const operands = folder === undefined ? options.operands : [...options.operands, folder];
    const to = operands.at(-1);
    const sources = operands.slice(0, -1);
    if (to === undefined) return;
    const many = folder !== undefined || sources.length > 1 || /(^|\/)\.?$|\/$/.test(to);
    for (const from of sources) {
      const name = lastName(from);
      const target = many ? (name === undefined ? to : joinPaths(to, name)) : to;
      this.effects.push({ ...base, kind: 'copy', from: this.path(from), to: this.path(target) });
    }
  }

  private unpacks(command: Command, name: string, given: readonly string[], base: EffectPlace): void {
    const isTar = name === 'tar' || name === 'bsdtar';
    const words = isTar && /^[A-Za-z]+$/.test(given[0] ?? '') ? [`-${given[0] ?? ''}`, ...given.slice(1)] : given;
    const options = readOptions(words, isTar ? TAR : UNZIP);
    if (isTar && !hasAny(options, '-x', '--extract', '--get')) return;
    const operands = isTar || name === 'unzip' ? options.operands : options.operands.slice(1);
    const archive = isTar ? lastOf(options, '-f', '--file') : operands[0];
    const of7z = [...options.given.keys()].length > 0 ? words.find(word => /^-o./.test(word))?.slice(2) : undefined;
    const folder = this.path(
      lastOf(options, isTar ? '-C' : '-d', '--directory') ?? (name.startsWith('7z') ? of7z : undefined) ?? ''
    );
    const incoming = command.input && this.outputs.get(command.input);
    if (incoming && (archive === undefined || archive === '-')) {
      this.effects.push({
        ...base,
        kind: 'download',
        download: incoming,
        path: folder === '' ? undefined : folder,
        folder: true
      });
    } else if (archive !== undefined)
      this.effects.push({ ...base, kind: 'unpack', archive: this.path(archive), folder });
  }

  private verifies(command: Command, given: readonly string[], base: EffectPlace): void {
    if (!given.some(word => /^(-\w*c|--check)/.test(word))) return;
    const line = command.input && this.echoed.get(command.input);
    const [, named] = /^"?[0-9a-fA-F…]+\s+\*?(\S+)/.exec(line ?? '') ?? [];
    this.effects.push({ ...base, kind: 'verify', path: named === undefined ? undefined : this.path(named) });
  }

  /** The words behind `sudo`, `python -m` and the like. */
  private unwrapped(words: readonly string[]): readonly string[] {
    let from = 0;
    while (from < words.length) {
      const name = lastName(words[from] ?? '') ?? '';
      if (RUNNERS.has(name)) {
        from++;
        while (words[from]?.startsWith('-') || /^[A-Za-z_]\w*=/.test(words[from] ?? '')) from++;
      } else if (/^python[\d.]*$/.test(name) && words[from + 1] === '-m') from += 2;
      else break;
    }
    return words.slice(from);
  }

  private path(written: string): string {
    return joinPaths(this.folder, written);
  }

  private variable(name: string, start: number): string | undefined {
    return this.variables.get(name) ?? this.around.variable(name, start);
  }

  private text(word: Word): string {
    return word.pieces
      .map(piece => {
        switch (piece.kind) {
          case 'text':
            return piece.text;
          case 'variable':
            return (
              this.variable(piece.name, piece.start) ??
              (piece.name === 'HOME' ? '~' : piece.name === 'PWD' ? '.' : UNKNOWN_TEXT)
            );
          case 'python':
            return this.around.python(piece.source, piece.start) ?? UNKNOWN_TEXT;
          case 'unknown':
            return UNKNOWN_TEXT;
        }
      })
      .join('');
  }
}

interface EffectPlace {
  readonly start: number;
  readonly end: number;
  readonly conditional: boolean;
}
