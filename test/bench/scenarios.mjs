import { Language, Parser, Edit } from 'web-tree-sitter';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readCell } from '@loadlight/notebook/blank-magics';
import { TextLines } from '@loadlight/facts/text-lines';
import { documentOf } from '../fixes-in-python/engine.mjs';
import { largeClass, notebookCells, pythonFile } from './documents.mjs';
import { interleaved } from './timing.mjs';

const PYTHON = createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm');

/** The parser alone; the engine has started the runtime. */
export async function bareParser() {
  const parser = new Parser();
  parser.setLanguage(await Language.load(new Uint8Array(await readFile(PYTHON))));
  return parser;
}

/** Where a character is typed and taken back, in turn: `part` of the program, `offset` in it. */
function typing(program, part, marker, typed) {
  const text = typeof program === 'string' ? program : program[part];
  const offset = text.indexOf(marker) + marker.length;
  const edited = text.slice(0, offset) + typed + text.slice(offset);
  return { texts: [text, edited], part, offset, typed };
}

/** Edits as someone at the keyboard makes them, each with the program that it is made in. */
export function editScenarios({ cells = 300, lines = [500, 5_000, 11_000] } = {}) {
  return [...notebookScenarios(cells), ...lines.flatMap(fileScenarios)];
}

/** A character typed in a method of one class of so many lines: all of it is one statement. */
export function classScenario(lines) {
  const program = largeClass(lines);
  const method = program.indexOf('def load_', program.length / 2);
  return {
    name: `class of ${lines} lines, in a method`,
    program,
    ...typing(program, 0, program.slice(method, method + 30), 'x')
  };
}

function fileScenarios(lines) {
  const file = pythonFile(lines);
  const middle = file.indexOf('def evaluate', file.length / 2);
  const head = file.slice(middle, file.indexOf('\n', middle));
  const upTo = mark => head.slice(0, head.indexOf(mark) + mark.length);
  return [
    {
      name: `file of ${lines} lines, in a function in the middle`,
      program: file,
      ...typing(file, 0, upTo('loader'), 'x')
    },
    {
      name: `file of ${lines} lines, there too, so that it does not parse`,
      program: file,
      ...typing(file, 0, upTo('loader,'), 'x')
    },
    {
      name: `file of ${lines} lines, the name of torch in the imports`,
      program: file,
      ...typing(file, 0, 'import torch', 'x')
    }
  ];
}

function notebookScenarios(cells) {
  const notebook = notebookCells(cells);
  const part = Math.floor(cells / 2 / 8) * 8;
  return [
    {
      name: `notebook of ${cells} cells, a name in a middle cell`,
      program: notebook,
      ...typing(notebook, part + 2, 'losses', 'x')
    },
    {
      name: `notebook of ${cells} cells, a load in a middle cell`,
      program: notebook,
      ...typing(notebook, part + 1, 'epoch_', '1')
    },
    {
      name: `notebook of ${cells} cells, a comment in the import cell`,
      program: notebook,
      ...typing(notebook, 0, 'import os', '#')
    },
    {
      name: `notebook of ${cells} cells, the name of torch in the import cell`,
      program: notebook,
      ...typing(notebook, 0, 'import torch', 'x')
    }
  ];
}

/** Edit to findings, against the bare incremental parse of the same edit. */
export async function timeEdits(engine, parser, { program, texts, part, offset, typed }, rounds) {
  let version = 1;
  let input = documentOf(program, 'bench', version);
  engine.put(input);
  await settled(engine, input.uri);
  const withText = text => {
    version++;
    if (input.kind === 'file') return { ...input, version, text };
    const cells = [...input.cells];
    cells[part] = { ...cells[part], version, text };
    return { ...input, version, cells };
  };
  const parsed = texts.map(text => (input.kind === 'file' ? text : readCell(text).text));
  const edits = bareEdits(parsed, offset, typed.length);
  let tree = parser.parse(parsed[0]);
  const result = await interleaved(
    rounds,
    async round => {
      input = withText(texts[round & 1 ? 0 : 1]);
      engine.put(input);
      await engine.analyse(input.uri);
    },
    round => {
      const to = round & 1 ? 0 : 1;
      tree.edit(edits[to]);
      const next = parser.parse(parsed[to], tree);
      tree.delete();
      tree = next;
    }
  );
  tree.delete();
  engine.close(input.uri);
  return result;
}

/**
 * All fixes of a finding in the middle, right after an edit in another place, against the analysis after that edit: what a
 * click on a line waits for.
 */
export async function timeFixes(engine, { program, texts }, rounds) {
  let version = 1;
  const { uri } = documentOf(program, 'bench', version);
  let findings = [];
  const analyse = async round => {
    version++;
    engine.put(documentOf(texts[round & 1], 'bench', version));
    await settled(engine, uri);
    ({ findings } = await engine.analyse(uri));
  };
  await analyse(0);
  const result = await interleaved(
    rounds,
    () => {
      const loads = findings.filter(({ rule }) => rule === 'LL101');
      const { fixes } = loads[loads.length >> 1];
      for (const fix of fixes) engine.edits(uri, fix);
    },
    analyse
  );
  engine.close(uri);
  return result;
}

/** `[take back, type]` as tree-sitter wants edits. */
function bareEdits(parsed, offset, length) {
  const [before, after] = parsed.map(text => new TextLines(text));
  const point = (lines, at) => {
    const { line, character } = lines.position(at);
    return { row: line, column: character };
  };
  const edit = (from, to, oldEnd, newEnd) =>
    new Edit({
      startIndex: offset,
      oldEndIndex: oldEnd,
      newEndIndex: newEnd,
      startPosition: point(from, offset),
      oldEndPosition: point(from, oldEnd),
      newEndPosition: point(to, newEnd)
    });
  return [edit(after, before, offset + length, offset), edit(before, after, offset, offset + length)];
}

/** Open to findings, against the bare parse of the same texts. */
export function timeOpening(engine, parser, program, rounds) {
  // Another text each time: syntax of the last one may be remembered.
  const varied = round =>
    typeof program === 'string' ? `${program}# ${round}\n` : program.map(cell => `${cell}\n# ${round}`);
  const texts = typeof program === 'string' ? [program] : program.map(cell => readCell(cell).text);
  return interleaved(
    rounds,
    async round => {
      const input = documentOf(varied(round), 'bench');
      engine.put(input);
      await settled(engine, input.uri);
      engine.close(input.uri);
    },
    () => texts.forEach(text => parser.parse(text).delete())
  );
}

async function settled(engine, uri) {
  for (let analysis = await engine.analyse(uri); analysis.pending; analysis = await engine.analyse(uri))
    await analysis.pending;
}
