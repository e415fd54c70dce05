import type { Explanation } from '@loadlight/facts/explanation';
import type { Exposure, Fact, Install, Secret } from '@loadlight/facts/fact';
import { asks, withAnyAnswer } from '@loadlight/facts/asked';
import {
  editedBy,
  metadataIntent,
  type ConfiguringIntent,
  type Edit,
  type Fix,
  type MetadataIntent
} from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import type { Magic } from '@loadlight/facts/magic';
import type { Message } from '@loadlight/facts/message';
import { partKey, type Part, type Place, type Position } from '@loadlight/facts/place';
import { readCellIgnores } from '@loadlight/notebook/cell-ignores';
import { readCell } from '@loadlight/notebook/blank-magics';
import { readPercentFile } from '@loadlight/notebook/percent-file';
import { topOfCell, topOfFile } from '@loadlight/notebook/top-of-part';
import { editsFor } from '@loadlight/python/edits/edits-for';
import { fits } from '@loadlight/python/edits/fits';
import { variableNamed } from '@loadlight/python/edits/read-secret';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { importsOf } from '@loadlight/python/modules/imports-of';
import { runsOf, WorkspaceModule } from '@loadlight/python/modules/workspace-module';
import { PythonProgram, type LooksOfStrings, type ProgramCell } from '@loadlight/python/program';
import { differenceOf } from '@loadlight/facts/text-difference';
import { TextLines } from '@loadlight/facts/text-lines';
import { isExcluded, isSelected } from '@loadlight/policy/applies';
import type { Configuration } from '@loadlight/policy/configuration';
import { explain } from '@loadlight/rules/explain/explain';
import { RULES } from '@loadlight/rules/rules';
import { exposureFacts } from '@loadlight/sharing/server-exposure';
import { mayHoldSecret, mayHoldSecretNow } from '@loadlight/secrets/candidate';
import { LONGEST_TEXT } from '@loadlight/secrets/raw-secret';
import { stringsThatLookDrawn, stringsThatLookDrawnNow } from '@loadlight/secrets/meaning/strings-that-look-drawn';
import type { Analysis } from './analysis.js';
import { outputsCleared, type ClearedOutput } from './cleared-outputs.js';
import { cellSuppressions, ignoresAfter, type CellIgnores, type CellIgnoresChange } from './cell-suppressions.js';
import type { CellInput, CellMetadataInput, CodeInput } from './document.js';
import { judge, type Judged } from './judge.js';
import { fileSeenFrom } from './module-of-file.js';
import { note } from './notes.js';
import { mergeOwnPackages, readOwnPackages, type Owned, type OwnPackages } from './own-packages.js';
import { OtherTexts } from './other-texts.js';
import { ReportMemory } from './report-memory.js';
import { sameSecrets } from './same-secrets.js';
import type { FetchScripts } from './share/sharing-input.js';
import type { SecretScans } from './secret-scans.js';
import { withUsedSecrets } from './used-secrets.js';
import type { FoundVersion } from './versions.js';
import type { FoundModules, Importing } from './workspace-modules.js';

/** A cell as it was put: its raw text, and the text that Python is read from. */
interface OpenCell {
  readonly input: CellInput;
  readonly lines: TextLines;
  readonly language: string;
  readonly python: string;
  /** The same as a cell of the program. A cell of another language is blank to Python, but a shell's may bring files. */
  readonly program: ProgramCell;
  /** What Python does not read of it. */
  readonly magics: readonly Magic[];
  readonly mayHoldSecret: boolean;
  /** Names in it that stand for modules. */
  readonly imports: readonly string[];
  /** How it opens a server. */
  readonly exposures: readonly Exposure[];
  /** What the cell installs or asks for. */
  readonly own: OwnPackages | undefined;
}

