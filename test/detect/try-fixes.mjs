import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createEngine, settledAnalysis } from 'loadlight/analyser';
import { documentInput } from '@loadlight/engine/document-input';
import { findFiles } from 'loadlight/find-files';
import { readSource } from 'loadlight/source-file';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { suppresses } from '@loadlight/facts/fix';
import { TextLines } from '@loadlight/facts/text-lines';
import { readCell } from '@loadlight/notebook/blank-magics';
import { partText } from '@loadlight/notebook/file-position';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { applyEdits } from '@loadlight/notebook/write-edits';
import { PythonGrammar } from '@loadlight/python/grammar';
import { NodeParts } from '@loadlight/engine/node/parts';
import { DIST } from '../cli/run-cli.mjs';
import { inPackage, TOOLS } from './packages.mjs';

/**
 * Applies every fix that is offered in these packages, each alone to the file as it is. Gives each trial with the file, the rule, the
 * fix's id and title, the line (from 1), the finding's fingerprint, the lines `before` and `after` that differ, and its `problems`: empty
 * where the fixed text parses, the finding is gone, no new one came that weighs as much or more, and nothing changed but what the edits say.
 * `notes` is what is only then said, and weighs less: the unpinned address of a load that could run code before. With `versions`
 * of packages, only the safe fixes are tried; all those of a file together are then a trial as well.
 */
export async function tryFixes(packages, versions = {}) {
  const folders = packages.map(({ folder }) => folder);
  const engine = await createEngine(DIST, [TOOLS]);
  const parts = new NodeParts(DIST);
  const wasm = ['web-tree-sitter.wasm', 'tree-sitter-python.wasm'];
  const grammar = await PythonGrammar.load(...(await Promise.all(wasm.map(name => parts.bytes(name)))));
  try {
    const bench = new Trials(engine, grammar, versions);
    for (const file of findFiles(folders, TOOLS, false).files) await bench.take(file);
    const python = bench.trials.filter(({ source }) => !source.notebook);
    const said = inPython(python);
    for (const [i, trial] of python.entries()) trial.problems.push(...said[i]);
    return bench.trials.map(({ source: _, texts: __, lines: ___, ...trial }) => trial);
  } finally {
    grammar.dispose();
    engine.dispose();
  }
}

class Trials {
  trials = [];
  version = 0;

  constructor(engine, grammar, versions) {
    this.versions = versions;
    this.onlySafe = Object.keys(versions).length > 0;
    this.engine = engine;
    this.grammar = grammar;
  }

  async take(file) {
    const source = readSource(file);
    const findings = await this.look(source, source.text);
    const offered = findings.flatMap(finding =>
      finding.fixes
        .filter(fix => !suppresses(fix) && !(this.onlySafe && fix.kind !== 'safe'))
        .map(fix => ({ finding, fix }))
    );
    for (const { finding, fix } of offered) {
      await this.look(source, source.text);
      const edits = this.engine.edits(source.uri, fix);
      this.trials.push(await this.trial(source, finding, fix, findings, edits));
    }
    if (this.onlySafe && offered.length > 0) await this.tryAll(source, findings);
    this.engine.close(source.uri);
  }

  async trial(source, finding, fix, findings, edits) {
    const about = {
      file: inPackage(source.shown),
      rule: finding.rule,
      fix: fix.title.id,
      title: fix.title.text,
      line: finding.place.range.start.line + 1,
      fingerprint: finding.fingerprint
    };
    if (edits.length === 0) return { ...about, source, ...NOTHING, problems: ['is offered and then refused'] };
    const text = edited(source, edits);
    const left = await this.look(source, text);
    const problems = [...this.syntaxProblems(source, text, edits), ...outsideProblems(source, text, edits)];
    const key = keyOf(finding);
    if (countOf(left, key) >= countOf(findings, key)) problems.push(`${key} is still found`);
    const notes = [];
    for (const other of new Map(left.map(one => [keyOf(one), one])).values()) {
      if (countOf(left, keyOf(other)) <= countOf(findings, keyOf(other))) continue;
      // What is said of the same load at the same severity in other words is not more than before.
      const isWorse = RANK[other.severity] >= RANK[finding.severity] && weight(left, other) > weight(findings, other);
      (isWorse ? problems : notes).push(`new: ${keyOf(other)}`);
    }
    const lines = edits.map(({ range }) => [range.start.line + 1, range.end.line + 1]);
    return {
      ...about,
      source,
      texts: [source.text, text],
      lines,
      ...changedLines(source, text, edits),
      notes,
      problems
    };
  }

