import { fileURLToPath } from 'node:url';
import type { Analysis } from '@loadlight/engine/analysis';
import type { Engine } from '@loadlight/engine/engine';
import type { Finding } from '@loadlight/facts/finding';
import { suppresses, type Edit, type Fix } from '@loadlight/facts/fix';
import { inEnglish } from '@loadlight/facts/message';
import type { Part, Place } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { fileRange } from '@loadlight/notebook/file-position';
import { fileReplacements } from '@loadlight/notebook/write-edits';
import { shownPath } from './find-files.js';
import { identityOf } from './known-findings.js';
import { maskPart, maskText, secretValues } from './secret-mask.js';
import { textOfPart, type SourceFile } from './source-file.js';
import type { CodeLine, FileReplacement, ShownFinding, ShownFix, ShownPlace } from './result.js';

/** What the formats differ in: text needs the code around, the others the edits. */
export interface Wanted {
  readonly lines: boolean;
  readonly edits: boolean;
  /** What identities are hashed with. */
  readonly salt: string;
}

/** Findings of one open document as the formats show them. Nothing of what stands at the places of secrets is shown. */
export function showFindings(
  source: SourceFile,
  { findings, secrets }: Pick<Analysis, 'findings' | 'secrets'>,
  engine: Engine,
  cwd: string,
  wanted: Wanted
): ShownFinding[] {
  const shower = new Shower(source, secrets, engine, cwd, wanted);
  return findings.map(finding => shower.show(finding));
}

/** Lines shown before the first marked one, and the most lines of one range. */
const LINES_BEFORE = 1;
const MAX_MARKED_LINES = 4;

class Shower {
  private readonly cells: ReadonlyMap<string, number>;
  private readonly texts = new Map<string, TextLines>();
  private readonly masked = new Map<string, TextLines>();
  private readonly lines: TextLines;
  private readonly values: readonly string[];

  constructor(
    private readonly source: SourceFile,
    private readonly secrets: readonly Place[],
    private readonly engine: Engine,
    private readonly cwd: string,
    private readonly wanted: Wanted
  ) {
    this.cells = new Map(source.notebook?.cells.map(({ id, index }) => [id, index]));
    this.lines = new TextLines(source.text);
    this.values = secretValues(part => textOfPart(source, part), secrets);
  }

  show(finding: Finding): ShownFinding {
    const { place, repeats, suppressed } = finding;
    return {
      rule: finding.rule,
      name: finding.name,
      severity: finding.severity,
      message: inEnglish(finding.message),
      place: this.place(place),
      cellId: cellOf(place.part),
      part: place.part,
      evidence: finding.evidence.map(({ place: where, message }) => ({
        ...this.place(where),
        message: inEnglish(message)
      })),
      // Ignoring is for whoever reads the code, not for a report.
      fixes: finding.fixes.filter(fix => !suppresses(fix)).map(fix => this.fix(fix)),
      fingerprint: finding.fingerprint,
      identity: identityOf(this.wanted.salt, finding, this.lineOf(place)),
      baselineState: null,
      repeats: repeats ? this.place(repeats) : null,
      suppressed: suppressed ? { reason: this.hide(suppressed.reason ?? '') || null } : null,
      lines: this.wanted.lines ? this.codeLines(place) : []
    };
  }

  /** What is written beside a secret, or would be, may hold it too. */
  private hide(text: string): string {
    return maskText(text, this.values);
  }

  private place({ document, part, range }: Place): ShownPlace {
    const { notebook, shown, uri } = this.source;
    // Evidence may stand in another file, such as requirements.txt.
    if (document !== uri) return { file: shownUri(document, this.cwd), cell: null, range, fileRange: range };
    const cell = cellOf(part);
    return {
      file: shown,
      cell: cell === null ? null : (this.cells.get(cell) ?? null),
      range,
      fileRange: notebook ? fileRange(notebook, part, range) : range
    };
  }

  /** The line where the place starts, with all that stands in it. */
  private lineOf({ document, part, range }: Place): string {
    return document === this.source.uri ? this.plain(part).line(range.start.line) : '';
  }

  private fix(fix: Fix): ShownFix {
    const edits = this.wanted.edits ? this.engine.edits(this.source.uri, fix) : [];
    const own = edits.filter(({ document }) => document === this.source.uri);
    const replacements = this.replacements(own);
    // Whole lines may be written anew, and a secret may stand in one.
    const leaks = [...edits, ...replacements].some(({ newText }) => this.hide(newText) !== newText);
    return {
      title: inEnglish(fix.title),
      kind: fix.kind,
      edits: leaks ? [] : edits.map(edit => ({ ...this.place(edit), newText: edit.newText })),
      replacements: leaks ? [] : replacements
    };
  }

  private replacements(edits: readonly Edit[]): FileReplacement[] {
    const { notebook } = this.source;
    if (!notebook) return edits.map(({ range, newText }) => ({ range, newText }));
    return fileReplacements(notebook, edits).map(({ start, end, newText }) => ({
      range: this.lines.range(start, end),
      newText
    }));
  }

  private codeLines({ part, range }: Place): CodeLine[] {
    const lines = this.maskedLines(part);
    const { start, end } = range;
    // A range that ends before the first character of a line marks nothing of it.
    const lastLine = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    const shown: CodeLine[] = [];
    for (let line = Math.max(0, start.line - LINES_BEFORE); line <= lastLine; line++) {
      if (line >= start.line + MAX_MARKED_LINES) break;
      const text = this.hide(lines.line(line));
      const indent = /^\s*/.exec(text)?.[0].length ?? 0;
      const from = line === start.line ? start.character : indent;
      const to = line === end.line ? end.character : text.trimEnd().length;
      shown.push({ number: line + 1, text, marked: line >= start.line ? { start: from, end: to } : undefined });
    }
    return shown;
  }

  private plain(part: Part): TextLines {
    const key = JSON.stringify(part);
    const lines = this.texts.get(key) ?? new TextLines(textOfPart(this.source, part));
    this.texts.set(key, lines);
    return lines;
  }

  private maskedLines(part: Part): TextLines {
    const key = JSON.stringify(part);
    let lines = this.masked.get(key);
    if (!lines) {
      lines = new TextLines(maskPart(textOfPart(this.source, part), part, this.secrets));
      this.masked.set(key, lines);
    }
    return lines;
  }
}

/** The id of the part's cell. */
function cellOf(part: Part): string | null {
  return part.kind === 'file' ? null : part.cell;
}

function shownUri(uri: string, cwd: string): string {
  return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), cwd) : uri;
}