/** What a document asks of the engine around it. */
export interface Services {
  readonly grammar: PythonGrammar;
  readonly secrets: SecretScans;
  /** The part that reads scripts of web pages. */
  readonly scripts: FetchScripts;
  /** The modules of the workspace that the document reaches. */
  modules(document: string, importing: Importing): FoundModules;
  /** `own` is what the document itself says of packages. */
  version(document: string, name: string, own: Owned): FoundVersion;
  commit(
    kind: 'model' | 'dataset',
    repository: string,
    revision: string
  ): { commit: string | undefined; pending: Promise<void> | undefined };
  /** The edits of a fix in another document that is open or a module of the workspace; undefined where they cannot be made. */
  editsElsewhere(fix: Fix): Edit[] | undefined;
  /** There is a file at that path, seen from the document, whose checksum can be worked out. */
  canChecksum(document: string, path: string): { there: boolean; pending: Promise<void> | undefined };
  /** The configuration that counts for the document, and its path seen from there. */
  configuration(document: string): {
    configuration: Configuration;
    path: string;
    file: string;
    evenIfExcluded: boolean;
    pending: Promise<void> | undefined;
  };
  /** Somebody can be asked for what a fix needs to know. */
  readonly asksUser: boolean;
  /** Cells' metadata can be written. */
  readonly editsCellMetadata: boolean;
  /**
   * The edits of other files that keep the variable with that value; undefined where they cannot be made, a promise while files
   * are read.
   */
  keptVariable(document: string, variable: string, value: string): readonly Edit[] | undefined | Promise<void>;
  /** Stored outputs can be taken away. */
  readonly clearsOutputs: boolean;
  /** The configuration that counts for the document can be changed so. */
  canConfigure(document: string, intent: ConfiguringIntent): boolean;
  notes(): readonly Message[];
}

/** Facts that the hover may have words for. */
const EXPLAINED = ['load', 'model-ref', 'dataset-ref', 'fetch', 'secret', 'environment', 'loading-switch'] as const;

/** The rule of credentials in outputs, which are looked at only where they are given. */
const IN_OUTPUTS = 'LL303';
const FOR_SHARING = new Set(RULES.filter(({ meta }) => meta.onlyForSharing).map(({ meta }) => meta.id));
const FILE: Part = { kind: 'file' };

/** One open document: its program, its cells, and what the last analysis said. Owns the trees. */
export class OpenDocument {
  private readonly program: PythonProgram;
  private cells = new Map<string, OpenCell>();
  /** By a cell's text, the line above which a comment speaks of all of it; filled on need. */
  private readonly tops = new WeakMap<TextLines, number | undefined>();
  private own: { readonly said: readonly (OwnPackages | Install)[]; readonly owned: Owned } = {
    said: [],
    owned: { packages: new Map(), files: [] }
  };
  private metadata: readonly CellMetadataInput[] = [];
  private ignores: CellIgnores = new Map();
  private importing: { readonly cells: readonly OpenCell[]; readonly said: Importing } | undefined;
  private readonly others: OtherTexts;
  /** Other texts than code were given. */
  private hasTexts = false;
  private order: readonly string[] = [];
  private sharing: readonly Fact[] | undefined;
  private version = 0;
  private judged: Judged | undefined;
  private readonly reports = new ReportMemory();

  constructor(
    readonly uri: string,
    private readonly isFile: boolean,
    private readonly services: Services
  ) {
    this.program = new PythonProgram(services.grammar, uri, isFile);
    this.others = new OtherTexts(services.secrets);
  }

  put(input: CodeInput): void {
    const analysed = codeOf(input);
    const next = new Map<string, OpenCell>();
    for (const cell of analysed) {
      const known = this.cells.get(cell.id);
      next.set(cell.id, known?.lines.text === cell.text ? withInput(known, cell) : this.open(cell, known));
    }
    this.cells = next;
    this.metadata = input.kind === 'notebook' ? (input.metadata ?? []) : [];
    this.ignores = new Map(this.metadata.map(({ cell, text }) => [cell, readCellIgnores(text)]));
    const texts = input.kind === 'text' ? [{ part: FILE, text: input.text }] : input.kind === 'file' ? [] : input.texts;
    this.hasTexts = texts !== undefined;
    this.others.put(texts ?? []);
    this.order = (input.kind === 'notebook' ? input.order : undefined) ?? [...next.keys()];
    this.sharing = input.kind === 'notebook' ? input.sharing : undefined;
    this.version = input.version;
    this.judged = undefined;
    this.program.update(Array.from(next.values(), ({ program }) => program));
  }

