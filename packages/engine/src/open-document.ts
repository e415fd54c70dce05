import type { Explanation } from '@loadlight/facts/explanation';
import type { Fact, Install, Secret } from '@loadlight/facts/fact';
import type { Edit, Fix, MetadataIntent } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import type { Part, Place, Position } from '@loadlight/facts/place';
import { readCellIgnores } from '@loadlight/notebook/cell-ignores';
import { topOfCell, topOfFile } from '@loadlight/notebook/top-of-part';
import { commentAt } from '@loadlight/python/edits/secret-in-code';
import { variableNamed } from '@loadlight/python/edits/read-secret';
import { PythonProgram } from '@loadlight/python/program';
import type { TextLines } from '@loadlight/facts/text-lines';
import { isExcluded, isSelected } from '@loadlight/policy/applies';
import { RULES } from '@loadlight/rules/rules';
import { LONGEST_TEXT } from '@loadlight/secrets/raw-secret';
import type { Analysis } from './analysis.js';
import { outputsCleared, type ClearedOutput } from './cleared-outputs.js';
import { cellSuppressions, ignoresAfter, type CellIgnores, type CellIgnoresChange } from './cell-suppressions.js';
import type { CellMetadataInput, CodeInput } from './document.js';
import { DocumentFixes } from './document-fixes.js';
import { DocumentImports } from './document-imports.js';
import type { DocumentServices } from './document-services.js';
import { explainAt } from './explain-at.js';
import { explanationWithout, hiding, secretPlaces, withoutValues, type Hide } from './hide-values.js';
import { judge, type Judged } from './judge.js';
import { note } from './notes.js';
import { codeOf, openCell, type OpenCell } from './open-cell.js';
import { mergeOwnPackages, type Owned, type OwnPackages } from './own-packages.js';
import { OtherTexts } from './other-texts.js';
import { ReportMemory } from './report-memory.js';
import { sameSecrets, type SecretText } from './same-secrets.js';
import { ShownByCells } from './share/shown-by-cells.js';
import { takeOut, type FoundCredential } from './take-out.js';
import { usedValues, withUsedSecrets } from './used-secrets.js';

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
  private readonly imports: DocumentImports;
  private readonly fixes: DocumentFixes;
  private readonly others: OtherTexts;
  /** Other texts than code were given. */
  private hasTexts = false;
  private order: readonly string[] = [];
  private sharing: readonly Fact[] | undefined;
  private readonly shown: ShownByCells;
  private version = 0;
  private judged: Judged | undefined;
  /** Hides the credentials that the last analysis came upon, which nothing that is said may hold. */
  private hide: Hide | undefined;
  private readonly reports = new ReportMemory();

  constructor(
    readonly uri: string,
    readonly isFile: boolean,
    private readonly services: DocumentServices
  ) {
    this.program = new PythonProgram(services.grammar, uri, isFile);
    this.others = new OtherTexts(services.secrets);
    this.shown = new ShownByCells(services.scripts);
    this.imports = new DocumentImports(services.grammar, uri, isFile);
    this.fixes = new DocumentFixes(uri, this.program, services, part => this.lines(part));
  }

  put(input: CodeInput): void {
    const next = new Map<string, OpenCell>();
    for (const cell of codeOf(input)) next.set(cell.id, openCell(cell, this.cells.get(cell.id), this));
    this.cells = next;
    this.metadata = input.kind === 'notebook' ? (input.metadata ?? []) : [];
    this.ignores = new Map(this.metadata.map(({ cell, text }) => [cell, readCellIgnores(text)]));
    const texts = input.kind === 'text' ? [{ part: FILE, text: input.text }] : input.kind === 'file' ? [] : input.texts;
    this.hasTexts = texts !== undefined;
    this.others.put(texts ?? []);
    this.order = (input.kind === 'notebook' ? input.order : undefined) ?? [...next.keys()];
    this.sharing = input.kind === 'notebook' ? input.sharing : undefined;
    if (this.sharing) this.program.tellDisplays();
    this.version = input.version;
    this.judged = undefined;
    this.program.isColab = input.kind === 'notebook' && input.isColab === true;
    this.program.update(Array.from(next.values(), ({ program }) => program));
  }

  /** What is still being read that decides what is looked at: the configuration, and the modules. Works nothing out. */
  gathering(): Promise<void> | undefined {
    const { configuration, path, evenIfExcluded, pending } = this.services.configuration(this.uri);
    if (pending || (!evenIfExcluded && isExcluded(configuration, path))) return pending;
    return this.services.modules(this.uri, this.imports.of([...this.cells.values()])).pending;
  }

  analyse(): Analysis {
    const pending = new Set<Promise<void>>();
    const { configuration, path, file, evenIfExcluded, pending: configured } = this.services.configuration(this.uri);
    if (configured) pending.add(configured);
    const excluded = !evenIfExcluded && isExcluded(configuration, path);
    if (!excluded) {
      const { modules, pending: reading } = this.services.modules(this.uri, this.imports.of([...this.cells.values()]));
      if (reading) pending.add(reading);
      this.program.link(modules);
    }
    const searching = new Set<Promise<void>>();
    const found = excluded ? [] : this.secrets(searching);
    const published = excluded ? [] : this.shown.active(this.program.publish(), pending);
    const facts: Fact[] = excluded
      ? []
      : this.inOrder([
          ...this.sameSecrets([
            ...withUsedSecrets(published, found),
            ...found,
            ...this.others.facts(this.uri, searching)
          ]),
          ...[...this.cells.values()].flatMap(({ exposures }) => exposures),
          ...this.others.exposures(this.uri),
          ...cellSuppressions(this.uri, this.ignores),
          ...(this.sharing ?? [])
        ]);
    const own = this.ownPackages(facts.filter(fact => fact.kind === 'install'));
    const secrets = secretPlaces(facts);
    const values = [...secrets.map(place => this.textAt(place)), ...usedValues(published)];
    this.hide = hiding(values, searching.size > 0);
    for (const scan of searching) pending.add(scan);
    const judged = judge(
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
        fits: fix => this.fixes.fits(fix, pending),
        honours: tool => tool === 'loadlight' || configuration.honour.includes(tool),
        canSuppress: place => this.isPythonAt(place),
        canWriteMetadata: ({ part }) => this.services.editsCellMetadata && part.kind !== 'file' && part.cell !== null,
        top: place => this.top(place),
        canConfigure: intent => this.services.canConfigure(this.uri, intent)
      },
      this.reports
    );
    this.judged = withoutValues(judged, this.hide);
    const lines = [...this.cells.values()].reduce((sum, cell) => sum + cell.lines.count, 0);
    const unreadable = this.program.unreadable.length;
    const texts =
      this.others.tooLong + [...this.cells.values()].filter(({ lines: { text } }) => text.length > LONGEST_TEXT).length;
    return {
      uri: this.uri,
      version: this.version,
      cellVersions: new Map([...this.cells].map(([id, cell]) => [id, cell.input.version])),
      findings: this.judged.findings,
      secrets,
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
    const said = this.judged && explainAt(this.judged, part, position);
    return said && this.hide ? explanationWithout(said, this.hide) : said;
  }

  /** The credential that a finding of the last analysis is about, where it stands in this document. */
  credential(finding: Finding): FoundCredential | undefined {
    const secret = this.judged?.facts.get(finding);
    if (secret?.kind !== 'secret' || secret.file !== undefined) return undefined;
    const value = this.textAt(secret.place);
    return value === '' ? undefined : { secret, value };
  }

  /** How the credential is taken out of this document, as the last analysis saw it; `pending` takes what may tell otherwise. */
  takeOut(credential: FoundCredential, pending: Set<Promise<void>>): ReturnType<typeof takeOut> {
    if (!this.judged) return { places: 0 };
    return takeOut(credential, {
      uri: this.uri,
      texts: this.secretTexts(),
      context: this.judged.context,
      isComment: place => commentAt(this.program, place) !== undefined,
      fits: fix => this.fixes.fits(fix, pending)
    });
  }

  edits(fix: Fix): Edit[] | undefined {
    return this.fixes.edits(fix);
  }

  /** The document as it would be put again, for a copy to be worked on. */
  input(): CodeInput {
    const cells = [...this.cells.values()].map(cell => cell.input);
    const [only] = cells;
    const { uri, version, metadata } = this;
    if (this.isFile) return { kind: 'file', uri, version, text: only?.text ?? '' };
    const { isColab } = this.program;
    return { kind: 'notebook', uri, version, language: 'python', cells, metadata, isColab };
  }

  /** What the cell's metadata is to ignore once the intent is done. */
  ignoresAfter(intent: MetadataIntent): CellIgnoresChange | undefined {
    return ignoresAfter(this.uri, this.ignores, intent);
  }

  /** The text of a file; undefined for a notebook. */
  get fileText(): string | undefined {
    return this.isFile ? this.cells.get('')?.input.text : undefined;
  }

  /** The text of a file, of whatever kind; undefined for a notebook. */
  get wholeText(): string | undefined {
    return this.isFile ? this.lines(FILE)?.text : undefined;
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

  private textAt({ part, range }: Place): string {
    const lines = this.lines(part);
    return lines?.text.slice(lines.offset(range.start), lines.offset(range.end)) ?? '';
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
      const facts = this.services.secrets.facts(cell.lines, cell.lines.text, this.uri, part);
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
    return sameSecrets(
      facts,
      this.secretTexts(),
      ({ inCode, place }) => inCode && variableNamed(this.program, place) !== undefined
    );
  }

  private secretTexts(): SecretText[] {
    const code = Array.from(this.cells, ([id, { lines }]) => ({
      part: this.isFile ? FILE : ({ kind: 'source', cell: id } as const),
      lines
    }));
    return [...code, ...this.others.besideCode()];
  }

  /** Cell by cell, as they stand in the document. */
  private inOrder(facts: readonly Fact[]): Fact[] {
    const order = new Map(this.order.map((id, i) => [id, i]));
    const orderOf = ({ place: { part } }: Fact): number =>
      part.kind === 'file' ? 0 : (order.get(part.cell ?? '') ?? order.size);
    return [...facts].sort((a, b) => orderOf(a) - orderOf(b));
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
