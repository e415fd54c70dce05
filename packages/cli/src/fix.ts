import { fileURLToPath } from 'node:url';
import type { Engine } from '@loadlight/engine/engine';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { createEngine, workspaceFolders } from './analyser.js';
import type { FixOptions } from './arguments.js';
import { configurationProblems } from './configuration-problems.js';
import { count } from './count.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, shownPath, type FoundFile } from './find-files.js';
import { fixDocument, type FixedDocument } from './fix-document.js';
import type { Host } from './host.js';
import { secretValues } from './secret-mask.js';
import { shownText } from './shown-text.js';
import { readSource, textOfPart, UnreadableError, type SourceFile } from './source-file.js';
import { unifiedDiff } from './unified-diff.js';
import { RefusedError, replaceFile } from './write-file.js';

/** `loadlight fix`: writes the fixed files, or with `--diff` shows what it would write. */
export async function fix(options: FixOptions, host: Host): Promise<ExitCode> {
  const { files, skipped } = findFiles(options.paths, host.cwd, options.ignore);
  for (const { file, reason } of skipped) host.err(`loadlight: ${shownText(file)} cannot be fixed: ${reason}\n`);
  const run = new FixRun(options, host);
  if (files.length > 0) {
    const folders = workspaceFolders(
      host.cwd,
      files.map(({ path }) => path)
    );
    const engine = await createEngine(host.parts, folders);
    try {
      for (const file of files) await run.take(engine, file);
    } finally {
      engine.dispose();
    }
  }
  host[options.diff ? 'err' : 'out'](run.summary(files.length));
  for (const line of run.problems) host.err(line);
  if (run.problems.size > 0 || run.refused || skipped.some(({ named }) => named)) return EXIT.trouble;
  return files.length === 0 ? EXIT.nothing : EXIT.clean;
}

class FixRun {
  /** A file could not be written, or one that was named could not be read. */
  refused = false;
  /** Mistakes in the configuration, a line each. */
  readonly problems = new Set<string>();
  private fixed = 0;
  private readonly changed = new Set<string>();
  /** By URI, what `--diff` would have written. */
  private readonly texts = new Map<string, string>();
  private left = 0;

  constructor(
    private readonly options: FixOptions,
    private readonly host: Host
  ) {}

  async take(engine: Engine, file: FoundFile): Promise<void> {
    try {
      const source = this.source(file);
      engine.setSettings({ ...DEFAULT_SETTINGS, evenIfExcluded: file.named }, source.uri);
      const result = await fixDocument(engine, source, this.options.review, uri => this.other(uri));
      for (const line of configurationProblems(engine, source.uri, this.host.cwd)) this.problems.add(line);
      this.left += result.left;
      if (result.text !== source.text) this.write(engine, source, result, result.findings);
      for (const other of result.others) this.write(engine, other.source, other, result.findings);
    } catch (error) {
      this.leave(file, error);
    }
  }

  /** Says why a file is left as it is. */
  private leave({ shown, named }: Pick<FoundFile, 'shown' | 'named'>, error: unknown): void {
    if (!(error instanceof UnreadableError || error instanceof RefusedError)) throw error;
    if (named || error instanceof RefusedError) this.refused = true;
    this.host.err(`loadlight: ${shownText(shown)} is left as it is: ${shownText(error.message)}\n`);
  }

  /** The file as this run leaves it so far: `--diff` writes none. */
  private source(file: FoundFile): SourceFile {
    const source = readSource(file);
    const text = this.texts.get(source.uri);
    return text === undefined ? source : { ...source, text };
  }

  /** A file of the workspace in which a finding of another one is fixed; says so where it cannot be read. */
  private other(uri: string): SourceFile | undefined {
    const path = fileURLToPath(uri);
    const file = { path, shown: shownPath(path, this.host.cwd), named: false, forced: false, onlySecrets: false };
    try {
      return this.source(file);
    } catch (error) {
      this.leave(file, error);
      return undefined;
    }
  }

  private write(
    engine: Engine,
    source: SourceFile,
    { text, fixed }: Pick<FixedDocument, 'text' | 'fixed'>,
    findings: FixedDocument['findings']
  ): void {
    try {
      if (!source.utf8) throw new RefusedError('it is not UTF-8; save it as UTF-8 first');
      if (this.options.diff) {
        const secrets = secretValues(part => textOfPart(source, part), findings);
        this.host.out(unifiedDiff(source.shown, source.text, text, secrets));
        if (!source.notebook) this.keep(engine, source.uri, text);
      } else {
        replaceFile(source.path, source.bytes, (source.byteOrderMark ? '\ufeff' : '') + text);
        this.host.out(`${shownText(source.shown)}  ${fixed} fixed\n`);
      }
      this.fixed += fixed;
      this.changed.add(source.path);
    } catch (error) {
      this.leave({ shown: source.shown, named: false }, error);
    }
  }

  /** What comes after sees the file as it would be. */
  private keep(engine: Engine, uri: string, text: string): void {
    if (!this.options.review) return;
    this.texts.set(uri, text);
    engine.put({ kind: 'file', uri, version: 0, text });
  }

  summary(files: number): string {
    if (files === 0) return 'Nothing to fix: there is no .py or .ipynb file here.\n';
    const left =
      this.left > 0
        ? ` ${count(this.left, 'finding')} left: loadlight scan shows ${this.left === 1 ? 'it' : 'them'}.`
        : '';
    if (this.changed.size === 0)
      return `${count(files, 'file')}, nothing to fix${this.options.review ? '' : ' safely'}.${left}\n`;
    const [changed, fixed] = this.options.diff ? ['would change', 'would be fixed'] : ['changed', 'fixed'];
    return `${count(this.changed.size, 'file')} ${changed}, ${count(this.fixed, 'finding')} ${fixed}.${left}\n`;
  }
}
