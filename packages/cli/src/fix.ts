import type { Engine } from '@loadlight/engine/engine';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { createEngine, workspaceFolders } from './analyser.js';
import type { FixOptions } from './arguments.js';
import { configurationProblems } from './configuration-problems.js';
import { count } from './count.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, type FoundFile } from './find-files.js';
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
  private changed = 0;
  private left = 0;

  constructor(
    private readonly options: FixOptions,
    private readonly host: Host
  ) {}

  async take(engine: Engine, file: FoundFile): Promise<void> {
    try {
      const source = readSource(file);
      engine.setSettings({ ...DEFAULT_SETTINGS, evenIfExcluded: file.named }, source.uri);
      const result = await fixDocument(engine, source, this.options.review);
      for (const line of configurationProblems(engine, source.uri, this.host.cwd)) this.problems.add(line);
      this.left += result.left;
      if (result.text !== source.text) this.write(source, result);
    } catch (error) {
      if (!(error instanceof UnreadableError || error instanceof RefusedError)) throw error;
      if (file.named || error instanceof RefusedError) this.refused = true;
      this.host.err(`loadlight: ${shownText(file.shown)} is left as it is: ${shownText(error.message)}\n`);
    }
  }

  private write(source: SourceFile, { text, fixed, findings }: FixedDocument): void {
    if (!source.utf8) throw new RefusedError('it is not UTF-8; save it as UTF-8 first');
    if (this.options.diff) {
      const secrets = secretValues(part => textOfPart(source, part), findings);
      this.host.out(unifiedDiff(source.shown, source.text, text, secrets));
    } else {
      replaceFile(source.path, source.bytes, (source.byteOrderMark ? '\ufeff' : '') + text);
      this.host.out(`${shownText(source.shown)}  ${fixed} fixed\n`);
    }
    this.fixed += fixed;
    this.changed++;
  }

  summary(files: number): string {
    if (files === 0) return 'Nothing to fix: there is no .py or .ipynb file here.\n';
    const left =
      this.left > 0
        ? ` ${count(this.left, 'finding')} left: loadlight scan shows ${this.left === 1 ? 'it' : 'them'}.`
        : '';
    if (this.changed === 0)
      return `${count(files, 'file')}, nothing to fix${this.options.review ? '' : ' safely'}.${left}\n`;
    const [changed, fixed] = this.options.diff ? ['would change', 'would be fixed'] : ['changed', 'fixed'];
    return `${count(this.changed, 'file')} ${changed}, ${count(this.fixed, 'finding')} ${fixed}.${left}\n`;
  }
}
