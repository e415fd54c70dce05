import { checksummedFile, withChecksum } from '@loadlight/facts/asked';
import type { Explanation } from '@loadlight/facts/explanation';
import { configuringIntent, editedBy, keepsVariable, metadataIntent, type Edit, type Fix } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import { say, type Message } from '@loadlight/facts/message';
import type { Part, Place, Position } from '@loadlight/facts/place';
import { versionWords } from '@loadlight/facts/version-wording';
import { isExcluded } from '@loadlight/policy/applies';
import { EMPTY_CONFIGURATION } from '@loadlight/policy/configuration';
import { editsFor } from '@loadlight/python/edits/edits-for';
import { PythonGrammar } from '@loadlight/python/grammar';
import { brokenConfiguration } from '@loadlight/rules/broken-configuration';
import type { Analysis, FixAllResult } from './analysis.js';
import type { ClearedOutput } from './cleared-outputs.js';
import type { CellIgnoresChange } from './cell-suppressions.js';
import type { ConfigurationInput, DocumentInput } from './document.js';
import { fixAll } from './fix-all.js';
import { EnvironmentFiles } from './environment-file.js';
import { ConfigurationChanges } from './configuration-changes.js';
import { Configurations } from './configurations.js';
import { FileChecksums } from './file-checksums.js';
import type { ScriptsPart } from '@loadlight/sharing/script-reading';
import { HubCache } from './hub-cache.js';
import { analyseConfiguration } from './open-configuration.js';
import { pathFrom } from './folders.js';
import { note } from './notes.js';
import type { DocumentServices } from './document-services.js';
import { OpenDocument } from './open-document.js';
import type { Ports } from './ports.js';
import { SecretScans } from './secret-scans.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';
import { cleanNotebook, shareNotebook, type CleanCopy, type Sharing } from './share/share-notebook.js';
import type { ShareReport } from './share/share-report.js';
import type { FoundCredential } from './take-out.js';
import { Versions, type Said } from './versions.js';
import { WorkspaceModules, type ModuleWork } from './workspace-modules.js';

/** Modules are read level by level; so often is asked for more. */
const MAX_GATHERED = 10;

/** Where more is kept of modules: so many texts with their syntax, and so much of them, in UTF-16 units. */
const PARSED = { count: 2000, weight: 4_000_000 };

/** Documents in, findings out. One engine serves every document of a host; it owns their trees. */
export class Engine {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly settings = new Map<string, Settings>();
  private defaults = DEFAULT_SETTINGS;
  private readonly configurationFiles = new Map<string, ConfigurationInput>();
  private readonly versions: Versions;
  private readonly configurations: Configurations;
  private readonly changes: ConfigurationChanges;
  private readonly environmentFiles: EnvironmentFiles;
  private readonly hubCache: HubCache;
  private readonly checksums: FileChecksums;
  private readonly modules: WorkspaceModules;
  private readonly services: DocumentServices;
  private secretsFailed: string | undefined;
  private scriptsFailed: string | undefined;

  private constructor(
    readonly ports: Ports,
    private readonly grammar: PythonGrammar
  ) {
    this.versions = new Versions(ports.files, ports.log);
    this.configurations = new Configurations(ports.files);
    this.environmentFiles = new EnvironmentFiles(ports.files, uri => this.documents.get(uri)?.wholeText);
    this.changes = new ConfigurationChanges(this.configurations, uri => this.configurationFiles.get(uri)?.text);
    this.hubCache = new HubCache(ports.files, ports.hubCache);
    this.checksums = new FileChecksums(ports.files, ports.checksums);
    this.modules = new WorkspaceModules(ports.files, grammar, uri => this.documents.get(uri)?.fileText, ports.modules);
    const secrets = new SecretScans(ports.parts, reason => (this.secretsFailed = reason));
    this.services = {
      grammar,
      secrets,
      scripts: () => this.fetchScripts(),
      version: (document, name, own) =>
        this.versions.lookUp(document, name, {
          said: this.said(document),
          own: own.packages,
          ownFiles: own.files,
          environment: this.settingsOf(document).environment ?? ports.environment
        }),
      modules: (document, importing) => this.modules.lookUp(document, importing),
      configuration: document => this.configurationOf(document),
      asksUser: ports.asksUser === true,
      editsCellMetadata: ports.editsCellMetadata === true,
      clearsOutputs: ports.clearsOutputs === true,
      keptVariable: (document, variable, value) =>
        ports.keepsVariables === true ? this.environmentFiles.edits(document, variable, value) : undefined,
      canConfigure: (document, intent) =>
        ports.editsAnyFile === true &&
        this.settingsOf(document).trusted &&
        this.changes.edit(document, intent) !== undefined,
      commit: (kind, repository, revision) => this.hubCache.lookUp(kind, repository, revision),
      editsElsewhere: fix => this.editsElsewhere(fix),
      canChecksum: (document, path) => this.checksums.lookUp(document, path),
      notes: () => [
        ...(this.secretsFailed === undefined ? [] : [note('note-no-scanner', { reason: this.secretsFailed })]),
        ...(this.scriptsFailed === undefined ? [] : [note('note-no-scripts', { reason: this.scriptsFailed })])
      ]
    };
  }

