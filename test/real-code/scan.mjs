import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_SETTINGS } from '@loadlight/engine/settings';
import { TextLines } from '@loadlight/facts/text-lines';
import { python } from '../fixes-in-python/python.mjs';

/** The folder of the packages that the test environment has: torch, numpy, datasets, IPython and what they need. */
export function sitePackages() {
  const ask = 'import sysconfig; print(sysconfig.get_paths()["purelib"])';
  return spawnSync(python(), ['-c', ask], { encoding: 'utf8' }).stdout.trim();
}

/** Every .py file below the folder, in a steady order. Links are not followed. */
export function pythonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return pythonFiles(file);
      return entry.isFile() && entry.name.endsWith('.py') ? [file] : [];
    });
}

/** Runs the engine over one file; gives its findings, each with the text and the line at its place. */
export async function scanFile(engine, file) {
  const text = readFileSync(file, 'utf8');
  const uri = `file:///real${file}`;
  engine.setSettings(DEFAULT_SETTINGS);
  engine.put({ kind: 'file', uri, version: 1, text });
  let analysis = await engine.analyse(uri);
  while (analysis.pending) {
    await analysis.pending;
    analysis = await engine.analyse(uri);
  }
  const lines = new TextLines(text);
  const found = analysis.findings.map(finding => ({
    file,
    finding,
    slice: sliceOf(lines, finding.place),
    evidence: finding.evidence.map(({ place, message }) => ({ slice: sliceOf(lines, place), message })),
    edits: finding.fixes.map(fix => ({ id: fix.title.id, edits: engine.edits(uri, fix) ?? [] })),
    line: lines.line(finding.place.range.start.line)
  }));
  engine.close(uri);
  return { bytes: statSync(file).size, notes: analysis.notes, found };
}

function sliceOf(lines, { range }) {
  const slice = lines.text.slice(lines.offset(range.start), lines.offset(range.end));
  const exact =
    JSON.stringify(lines.range(lines.offset(range.start), lines.offset(range.end))) === JSON.stringify(range);
  return exact ? slice : undefined;
}