  /** What is still being read that decides what is looked at: the configuration, and the modules. Works nothing out. */
  gathering(): Promise<void> | undefined {
    const { configuration, path, evenIfExcluded, pending } = this.services.configuration(this.uri);
    if (pending || (!evenIfExcluded && isExcluded(configuration, path))) return pending;
    return this.services.modules(this.uri, this.importsOfCells()).pending;
  }

  analyse(): Analysis {
    const pending = new Set<Promise<void>>();
    const { configuration, path, file, evenIfExcluded, pending: configured } = this.services.configuration(this.uri);
    if (configured) pending.add(configured);
    const excluded = !evenIfExcluded && isExcluded(configuration, path);
    if (!excluded) {
      const { modules, pending: reading } = this.services.modules(this.uri, this.importsOfCells());
      if (reading) pending.add(reading);
      this.program.link(modules);
    }
    const shown = excluded ? [] : this.secrets(pending);
    const facts: Fact[] = excluded
      ? []
      : this.inOrder([
          ...this.sameSecrets([
            ...withUsedSecrets(this.program.publish(), shown),
            ...shown,
            ...this.others.facts(this.uri, pending)
          ]),
          ...[...this.cells.values()].flatMap(({ exposures }) => exposures),
          ...this.others.exposures(this.uri),
          ...cellSuppressions(this.uri, this.ignores),
          ...(this.sharing ?? [])
        ]);
    const own = this.ownPackages(facts.filter(fact => fact.kind === 'install'));
    this.judged = judge(
      facts,
      {
        version: name => {
          const { range, pending: reading } = this.services.version(this.uri, name, own);
          if (reading) pending.add(reading);
          return range;
        },
        commit: (kind, repository, revision) => {
          const { commit, pending: reading } = this.services.commit(kind, repository, revision);
          if (reading) pending.add(reading);
          return commit;
        },
        canChecksum: path => {
          const { there, pending: looking } = this.services.canChecksum(this.uri, path);
          if (looking) pending.add(looking);
          return there;
        },
        line: place => this.lines(place.part)?.line(place.range.start.line) ?? '',
        isOn: rule => isSelected(configuration, rule, path),
        isLookedAt: ({ part }, rule) =>
          (part.kind === 'file' || this.cells.has(part.cell ?? '')) &&
          (this.hasTexts || rule !== IN_OUTPUTS) &&
          (this.sharing !== undefined || !FOR_SHARING.has(rule)),
        fits: fix => this.fits(fix, pending),
        honours: tool => tool === 'loadlight' || configuration.honour.includes(tool),
        canSuppress: place => this.isPythonAt(place),
        canWriteMetadata: ({ part }) => this.services.editsCellMetadata && part.kind !== 'file' && part.cell !== null,
        top: place => this.top(place),
        canConfigure: intent => this.services.canConfigure(this.uri, intent)
      },
      this.reports
    );
    const lines = [...this.cells.values()].reduce((sum, cell) => sum + cell.lines.count, 0);
    const unreadable = this.program.unreadable.length;
    const texts =
      this.others.tooLong + [...this.cells.values()].filter(({ lines: { text } }) => text.length > LONGEST_TEXT).length;
    return {
      uri: this.uri,
      version: this.version,
      cellVersions: new Map([...this.cells].map(([id, cell]) => [id, cell.input.version])),
      findings: this.judged.findings,
      excluded,
      looked: { cells: this.cells.size, lines },
      notes: [
        ...(excluded ? [note('note-excluded', { file })] : []),
        ...(unreadable
          ? [this.isFile ? note('note-file-too-long') : note('note-cells-too-long', { cells: unreadable })]
          : []),
        ...(texts ? [note('note-text-too-long', { texts })] : []),
        ...this.services.notes()
      ],
      pending: pending.size > 0 ? Promise.all(pending).then(() => undefined) : undefined
    };
  }

