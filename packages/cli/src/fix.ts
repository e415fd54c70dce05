import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from '@loadlight/engine/engine';
import { documentInput } from '@loadlight/engine/document-input';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { createEngine, settledAnalysis, workspaceFolders } from './analyser.js';
import type { FixOptions } from './arguments.js';
import { configurationProblems } from './configuration-problems.js';
import { count } from './count.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, shownPath, type FoundFile } from './find-files.js';
import { fixDocument, type FixedDocument, type OtherFile } from './fix-document.js';
import type { Host } from './host.js';
import { secretValues, valuesInJson } from './secret-mask.js';
import { shownText } from './shown-text.js';
import { newFile, readSource, textOfPart, UnreadableError, type SourceFile, type TargetFile } from './source-file.js';
import { settingsDiff, unifiedDiff } from './unified-diff.js';
import { RefusedError, replaceFiles, type Replacement } from './write-file.js';

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
    const engine = await createEngine(host.parts, folders, { reviews: options.review });
    try {
      for (const file of files) await run.take(engine, file);
    } finally {
      engine.dispose();
    }
  }
  host[options.diff ? 'err' : 'out'](run.summary(files.length));
  if (run.keepsVariables)
    host.err(
      'Values are kept in .env, which must be loaded before the program runs: python-dotenv does that, for example.\n'
    );
  for (const line of run.problems) host.err(line);
  if (run.problems.size > 0 || run.refused || skipped.some(({ named }) => named)) return EXIT.trouble;
  return files.length === 0 ? EXIT.nothing : EXIT.clean;
}

class FixRun {
  /** A file could not be written, or one that was named could not be read. */
  refused = false;
  /** A credential went into a `.env` that nothing reads yet. */
  keepsVariables = false;
  /** Mistakes in the configuration, a line each. */
  readonly problems = new Set<string>();
  private fixed = 0;
  private readonly changed = new Set<string>();
  /** By URI, what `--diff` would have written. */
  private readonly texts = new Map<string, string>();
  /** Of these, files that are not there. */
  private readonly made = new Set<string>();
  private left = 0;

  constructor(
    private readonly options: FixOptions,
    private readonly host: Host
  ) {}

  async take(engine: Engine, file: FoundFile): Promise<void> {
    try {
      const source = this.source(file);
      engine.setSettings({ ...DEFAULT_SETTINGS, evenIfExcluded: file.named }, source.uri);
      const result = await fixDocument(engine, source, this.options.review, (uri, creates) => this.other(uri, creates));
      for (const line of configurationProblems(engine, source.uri, this.host.cwd)) this.problems.add(line);
      this.left += result.left;
      const needed = result.others.filter(({ isNeeded }) => isNeeded);
      if (result.text !== source.text) await this.write(engine, source, result, needed);
      for (const other of result.others) if (!other.isNeeded) await this.write(engine, other.source, other, []);
      this.keepsVariables ||= result.needsLoading && [...this.changed].some(isEnvironment);
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

  private source(file: FoundFile): SourceFile {
    return this.asLeft(readSource(file));
  }

  /** The file as this run leaves it so far: `--diff` writes none. */
  private asLeft<T extends TargetFile>(source: T): T {
    const text = this.texts.get(source.uri);
    return text === undefined ? source : { ...source, text };
  }

  /** A file of the workspace in which a finding of another one is fixed; says so where it cannot be read. */
  private other(uri: string, creates: boolean): TargetFile | undefined {
    const path = fileURLToPath(uri);
    const file = { path, shown: shownPath(path, this.host.cwd), named: false, forced: false, onlySecrets: false };
    try {
      return creates || this.made.has(uri) ? this.asLeft(newFile(file)) : this.source(file);
    } catch (error) {
      this.leave(file, error);
      return undefined;
    }
  }

  /** Writes a file with those that its new text needs, or shows what would be written: all or nothing. */
  private async write(
    engine: Engine,
    source: TargetFile,
    { text, fixed }: Pick<FixedDocument, 'text' | 'fixed'>,
    needed: readonly OtherFile[]
  ): Promise<void> {
    // What is needed is there first.
    const files = [...needed, { source, text, fixed }];
    try {
      if (files.some(file => !file.source.utf8)) throw new RefusedError('it is not UTF-8; save it as UTF-8 first');
      if (this.options.diff) {
        const secrets: string[] = [];
        for (const file of files) secrets.push(...(await secretsIn(engine, file.source)));
        for (const file of files) this.show(engine, file, secrets);
      } else {
        replaceFiles(files.map(replacementOf));
        for (const file of files)
          this.host.out(`${shownText(file.source.shown)}  ${file.fixed === 0 ? 'written' : `${file.fixed} fixed`}\n`);
      }
      this.fixed += fixed;
      for (const {
        source: { path }
      } of files) {
        this.changed.add(path);
      }
    } catch (error) {
      this.leave({ shown: source.shown, named: false }, error);
    }
  }

  private show(engine: Engine, { source, text }: Pick<OtherFile, 'source' | 'text'>, secrets: readonly string[]): void {
    const isNew = source.bytes === undefined && !this.texts.has(source.uri);
    const before = isNew ? undefined : source.text;
    const diff = isEnvironment(source.path)
      ? settingsDiff(source.shown, before, text)
      : unifiedDiff(source.shown, before, text, secrets);
    this.host.out(diff);
    if (!source.notebook) this.keep(engine, source, text);
  }

  /** What comes after sees the file as it would be. */
  private keep(engine: Engine, { uri, path, bytes }: TargetFile, text: string): void {
    if (!this.options.review) return;
    this.texts.set(uri, text);
    if (bytes === undefined) this.made.add(uri);
    engine.put({ kind: path.endsWith('.py') ? 'file' : 'text', uri, version: 0, text });
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

/** The credentials in the file as it was, as they are spelled there. */
async function secretsIn(engine: Engine, source: TargetFile): Promise<string[]> {
  const { uri, text, notebook } = source;
  const onlySecrets = !/\.(?:py|ipynb)$/i.test(source.path);
  engine.put(documentInput(uri, 0, text, notebook, { texts: true, onlySecrets }));
  engine.setSettings({ ...DEFAULT_SETTINGS, evenIfExcluded: true }, uri);
  try {
    const { secrets } = await settledAnalysis(engine, uri);
    const values = secretValues(part => textOfPart(source, part), secrets);
    return notebook ? valuesInJson(values) : values;
  } finally {
    engine.close(uri);
  }
}

function isEnvironment(path: string): boolean {
  return basename(path) === '.env';
}

/** Nobody else may read a new file of credentials. */
function replacementOf({ source, text }: Pick<OtherFile, 'source' | 'text'>): Replacement {
  const { path, bytes, byteOrderMark } = source;
  const isPrivate = bytes === undefined && isEnvironment(path);
  return { path, before: bytes, text: (byteOrderMark ? '\ufeff' : '') + text, ...(isPrivate && { mode: 0o600 }) };
}
