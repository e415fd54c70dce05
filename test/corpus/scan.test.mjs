import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allParts, fileOffsets } from '@loadlight/notebook/file-position';
import { readCell } from '@loadlight/notebook/blank-magics';
import { readNotebook } from '@loadlight/notebook/read-notebook';
import { applyEdits } from '@loadlight/notebook/write-edits';
import { TextLines } from '@loadlight/facts/text-lines';
import { loadlight } from '../cli/run-cli.mjs';
import { CORPUS, fetchCorpus } from './fetch.mjs';

const breaks = text => text.replace(/[^\r\n]/g, '.');
const textIn = (text, range) => {
  const lines = new TextLines(text);
  return text.slice(lines.offset(range.start), lines.offset(range.end));
};

/** A slice of a string in a notebook file, over the quotes and commas between the lines of a list. */
const decoded = slice => JSON.parse(`["${slice}"]`).join('');

describe('the corpus of real notebooks', function () {
  this.timeout(180_000);

  let names, notebooks, report, sarif;
  before(() => {
    fetchCorpus();
    names = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ipynb'))
      .map(name => name.replaceAll('\\', '/'))
      .sort();
    const start = performance.now();
    notebooks = new Map(
      names.map(name => [name, readNotebook(readFileSync(join(CORPUS, name), 'utf8').replace(/^\ufeff/, ''))])
    );
    const read = performance.now();
    const json = loadlight(CORPUS, ['scan', '--no-ignore', '--format', 'json', '--fail-on', 'never']);
    const scanned = performance.now();
    assert.equal(json.status, 0, json.stderr);
    report = JSON.parse(json.stdout);
    sarif = JSON.parse(loadlight(CORPUS, ['scan', '--no-ignore', '--format', 'sarif', '--fail-on', 'never']).stdout);
    const ms = (from, to) => `${Math.round(to - from)} ms`;
    console.log(
      `      ${names.length} notebooks read in ${ms(start, read)}; ${report.files} files scanned in ${ms(read, scanned)}, ` +
        `${report.findings.length} findings, ${report.skipped.length} skipped`
    );
  });

  it('has at least 20 notebooks, and all are read', () => {
    assert.ok(names.length >= 20, `${names.length}`);
    const skipped = report.skipped.filter(({ file }) => file.endsWith('.ipynb'));
    // Its plots are a text of more than a million characters each, and read as code all the same.
    assert.deepEqual(
      skipped.map(({ file, reason }) => [file.replace(/^.*\//, ''), reason.split(':')[0]]),
      [['T5.ipynb', 'Credentials were looked for only in the beginning of a text']]
    );
    assert.ok(report.findings.some(({ file }) => file.endsWith('.ipynb')));
  });

  it('keeps the length and the line breaks of every cell when it is blanked', () => {
    for (const [name, { cells }] of notebooks) {
      for (const { kind, source, index } of cells) {
        if (kind === 'code')
          assert.equal(breaks(readCell(source.text).text), breaks(source.text), `${name} cell ${index}`);
      }
    }
  });

  it('finds every line of every part in the file', () => {
    for (const [name, notebook] of notebooks) {
      for (const { part, text } of allParts(notebook)) {
        if (text.segments.some(({ literal }) => !literal)) continue;
        // Images are one line each and would take long.
        const lines = new TextLines(text.text);
        for (let line = 0; line < Math.min(lines.count, 200); line++) {
          const range = { start: { line, character: 0 }, end: { line, character: lines.line(line).length } };
          const { start, end } = fileOffsets(notebook, part, range);
          const separated = part.kind === 'output' && part.mime === 'application/vnd.jupyter.error';
          if (!separated)
            assert.equal(decoded(notebook.text.slice(start, end)), lines.line(line), `${name} line ${line}`);
        }
      }
    }
  });

  it('gives every finding a range that holds something, in the cell and in the file', () => {
    const results = sarif.runs[0].results;
    assert.equal(results.length, report.findings.length);
    for (const [i, finding] of report.findings.entries()) {
      const where = `${finding.file} cell ${finding.cell}: ${finding.rule}`;
      const notebook = notebooks.get(finding.file);
      const text = readFileSync(join(CORPUS, finding.file), 'utf8').replace(/^\ufeff/, '');
      const inPart = textIn(notebook ? notebook.cells[finding.cell].source.text : text, finding.range);
      assert.match(inPart, /\S/, where);
      const { startLine, startColumn, endLine, endColumn } = results[i].locations[0].physicalLocation.region;
      const inFile = textIn(text, {
        start: { line: startLine - 1, character: startColumn - 1 },
        end: { line: endLine - 1, character: endColumn - 1 }
      });
      assert.equal(notebook ? decoded(inFile) : inFile, inPart, where);
    }
  });

  it('has fixes that change only what they say', () => {
    for (const { file, fixes } of report.findings) {
      const notebook = notebooks.get(file);
      if (!notebook) continue;
      for (const { edits } of fixes) {
        const asEdits = edits.map(({ cell, range, newText }) => ({
          document: file,
          part: { kind: 'source', cell: notebook.cells[cell].id },
          range,
          newText
        }));
        const fixed = readNotebook(applyEdits(notebook, asEdits));
        const touched = new Set(edits.map(({ cell }) => cell));
        for (const { index, source } of fixed.cells) {
          const before = notebook.cells[index].source.text;
          if (touched.has(index)) assert.notEqual(source.text, before);
          else assert.equal(source.text, before);
        }
      }
    }
  });
});