  /** Loads the grammar through the parts port; rejects where that fails. */
  static async create(ports: Ports): Promise<Engine> {
    const [runtime, python] = await Promise.all([
      ports.parts.bytes('web-tree-sitter.wasm'),
      ports.parts.bytes('tree-sitter-python.wasm')
    ]);
    const parser = await PythonGrammar.load(runtime, python);
    if (ports.modules) parser.parsed.setBounds(PARSED);
    return new Engine(ports, parser);
  }

  /** The workspace's root folders, by URI: look-ups go upwards to them and no further. */
  setFolders(uris: readonly string[]): void {
    this.versions.setRoots(uris);
    this.modules.setRoots(uris);
    this.configurations.setRoots(uris);
    this.environmentFiles.setRoots(uris);
    this.checksums.setRoots(uris);
  }

  /** What it does and keeps of the workspace's modules, as numbers that bounds hold for. */
  get moduleWork(): ModuleWork {
    return this.modules.work;
  }

  /** Settings for a document, or for all documents without settings of their own. */
  setSettings(settings: Settings, uri?: string): void {
    if (uri === undefined) this.defaults = settings;
    else this.settings.set(uri, settings);
  }

  /**
   * Opens the document or brings it up to date. Gives the open documents that import it and are to be analysed again,
   * where they would see another text.
   */
  put(input: DocumentInput): readonly string[] {
    if (input.kind === 'configuration') {
      this.configurationFiles.set(input.uri, input);
      return [];
    }
    let document = this.documents.get(input.uri);
    if (!document) {
      document = new OpenDocument(input.uri, input.kind !== 'notebook', this.services);
      this.documents.set(input.uri, document);
    }
    document.put(input);
    return input.kind === 'file' ? this.modules.touch(input.uri) : [];
  }

  /** Gives the open documents that are to be analysed again, as `put` does. */
  close(uri: string): readonly string[] {
    this.documents.get(uri)?.dispose();
    this.documents.delete(uri);
    this.configurationFiles.delete(uri);
    this.settings.delete(uri);
    this.modules.forget(uri);
    this.environmentFiles.forget(uri);
    return this.modules.touch(uri);
  }

  /** Rejects with the signal's reason when aborted. Throws where the document is not open. */
  async analyse(uri: string, signal?: AbortSignal): Promise<Analysis> {
    // An edit that is already waiting is heard first, and aborts this analysis.
    await Promise.resolve();
    signal?.throwIfAborted();
    const file = this.configurationFiles.get(uri);
    const analysis = file ? analyseConfiguration(file) : this.open(uri).analyse();
    return this.settingsOf(uri).enable ? analysis : { ...analysis, findings: [] };
  }

  /**
   * Reads the configuration and the modules that the document rests on, so that it is analysed once and not after each of them.
   * For whoever has time to wait for the whole; an analysis is right without it, too. Throws where the document is not open.
   */
  async gather(uri: string): Promise<void> {
    if (this.configurationFiles.has(uri)) return;
    const document = this.open(uri);
    for (let round = 0; round < MAX_GATHERED; round++) {
      const reading = document.gathering();
      if (!reading) return;
      await reading;
    }
  }

  /** What the hover says at that position, from the last analysis. */
  explain(uri: string, part: Part, position: Position): Explanation | undefined {
    return this.settingsOf(uri).enable ? this.documents.get(uri)?.explain(part, position) : undefined;
  }

  /**
   * The fix just before it is made, with the checksum that it needs, and `.env` read once more where it is kept there. Undefined where that cannot be had, or where the other file that
   * it edits is no longer as it was read.
   */
  async ready(uri: string, fix: Fix): Promise<Fix | undefined> {
    const edited = editedBy(fix);
    const isElsewhere = edited !== undefined && edited !== uri && !this.documents.has(edited);
    if (isElsewhere && !(await this.modules.isAsRead(edited))) return undefined;
    if (keepsVariable(fix)) await this.environmentFiles.refresh(uri);
    const file = checksummedFile(fix);
    if (file === undefined) return fix;
    const checksum = await this.checksums.of(uri, file);
    return checksum === undefined ? undefined : withChecksum(fix, checksum);
  }

  /**
   * The fix's edits in the text of the last `put`, or of the configuration file. Empty where the text has moved on and the
   * fix no longer fits, or lacks something (`withAnswer`, `ready`).
   */
  edits(uri: string, fix: Fix): readonly Edit[] {
    const intent = configuringIntent(fix);
    if (intent) {
      const edit = this.changes.edit(uri, intent);
      return edit ? [edit] : [];
    }
    return this.documents.get(uri)?.edits(fix) ?? [];
  }

  /** What the fix changes in a cell's metadata, which is no text; undefined where it changes nothing there. */
  metadataChange(uri: string, fix: Fix): CellIgnoresChange | undefined {
    const intent = metadataIntent(fix);
    return intent && this.documents.get(uri)?.ignoresAfter(intent);
  }

