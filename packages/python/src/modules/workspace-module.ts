import { bringingWords, tellingWords } from '../catalogue/known-modules.js';
import { starsOfRun } from '../flow/magic-unit.js';
import type { PythonGrammar } from '../grammar.js';
import { PythonProgram, type LooksOfStrings, type ProgramCell } from '../program.js';
import type { Home, Unit } from '../unit.js';
import { codeText } from './code-text.js';
import { importsOf, knownImports } from './imports-of.js';
import { blocksOf, type Blocks, type Vocabulary } from './telling-names.js';

/**
 * A file of the workspace as those see it that import it: its names, without its findings. It is parsed when the first of
 * its names is asked for, and keeps no tree.
 */
export class WorkspaceModule {
  /** Names that may stand for modules, as `importsOf` has them. */
  readonly imports: readonly string[];
  /** False promises that nothing in its own text loads or downloads. */
  readonly mayLoad: boolean;
  private readonly telling: RegExp | undefined;
  private told: Blocks | undefined;
  private read: PythonProgram | undefined;
  private actions: readonly Action[] | undefined;
  private handed: ReadonlySet<string> | undefined;
  private starred: readonly string[] | undefined;
  private looks: LooksOfStrings | undefined;
  private listed: ReadonlySet<string> | 'any' | undefined;
  readonly text: string;
  /** The same without comments and docstrings, with other offsets. */
  private readonly code: string;

  constructor(
    private readonly grammar: PythonGrammar,
    /** The document that its places are in; for what a cell writes, that of the cell. */
    readonly document: string,
    private readonly cells: readonly ProgramCell[],
    private readonly isFile: boolean,
    /** The whole text that it was made from. */
    readonly source: string
  ) {
    this.text = cells.map(cell => cell.text).join('\n');
    const { text } = this;
    this.imports = [...importsOf(text), ...runsOf(cells)];
    this.code = codeText(text);
    this.telling = tellingWords(this.code);
    this.mayLoad = this.telling !== undefined;
  }

  /** What strings at its top level look like, of those that another module may take. */
  get strings(): LooksOfStrings {
    this.looks ??= {
      drawn: this.cells.some(({ strings }) => strings?.drawn),
      chosen: this.cells.some(({ strings }) => strings?.chosen)
    };
    return this.looks;
  }

  /** A name that may be missing here may still be there when it runs: by a star import or `__getattr__`. */
  get isOpen(): boolean {
    return /^\s*def __getattr__\b|\bimport[ \t]*\*|\bsys\.modules\b|^%run/m.test(this.text);
  }

  /** Modules whose names it takes over, as its star imports name them. */
  get stars(): readonly string[] {
    this.starred ??= [
      ...[...this.text.matchAll(/^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]*\*/gm)].flatMap(([, from]) => from ?? []),
      ...runsOf(this.cells)
    ];
    return this.starred;
  }

  /** Names that its imports bind to what the catalogue's modules have: `torch`, `np`; others may get them from here. */
  get handedOn(): ReadonlySet<string> {
    this.handed ??= knownImports(this.text);
    return this.handed;
  }

  /** A star import of it brings the name, if it has it. What is put together for `__all__` may hold any. */
  isPublic(name: string): boolean {
    if (this.listed === undefined) {
      const written = [...this.text.matchAll(/^__all__\b[^[(\n]*(?:[[(]([^\])]*)[\])]([^\n#]*))?/gm)];
      const isPlain = written.every(([, list, rest]) => list !== undefined && rest?.trim() === '');
      const names = written.flatMap(([, list = '']) =>
        [...list.matchAll(/['"](\w+)['"]/g)].map(([, one]) => one ?? '')
      );
      this.listed = written.length === 0 || !isPlain ? 'any' : new Set(names);
    }
    return this.listed === 'any' ? !name.startsWith('_') : this.listed.has(name);
  }

  /** The name is bound at its top level, by itself. */
  binds(name: string): boolean {
    return this.text.includes(name) && this.home.namespace.bindings(name).length > 0;
  }

  /** What stands in it, by its words: of whatever may be called that loads. */
  get blocks(): Blocks {
    this.told ??= blocksOf(this.code, this.telling, this.vocabulary, this.stars.length > 0);
    return this.told;
  }

  /** The words of all modules of the engine. */
  get vocabulary(): Vocabulary {
    return this.grammar.vocabulary;
  }

  /**
   * False promises that it brings no files while it is imported or, with `isRun`, run: nothing outside its functions and
   * classes looks like it, or calls one of the names.
   */
  mayBring(names: ReadonlySet<string>, isRun: boolean): boolean {
    if (this.cells.some(({ magics = [] }) => magics.length > 0)) return true;
    if (!this.actions) {
      const words = bringingWords(this.text);
      this.actions = this.text
        .split(TOP_LEVEL)
        .filter(block => block.includes('(') && !/^(?:def|class|@|async|import|from|#)/.test(block))
        .map(block => ({
          isMain: /^if __name__/.test(block),
          brings: words?.test(block) ?? false,
          calls: [...block.matchAll(/\w+(?=\()/g)].map(([name]) => name)
        }));
    }
    return this.actions.some(
      ({ isMain, brings, calls }) => (isRun || !isMain) && (brings || calls.some(name => names.has(name)))
    );
  }

  /** Its statements, in their order. */
  get units(): readonly Unit[] {
    return (this.read ?? this.parse()).units();
  }

  /** Its names and places. */
  get home(): Home {
    return this.program;
  }

  /** It as a program, for edits of it. */
  get program(): PythonProgram {
    return this.read ?? this.parse();
  }

  get isParsed(): boolean {
    return this.read !== undefined;
  }

  /** Is parsed again when it is asked for its names: only where nobody has any of them. */
  forgetSyntax(): void {
    this.read = undefined;
  }

  private parse(): PythonProgram {
    const program = new PythonProgram(this.grammar, this.document, this.isFile);
    this.read = program;
    program.update(this.cells);
    program.settle();
    return program;
  }
}

/** What `%run` brings in, as the names that stand for it. */
export function runsOf(cells: readonly ProgramCell[]): string[] {
  return cells.flatMap(({ magics = [] }) =>
    magics.flatMap(magic => (magic.name === 'run' ? starsOfRun(magic.body) : []))
  );
}

/** A statement at the top level that calls something. */
interface Action {
  readonly isMain: boolean;
  readonly brings: boolean;
  readonly calls: readonly string[];
}

/** Where a statement begins at the left margin. */
const TOP_LEVEL = /^(?=[^\s#)\]}])/m;