  /** All safe ones together leave nothing that another round would change. */
  async tryAll(source, findings) {
    await this.look(source, source.text);
    const { edits, fixed } = await this.engine.fixAll(source.uri);
    const about = {
      file: inPackage(source.shown),
      rule: 'all',
      fix: 'fix all',
      title: `${fixed} fixes`,
      line: 1,
      fingerprint: ''
    };
    const text = edited(source, edits);
    const left = await this.look(source, text);
    const again = await this.engine.fixAll(source.uri);
    const problems = this.syntaxProblems(source, text, edits);
    if (again.edits.length > 0) problems.push('another round changes more');
    if (left.length > findings.length - fixed)
      problems.push(`${fixed} fixed, and still ${left.length} of ${findings.length} found`);
    this.trials.push({ ...about, source, ...NOTHING, texts: [source.text, text], problems });
  }

  /** What is found in that text of the file, and not suppressed; the text stays open. */
  async look(source, text) {
    const notebook = source.notebook && readNotebook(text);
    this.engine.put(documentInput(source.uri, ++this.version, text, notebook));
    this.engine.setSettings({ ...DEFAULT_SETTINGS, versions: this.versions, evenIfExcluded: true }, source.uri);
    const { findings } = await settledAnalysis(this.engine, source.uri);
    return findings.filter(({ suppressed }) => !suppressed);
  }

  /** By our own parser: no error where there was none. */
  syntaxProblems(source, text, edits) {
    const after = source.notebook && readNotebook(text);
    const parts = source.notebook ? edits.map(({ part }) => part) : [{ kind: 'file' }];
    const pairs = parts.map(part =>
      source.notebook ? [partText(source.notebook, part).text, partText(after, part).text] : [source.text, text]
    );
    const broken = pairs.filter(([before, now]) => !this.hasError(source, before) && this.hasError(source, now));
    return broken.length > 0 ? ['does not parse'] : [];
  }

  hasError(source, text) {
    const tree = this.grammar.parse(source.notebook ? readCell(text, 'python').text : text);
    if (!tree) return true;
    try {
      return tree.rootNode.hasError;
    } finally {
      tree.delete();
    }
  }
}

const NOTHING = { texts: undefined, lines: [], before: '', after: '', notes: [] };

const keyOf = ({ rule, message }) => `${rule} ${message.id}`;
/** How many of the rule weigh as much as that one, or more. */
const weight = (findings, { rule, severity }) =>
  findings.filter(one => one.rule === rule && RANK[one.severity] >= RANK[severity]).length;
const RANK = { information: 0, warning: 1, error: 2 };
const countOf = (findings, key) => findings.filter(finding => keyOf(finding) === key).length;

/** The file's new text, as `loadlight fix` writes it. */
function edited(source, edits) {
  if (source.notebook) return applyEdits(source.notebook, edits);
  const lines = new TextLines(source.text);
  return edits.reduceRight(
    (text, { range, newText }) =>
      text.slice(0, lines.offset(range.start)) + newText + text.slice(lines.offset(range.end)),
    source.text
  );
}

/** Of a notebook, everything but the sources that the edits name is as it was. */
function outsideProblems(source, text, edits) {
  if (edits.some(({ document }) => document !== source.uri)) return ['edits another file'];
  if (!source.notebook) return [];
  const touched = new Set(edits.map(({ part }) => part.cell));
  const indexes = new Set(source.notebook.cells.filter(({ id }) => touched.has(id)).map(({ index }) => index));
  return withoutSources(source.text, indexes) === withoutSources(text, indexes)
    ? []
    : ['changes more than the sources it edits'];
}

/** What JSON says of a notebook, in its order, without the sources of these cells. */
function withoutSources(text, indexes) {
  const notebook = JSON.parse(text);
  const cells = notebook.cells ?? notebook.worksheets.flatMap(sheet => sheet.cells);
  for (const index of indexes) {
    delete cells[index].source;
    delete cells[index].input;
  }
  return JSON.stringify(notebook);
}

/** The lines of the first to the last edit of each part, as they were and as they are. */
function changedLines(source, text, edits) {
  const after = source.notebook && readNotebook(text);
  const said = { before: [], after: [] };
  for (const part of new Map(edits.map(({ part }) => [JSON.stringify(part), part])).values()) {
    const [before, now] = source.notebook
      ? [partText(source.notebook, part).text, partText(after, part).text]
      : [source.text, text];
    const [a, b] = [before.split(/\r?\n/), now.split(/\r?\n/)];
    let start = 0;
    while (start < a.length && a[start] === b[start]) start++;
    let tail = 0;
    while (tail < Math.min(a.length, b.length) - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
    said.before.push(a.slice(start, a.length - tail).join('\n'));
    said.after.push(b.slice(start, b.length - tail).join('\n'));
  }
  return { before: said.before.join('\n…\n'), after: said.after.join('\n…\n') };
}

/** What CPython's own parser says of each, see fixed_text.py. */
function inPython(trials) {
  if (trials.length === 0) return [];
  const input = JSON.stringify(
    trials.map(({ texts, lines }) => (texts ? { before: texts[0], after: texts[1], lines } : null))
  );
  const script = fileURLToPath(new URL('fixed_text.py', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.env.PYTHON ?? 'python3', [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024
  });
  if (status !== 0) throw new Error(`fixed_text.py ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
