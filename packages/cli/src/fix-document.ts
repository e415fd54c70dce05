import type { Engine } from '@loadlight/engine/engine';
import type { Finding } from '@loadlight/facts/finding';
import { suppresses, type Edit, type Fix } from '@loadlight/facts/fix';
import { TextLines } from '@loadlight/facts/text-lines';
import type { Notebook } from '@loadlight/notebook/notebook';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { removeOutputs } from '@loadlight/notebook/remove-outputs';
import { applyEdits } from '@loadlight/notebook/write-edits';
import { settledAnalysis } from './analyser.js';
import { documentInput } from '@loadlight/engine/document-input';
import type { SourceFile } from './source-file.js';

/** A document after its fixes. */
export interface FixedDocument {
  /** The file's new text, without byte order mark. */
  readonly text: string;
  /** How many findings are gone. */
  readonly fixed: number;
  /** Findings before, for what must not be shown. */
  readonly findings: readonly Finding[];
  /** What is left that is no note: errors and warnings, not suppressed. */
  readonly left: number;
}

/** Fixes applied one by one end here, whatever is left: each is followed by an analysis. */
const MAX_REVIEWED = 500;

/** Applies the safe fixes of one file; with `review` then the first fix of each finding that is left. */
export async function fixDocument(engine: Engine, source: SourceFile, review: boolean): Promise<FixedDocument> {
  const document = new FixingDocument(engine, source);
  try {
    return await document.fix(review);
  } finally {
    engine.close(source.uri);
  }
}

class FixingDocument {
  private version = 0;
  private text: string;
  private notebook: Notebook | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly source: SourceFile
  ) {
    this.text = source.text;
    this.notebook = source.notebook;
    this.put();
  }

  async fix(review: boolean): Promise<FixedDocument> {
    const { engine, source } = this;
    const before = (await settledAnalysis(engine, source.uri)).findings;
    const { edits, fixed } = await engine.fixAll(source.uri);
    this.apply(edits);
    const reviewed = review ? await this.fixOneByOne() : 0;
    const after = (await settledAnalysis(engine, source.uri)).findings;
    const left = after.filter(({ suppressed, severity }) => !suppressed && severity !== 'information').length;
    return { text: this.text, fixed: fixed + reviewed, findings: before, left };
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
      if (!fix || !this.applyFix(fix)) continue;
      const { findings: left } = await settledAnalysis(this.engine, this.source.uri);
      // A fix may work everywhere at once, or only turn a finding into a lesser one.
      fixed += Math.max(1, findings.length - left.length);
    }
    return fixed;
  }

  /** Whether it changes anything: all of it, or nothing. */
  private applyFix(fix: Fix): boolean {
    const { uri } = this.source;
    const edits = this.engine.edits(uri, fix);
    const cleared = this.engine.outputsCleared(uri, fix);
    if (!cleared || (edits.length === 0 && (cleared.length === 0 || fix.intents.length > 1))) return false;
    if (this.notebook && cleared.length > 0) {
      this.text = removeOutputs(this.notebook, cleared);
      this.notebook = readNotebook(this.text);
      if (edits.length === 0) this.put();
    }
    this.apply(edits);
    return true;
  }

  private apply(edits: readonly Edit[]): void {
    const own = edits.filter(({ document }) => document === this.source.uri);
    if (own.length === 0) return;
    if (this.notebook) {
      this.text = applyEdits(this.notebook, own);
      this.notebook = readNotebook(this.text);
    } else {
      this.text = editText(this.text, own);
    }
    this.put();
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
