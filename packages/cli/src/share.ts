import { existsSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createEngine, workspaceFolders } from './analyser.js';
import type { Engine } from '@loadlight/engine/engine';
import { NotebookError } from '@loadlight/notebook/notebook-error';
import { UsageError, type ShareOptions } from './arguments.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { findFiles, type FoundFile } from './find-files.js';
import type { Host } from './host.js';
import type { SharedNotebook } from './shared-notebook.js';
import { shareAsJson } from './share-json.js';
import { shareAsPage } from './share-page.js';
import { shareAsText } from './share-text.js';
import { shownText } from './shown-text.js';
import { LARGEST_ALONE, readSource, UnreadableError, type SourceFile } from './source-file.js';
import { RefusedError, replaceFile, writeWhole } from './write-file.js';

/** `loadlight share`: says whether notebooks are ready to be handed on, and writes clean copies. */
export async function share(options: ShareOptions, host: Host): Promise<ExitCode> {
  const found = findFiles(options.paths, host.cwd, options.ignore);
  const notebooks = found.files.filter(({ path }) => /\.ipynb$/i.test(path));
  const run = new ShareRun(options, host);
  for (const { file, reason } of found.skipped) run.cannot(file, reason);
  for (const { shown, named } of found.files.filter(file => !notebooks.includes(file)))
    if (named) run.cannot(shown, 'it is no notebook');
  if (notebooks.length > 0) {
    const folders = workspaceFolders(
      host.cwd,
      notebooks.map(({ path }) => path)
    );
    const engine = await createEngine(host.parts, folders);
    try {
      const files = await run.included(engine, notebooks);
      const outputs = run.cleanPaths(files);
      for (const [i, file] of files.entries()) await run.take(engine, file, outputs[i]);
    } finally {
      engine.dispose();
    }
  }
  return run.finish();
}

class ShareRun {
  private readonly shared: SharedNotebook[] = [];
  private trouble = false;
  private excluded = 0;

  constructor(
    private readonly options: ShareOptions,
    private readonly host: Host
  ) {}

  cannot(file: string, reason: string): void {
    this.trouble = true;
    this.host.err(`loadlight: ${shownText(file)} cannot be looked at: ${shownText(reason)}\n`);
  }

  /** Without those that the configuration leaves out. One that is named is looked at all the same, but for `--force-exclude`. */
  async included(engine: Engine, notebooks: readonly FoundFile[]): Promise<FoundFile[]> {
    const files: FoundFile[] = [];
    for (const file of notebooks) {
      const isWanted = file.named && !this.options.forceExclude;
      if (isWanted || !(await engine.isExcluded(pathToFileURL(file.path).href))) files.push(file);
    }
    this.excluded = notebooks.length - files.length;
    return files;
  }

  /** Where each clean copy goes; nowhere without `--clean` and `--in-place`. Throws UsageError. */
  cleanPaths(files: readonly FoundFile[]): readonly (string | undefined)[] {
    const { clean, inPlace } = this.options;
    if (inPlace) return files.map(({ path }) => path);
    if (clean === undefined) return files.map(() => undefined);
    const target = resolve(this.host.cwd, clean);
    const isFolder = existsSync(target) && statSync(target).isDirectory();
    if (!isFolder && files.length > 1)
      throw new UsageError(`--clean ${clean} takes one notebook, or a folder that is there for several`);
    const targets = files.map(({ path }) => (isFolder ? join(target, basename(path)) : target));
    if (new Set(targets).size < targets.length)
      throw new UsageError(`--clean ${clean}: two of the notebooks have the same name`);
    if (targets.some(one => files.some(({ path }) => isSameFile(one, path))))
      throw new UsageError(`--clean ${clean} is the notebook itself; write --in-place to change that`);
    return targets;
  }

  async take(engine: Engine, file: FoundFile, target: string | undefined): Promise<void> {
    try {
      const source = readSource(file, LARGEST_ALONE);
      const { keep } = this.options;
      const report = await engine.share(source.uri, source.text, { keep });
      const copy = target === undefined ? undefined : await engine.clean(source.uri, source.text, report, { keep });
      if (target !== undefined && copy) this.write(source, target, copy.text);
      this.shared.push({
        file: file.shown,
        report,
        copy,
        target: copy && this.options.inPlace ? file.shown : this.options.clean
      });
    } catch (error) {
      if (error instanceof RefusedError) {
        this.trouble = true;
        this.host.err(
          `loadlight: the clean copy of ${shownText(file.shown)} is not written: ${shownText(error.message)}\n`
        );
      } else if (error instanceof UnreadableError) this.cannot(file.shown, error.message);
      else if (error instanceof NotebookError) {
        const { message, remedy, position } = error;
        this.cannot(file.shown, `${message} (line ${position.line + 1}, column ${position.character + 1}). ${remedy}`);
      } else throw error;
    }
  }

  private write(source: SourceFile, target: string, text: string): void {
    const whole = (source.byteOrderMark ? '\ufeff' : '') + text;
    if (!this.options.inPlace) return writeWhole(target, whole);
    if (text !== source.text) replaceFile(source.path, source.bytes, whole, 'loadlight share');
  }

  finish(): ExitCode {
    const { format, output } = this.options;
    const nothing = this.trouble
      ? 'Nothing was looked at.'
      : `Nothing to look at: ${this.excluded > 0 ? 'the configuration leaves it out' : 'there is no notebook here'}.`;
    const text =
      format === 'json'
        ? shareAsJson(this.shared)
        : format === 'html'
          ? shareAsPage(this.shared, nothing)
          : shareAsText(this.shared, nothing, this.host);
    if (output === undefined) this.host.out(text);
    else {
      try {
        writeWhole(resolve(this.host.cwd, output), text);
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        this.trouble = true;
        this.host.err(`loadlight: ${shownText(output)} cannot be written: ${shownText(error.message)}\n`);
      }
    }
    if (this.trouble) return EXIT.trouble;
    if (this.shared.length === 0) return this.options.forceExclude ? EXIT.clean : EXIT.nothing;
    return this.shared.every(({ report, copy }) => (copy?.report ?? report).ready) ? EXIT.clean : EXIT.findings;
  }
}

function isSameFile(a: string, b: string): boolean {
  if (!existsSync(a)) return false;
  const [one, other] = [statSync(a), statSync(b)];
  return one.ino === other.ino && one.dev === other.dev;
}
