import type { Engine } from '@loadlight/engine/engine';
import { editedBy, loadsVariables, suppresses, type Edit, type Fix } from '@loadlight/facts/fix';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Notebook } from '@loadlight/notebook/notebook';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { removeOutputs } from '@loadlight/notebook/remove-outputs';
import { applyEdits } from '@loadlight/notebook/write-edits';
import { settledAnalysis } from './analyser.js';
import { documentInput } from '@loadlight/engine/document-input';
import type { SourceFile, TargetFile } from './source-file.js';

/** A document after its fixes. */
export interface FixedDocument {
  /** The file's new text, without byte order mark. */
  readonly text: string;
  /** How many findings were fixed in it. */
  readonly fixed: number;
  /** Other files of the workspace in which findings of this one were fixed, and those that are written together with it. */
  readonly others: readonly OtherFile[];
  /** A value went into `.env`, and nothing in the program reads that. */
  readonly needsLoading: boolean;
  /** What is left that is no note: errors and warnings, not suppressed. */
  readonly left: number;
}

/** A file as it was read, or a new one, what became of it, and how many findings were fixed in it. */
export interface OtherFile {
  /** The document's new text needs it: they are written together. */
  readonly isNeeded: boolean;
  readonly source: TargetFile;
  text: string;
  fixed: number;
}

type ReadOther = (uri: string, creates: boolean) => TargetFile | undefined;

/** Fixes applied one by one end here, whatever is left: each is followed by an analysis. */
const MAX_REVIEWED = 500;

/**
 * Applies the safe fixes of one file; with `review` then the first fix of each finding that is left. `read` reads another file of
 * the workspace, by URI, for fixes there, or starts it with `creates`; undefined where it cannot be read and written.
 */
export async function fixDocument(
  engine: Engine,
  source: SourceFile,
  review: boolean,
  read: ReadOther
): Promise<FixedDocument> {
  const document = new FixingDocument(engine, source, read);
  try {
    return await document.fix(review);
  } finally {
    document.close();
  }
}

class FixingDocument {
  private version = 0;
  private needsLoading = false;
  private text: string;
  private notebook: Notebook | undefined;
  private readonly others = new Map<string, OtherFile>();

  constructor(
    private readonly engine: Engine,
    private readonly source: SourceFile,
    private readonly read: ReadOther
  ) {
    this.text = source.text;
    this.notebook = source.notebook;
    this.put();
  }

  async fix(review: boolean): Promise<FixedDocument> {
    const { engine, source } = this;
    await settledAnalysis(engine, source.uri);
    const { edits, fixed } = await engine.fixAll(source.uri);
    this.apply(edits);
    const reviewed = review ? await this.fixOneByOne() : 0;
    const after = (await settledAnalysis(engine, source.uri)).findings;
    const left = after.filter(({ suppressed, severity }) => !suppressed && severity !== 'information').length;
    return {
      text: this.text,
      fixed: fixed + reviewed,
      others: [...this.others.values()],
      needsLoading: this.needsLoading,
      left
    };
  }

  close(): void {
    for (const uri of [this.source.uri, ...this.others.keys()]) this.engine.close(uri);
  }

  private async fixOneByOne(): Promise<number> {
    const tried = new Set<string>();
    let fixed = 0;
    while (tried.size < MAX_REVIEWED) {
      const { findings } = await settledAnalysis(this.engine, this.source.uri);
      const next = findings.find(
        finding => !finding.suppressed && finding.fixes.some(fix => !suppresses(fix)) && !tried.has(finding.fingerprint)
      );
      if (!next) break;
      tried.add(next.fingerprint);
      const fix = next.fixes.find(one => !suppresses(one));
      const ready = fix && (await this.engine.ready(this.source.uri, fix));
      if (!ready) continue;
      if (this.isElsewhere(ready)) {
        this.applyElsewhere(ready);
        continue;
      }
      if (!this.applyFix(ready)) continue;
      const { findings: left } = await settledAnalysis(this.engine, this.source.uri);
      // A fix may work everywhere at once, or only turn a finding into a lesser one.
      fixed += Math.max(1, findings.length - left.length);
    }
    return fixed;
  }

  /** Whether it changes anything: all of it, or nothing. */
  private applyFix(fix: Fix): boolean {
    const { uri } = this.source;
    const all = this.engine.edits(uri, fix);
    const edits = all.filter(({ document }) => document === uri);
    const needed = all.filter(({ document }) => document !== uri);
    const cleared = this.engine.outputsCleared(uri, fix);
    if (!cleared || (edits.length === 0 && (cleared.length === 0 || fix.intents.length > 1))) return false;
    if (needed.length > 0 && (edits.length === 0 || !needed.every(edit => this.other(edit, true)))) return false;
    this.needsLoading ||= needed.length > 0 && !loadsVariables(fix);
    for (const edit of needed) this.editOther(edit.document, [edit]);
    if (this.notebook && cleared.length > 0) {
      this.text = removeOutputs(this.notebook, cleared);
      this.notebook = readNotebook(this.text);
      if (edits.length === 0) this.put();
    }
    this.apply(edits);
    return true;
  }

  private apply(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    if (this.notebook) {
      this.text = applyEdits(this.notebook, edits);
      this.notebook = readNotebook(this.text);
    } else {
      this.text = editText(this.text, edits);
    }
    this.put();
  }

  private isElsewhere(fix: Fix): boolean {
    const edited = editedBy(fix);
    return edited !== undefined && edited !== this.source.uri;
  }

  /** From then on the engine has the other file as an open one, whose text goes before what is on the disk. */
  private applyElsewhere(fix: Fix): void {
    const uri = editedBy(fix) ?? '';
    const edits = this.engine.edits(this.source.uri, fix);
    const [first] = edits;
    const file = first && this.other(first, false);
    if (!file) return;
    file.fixed++;
    this.editOther(uri, edits);
  }

  /** The file that is edited, as it is by now; undefined where it cannot be read. */
  private other({ document, creates }: Edit, isNeeded: boolean): OtherFile | undefined {
    const known = this.others.get(document);
    if (known) return known;
    const source = this.read(document, creates === true);
    if (!source) return undefined;
    const file = { source, text: source.text, fixed: 0, isNeeded };
    this.others.set(document, file);
    return file;
  }

  private editOther(uri: string, edits: readonly Edit[]): void {
    const file = this.others.get(uri);
    if (!file) return;
    file.text = editText(file.text, edits);
    const looking = { texts: false, onlySecrets: file.isNeeded };
    this.engine.put(documentInput(uri, ++this.version, file.text, undefined, looking));
  }

  private put(): void {
    this.engine.put(
      documentInput(this.source.uri, ++this.version, this.text, this.notebook, { texts: true, onlySecrets: false })
    );
  }
}

function editText(text: string, edits: readonly Edit[]): string {
  const lines = new TextLines(text);
  const inOrder = edits
    .map(({ range, newText }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end, newText } of inOrder) {
    pieces.push(text.slice(done, start), newText);
    done = end;
  }
  return pieces.join('') + text.slice(done);
}