  /** What the findings of the last analysis are about. */
  get factsByFinding(): ReadonlyMap<Finding, Fact> {
    return this.judged?.facts ?? new Map();
  }

  explain(part: Part, position: Position): Explanation | undefined {
    if (!this.judged) return undefined;
    const { facts, context } = this.judged;
    const key = partKey(part);
    const here = [...this.factsOf()].filter(fact => partKey(fact.place.part) === key && holds(fact.place, position));
    // Of nested calls the innermost one is meant.
    for (const fact of here.sort((a, b) => size(a.place) - size(b.place))) {
      const worst = [...facts]
        .filter(([f, about]) => about === fact && !f.suppressed)
        .map(([f]) => f)
        .sort(bySeverity)[0];
      const explanation = explain(fact, worst, context);
      if (explanation) return explanation;
    }
    return undefined;
  }

  private fits(fix: Fix, pending: Set<Promise<void>>): boolean {
    if (metadataIntent(fix)) return true;
    const clears = fix.intents.filter(({ kind }) => kind === 'clearOutputs').length;
    if (clears > 0 && !this.services.clearsOutputs) return false;
    if (clears === fix.intents.length) return true;
    if (this.isElsewhere(fix)) return (this.edits(withAnyAnswer(fix))?.length ?? 0) > 0;
    if (asks(fix) && !this.services.asksUser) return false;
    const kept = this.kept(fix);
    if (kept === undefined) return false;
    // Until the files are read it is not known that it does not fit.
    if (kept instanceof Promise) pending.add(kept);
    return fits(this.program, withAnyAnswer(fix).intents);
  }

  edits(fix: Fix): Edit[] | undefined {
    if (this.isElsewhere(fix)) return this.services.editsElsewhere(fix);
    const kept = this.kept(fix);
    const edits = Array.isArray(kept) ? editsFor(this.program, fix.intents) : undefined;
    return edits && Array.isArray(kept) ? [...edits, ...kept] : undefined;
  }

  /** The edits of other files that the fix needs; undefined where they cannot be made, a promise while files are read. */
  private kept(fix: Fix): Edit[] | undefined | Promise<void> {
    const edits: Edit[] = [];
    for (const intent of fix.intents) {
      if (intent.kind !== 'keepVariable') continue;
      const { part, range } = intent.place;
      const lines = this.lines(part);
      const value = lines?.text.slice(lines.offset(range.start), lines.offset(range.end));
      const own = value === undefined ? undefined : this.services.keptVariable(this.uri, intent.variable, value);
      if (own === undefined || own instanceof Promise) return own;
      edits.push(...own);
    }
    return edits;
  }

  private isElsewhere(fix: Fix): boolean {
    const edited = editedBy(fix);
    return edited !== undefined && edited !== this.uri;
  }

  /** The document as it would be put again, for a copy to be worked on. */
  input(): CodeInput {
    const cells = [...this.cells.values()].map(cell => cell.input);
    const [only] = cells;
    const { uri, version, metadata } = this;
    if (this.isFile) return { kind: 'file', uri, version, text: only?.text ?? '' };
    return { kind: 'notebook', uri, version, language: 'python', cells, metadata };
  }

  /** What the cell's metadata is to ignore once the intent is done. */
  ignoresAfter(intent: MetadataIntent): CellIgnoresChange | undefined {
    return ignoresAfter(this.uri, this.ignores, intent);
  }

  /** The text of a file; undefined for a notebook. */
  get fileText(): string | undefined {
    return this.isFile ? this.cells.get('')?.input.text : undefined;
  }

  /** The stored outputs that the fix takes away. */
  outputsCleared(fix: Fix): ClearedOutput[] | undefined {
    return outputsCleared(fix, part => this.others.linesOf(part));
  }

  lines(part: Part): TextLines | undefined {
    return this.cellOf(part)?.lines ?? this.others.linesOf(part);
  }

  dispose(): void {
    this.program.dispose();
    this.cells.clear();
  }