  /** The stored outputs that the fix takes away beside its edits; undefined where one of them is not there any more. */
  outputsCleared(uri: string, fix: Fix): readonly ClearedOutput[] | undefined {
    return this.documents.get(uri)?.outputsCleared(fix);
  }

  /** The credential that a finding of the document's last analysis is about; undefined where it stands elsewhere, or it is about none. */
  credential(uri: string, finding: Finding): FoundCredential | undefined {
    return this.documents.get(uri)?.credential(finding);
  }

  /**
   * How that credential, which was found in this document or another, is taken out of this one, as a fix that `ready` takes; `places`:
   * where it stands, also where there is no fix for all of them. Throws where the document is not open.
   */
  async takeOut(
    uri: string,
    credential: FoundCredential,
    signal?: AbortSignal
  ): Promise<{ places: number; fix?: Fix }> {
    const document = this.open(uri);
    for (let round = 0; round < MAX_GATHERED; round++) {
      let analysis = document.analyse();
      while (analysis.pending) {
        await analysis.pending;
        analysis = document.analyse();
      }
      signal?.throwIfAborted();
      const pending = new Set<Promise<void>>();
      const taken = document.takeOut(credential, pending);
      if (pending.size === 0) return taken;
      await Promise.all(pending);
    }
    return { places: 0 };
  }

  /** All safe fixes of the document together, as edits to the text of the last `put`. */
  async fixAll(uri: string, signal?: AbortSignal): Promise<FixAllResult> {
    const document = this.open(uri);
    const { version, cellVersions } = document.analyse();
    if (!this.settingsOf(uri).enable) return { edits: [], fixed: 0, version, cellVersions };
    const { edits, fixed } = await fixAll(document, this.services, signal);
    return { edits, fixed, version, cellVersions };
  }

  /** Whether the configuration leaves that file out; it need not be open. */
  async isExcluded(uri: string): Promise<boolean> {
    for (let round = 0; round < MAX_GATHERED; round++) {
      const { configuration, path, pending } = this.configurationOf(uri);
      if (!pending) return isExcluded(configuration, path);
      await pending;
    }
    return false;
  }

  /**
   * Whether the notebook file with that text is ready to be handed on; it need not be open. Throws NotebookError where it cannot be
   * read, and rejects with the signal's reason when aborted.
   */
  share(uri: string, text: string, options: Sharing = {}): Promise<ShareReport> {
    return shareNotebook(uri, text, this.services, options);
  }

  /** A copy of that file without what `report`, which `share` gave for the same text, says can be taken out. */
  clean(uri: string, text: string, report: ShareReport, options: Sharing = {}): Promise<CleanCopy> {
    return cleanNotebook(uri, text, report, this.services, options);
  }

  /** Frees every tree. */
  dispose(): void {
    for (const document of this.documents.values()) document.dispose();
    this.documents.clear();
    this.grammar.dispose();
  }

  /** Mistakes in the configuration that counts for a document, once it is known. */
  configurationProblems(uri: string): readonly { readonly place: Place; readonly message: Message }[] {
    const { problems } = this.configurations.lookUp(uri).found;
    return problems.map(({ id, args, place }) => ({
      place,
      message: say(brokenConfiguration.meta.messages, id, args)
    }));
  }

  private editsElsewhere(fix: Fix): Edit[] | undefined {
    const uri = editedBy(fix) ?? '';
    const open = this.documents.get(uri);
    if (open) return open.edits(fix);
    const module = this.modules.known(uri);
    return module && editsFor(module.program, fix.intents);
  }

  private configurationOf(uri: string): ReturnType<DocumentServices['configuration']> {
    const { found, pending } = this.configurations.lookUp(uri);
    const { trusted, evenIfExcluded } = this.settingsOf(uri);
    const folder = found.uri?.slice(0, found.uri.lastIndexOf('/') + 1) ?? '';
    const configuration = trusted ? found.configuration : EMPTY_CONFIGURATION;
    return {
      configuration,
      path: pathFrom(folder, uri),
      file: found.uri?.slice(folder.length) ?? '',
      evenIfExcluded,
      pending
    };
  }

  private said(uri: string): Said[] {
    const { configuration, file } = this.configurationOf(uri);
    const { versions, kernelVersions } = this.settingsOf(uri);
    return [
      { versions: Object.entries(versions), source: versionWords('settings') },
      { versions: Object.entries(kernelVersions), source: versionWords('kernel') },
      { versions: [...configuration.versions], source: file }
    ];
  }

  private async fetchScripts(): Promise<ScriptsPart | undefined> {
    try {
      const part = await this.ports.parts.module('scripts');
      this.scriptsFailed = undefined;
      return part as ScriptsPart;
    } catch (error) {
      this.scriptsFailed = error instanceof Error ? error.message : String(error);
      return undefined;
    }
  }

  private settingsOf(uri: string): Settings {
    return this.settings.get(uri) ?? this.defaults;
  }

  private open(uri: string): OpenDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }
}