  private open(input: CellInput, before: OpenCell | undefined): OpenCell {
    const lines = before?.lines.edited(input.text) ?? new TextLines(input.text);
    const base = {
      input,
      lines,
      mayHoldSecret:
        before?.mayHoldSecret === false
          ? mayHoldSecretNow(input.text, differenceOf(before.lines.text, input.text))
          : mayHoldSecret(input.text),
      exposures: exposureFacts(
        input.text,
        this.isFile ? 'python' : 'cell',
        this.uri,
        this.isFile ? FILE : { kind: 'source', cell: input.id }
      )
    };
    const looks = (text: string): LooksOfStrings =>
      before?.program.strings
        ? stringsThatLookDrawnNow(text, before.python, before.program.strings, differenceOf(before.python, text))
        : stringsThatLookDrawn(text);
    if (this.isFile) {
      const { text, magics } = readPercentFile(input.text);
      const own = readOwnPackages(input.text, this.uri, { kind: 'file' }, magics);
      const imports = [...importsOf(text), ...runsOf([{ id: '', text, magics }])];
      return {
        ...base,
        language: 'python',
        python: text,
        program: { ...programCell(input, text, magics, lines), strings: looks(text) },
        magics,
        imports,
        own
      };
    }
    const { language, text, magics } = readCell(input.text);
    const own = readOwnPackages(input.text, this.uri, { kind: 'source', cell: input.id }, magics);
    const imports = [...importsOf(text), ...runsOf([{ id: '', text, magics }])];
    const program = { ...programCell(input, text, magics, lines), strings: looks(text) };
    return { ...base, language, python: text, program, magics, imports, own };
  }

  /** Worked out anew only where a cell changed. */
  private importsOfCells(): Importing {
    const cells = [...this.cells.values()];
    const known = this.importing?.cells;
    const telling = cells.filter(cell => cell.imports.length > 0 || cell.magics.some(writesFile));
    if (this.importing && known?.length === telling.length && telling.every((cell, i) => isSameText(cell, known[i])))
      return this.importing.said;
    const said = { imports: [...new Set(telling.flatMap(cell => cell.imports))], written: this.writtenFiles(telling) };
    this.importing = { cells: telling, said };
    return said;
  }

  /** Files that `%%writefile` makes, as modules whose places are those in the cell. */
  private writtenFiles(cells: readonly OpenCell[]): Map<string, WorkspaceModule> {
    const written = new Map<string, WorkspaceModule>();
    for (const { input, magics } of cells) {
      for (const magic of magics.filter(writesFile)) {
        const path = magic.argument.split(/\s+/).find(word => word !== '' && !word.startsWith('-'));
        const uri = path === undefined ? undefined : fileSeenFrom(this.uri, path.replace(/^(['"])(.*)\1$/, '$2'));
        if (uri === undefined || !uri.endsWith('.py')) continue;
        const text = '\n'.repeat(magic.bodyRange.start.line) + magic.body;
        written.set(
          uri,
          new WorkspaceModule(this.services.grammar, this.uri, [{ id: input.id, text }], this.isFile, text)
        );
      }
    }
    return written;
  }

  /** Worked out anew only where something that says something changed. */
  private ownPackages(ran: readonly Install[]): Owned {
    const own = [...this.cells.values()].map(cell => cell.own).filter(said => said !== undefined);
    const said = [...own, ...ran];
    if (said.length !== this.own.said.length || said.some((one, i) => one !== this.own.said[i])) {
      const order = new Map([...this.cells.keys()].map((id, i) => [id, i]));
      const orderOf = (part: Part): number => (part.kind === 'source' ? (order.get(part.cell) ?? 0) : 0);
      this.own = { said, owned: mergeOwnPackages(own, ran, this.uri, orderOf) };
    }
    return this.own.owned;
  }

  /** Secrets are looked for in the text as it is, magics and cells of other languages included. */
  private secrets(pending: Set<Promise<void>>): Secret[] {
    const found: Secret[] = [];
    for (const [id, cell] of this.cells) {
      if (!cell.mayHoldSecret) continue;
      const part: Part = this.isFile ? { kind: 'file' } : { kind: 'source', cell: id };
      const facts = this.services.secrets.facts(cell.lines.text, this.uri, part);
      if (facts instanceof Promise) pending.add(facts);
      else {
        for (const secret of facts) {
          const variable = variableNamed(this.program, secret.place) ?? secret.variable;
          found.push({ ...secret, inCode: true, variable });
        }
      }
    }
    return found;
  }

  /** With the places where the same values stand in other code and outputs. */
  private sameSecrets(facts: readonly Fact[]): Fact[] {
    if (!facts.some(({ kind }) => kind === 'secret')) return [...facts];
    const code = Array.from(this.cells, ([id, { lines }]) => ({
      part: this.isFile ? FILE : ({ kind: 'source', cell: id } as const),
      lines
    }));
    return sameSecrets(
      facts,
      [...code, ...this.others.outputs()],
      ({ inCode, place }) => inCode && variableNamed(this.program, place) !== undefined
    );
  }

  /** Cell by cell, as they stand in the document. */
  private inOrder(facts: readonly Fact[]): Fact[] {
    const order = new Map(this.order.map((id, i) => [id, i]));
    const orderOf = ({ place: { part } }: Fact): number =>
      part.kind === 'file' ? 0 : (order.get(part.cell ?? '') ?? order.size);
    return [...facts].sort((a, b) => orderOf(a) - orderOf(b));
  }

  private *factsOf(): Iterable<Fact> {
    if (!this.judged) return;
    const { context } = this.judged;
    for (const kind of EXPLAINED) yield* context.factsOf(kind);
  }

  private top({ part }: Place): Place | undefined {
    const cell = this.cellOf(part);
    if (cell?.language !== 'python') return undefined;
    if (!this.tops.has(cell.lines))
      this.tops.set(cell.lines, this.isFile ? topOfFile(cell.lines) : topOfCell(cell.lines));
    const line = this.tops.get(cell.lines);
    if (line === undefined) return undefined;
    const start = { line, character: 0 };
    return { document: this.uri, part, range: { start, end: start } };
  }

  /** The line is read as Python: behind a magic or a shell line, a comment would be theirs. */
  private isPythonAt({ part, range }: Place): boolean {
    const cell = this.cellOf(part);
    if (cell?.language !== 'python') return false;
    const start = cell.lines.lineStart(range.start.line);
    const line = cell.lines.line(range.start.line);
    return cell.python.startsWith(line, start);
  }

  private cellOf(part: Part): OpenCell | undefined {
    if (part.kind === 'file') return this.cells.get('');
    return part.kind === 'source' ? this.cells.get(part.cell) : undefined;
  }
}

/** The cells that are read as Python; a file is one. */
function codeOf(input: CodeInput): readonly CellInput[] {
  if (input.kind === 'text') return [];
  if (input.kind === 'file') return [{ id: '', version: input.version, text: input.text }];
  return input.language === 'python' ? input.cells : [];
}

function programCell({ id }: CellInput, text: string, magics: readonly Magic[], lines: TextLines): ProgramCell {
  return text === lines.text ? { id, text, magics, lines } : { id, text, magics };
}

function withInput(cell: OpenCell, input: CellInput): OpenCell {
  return cell.input.version === input.version ? cell : { ...cell, input };
}

function writesFile({ kind, name }: Magic): boolean {
  return kind === 'cell' && (name === 'writefile' || name === 'file');
}

function isSameText(cell: OpenCell, known: OpenCell | undefined): boolean {
  return cell.input.id === known?.input.id && cell.lines === known.lines;
}

function holds(place: Place, { line, character }: Position): boolean {
  const { start, end } = place.range;
  const after = line > start.line || (line === start.line && character >= start.character);
  return after && (line < end.line || (line === end.line && character <= end.character));
}

function size(place: Place): number {
  const { start, end } = place.range;
  return (end.line - start.line) * 10_000 + end.character - start.character;
}

function bySeverity(a: Finding, b: Finding): number {
  const rank = { error: 0, warning: 1, information: 2 } as const;
  return rank[a.severity] - rank[b.severity];
}
