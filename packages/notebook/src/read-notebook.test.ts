import assert from 'node:assert/strict';
import { LIMITS } from './limits.js';
import { NotebookError } from './notebook-error.js';
import { readNotebook } from './read-notebook.js';

const notebook = (cells: unknown[], metadata: unknown = {}): string =>
  JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 });
const code = (source: string | string[], more: object = {}): object => ({
  cell_type: 'code',
  source,
  metadata: {},
  outputs: [],
  ...more
});

function errorOf(text: string, limits = LIMITS): NotebookError {
  try {
    readNotebook(text, limits);
  } catch (error) {
    assert.ok(error instanceof NotebookError);
    return error;
  }
  return assert.fail('no error');
}

describe('readNotebook', () => {
  it('joins a list of lines, and counts all cells', () => {
    const { cells } = readNotebook(notebook([{ cell_type: 'markdown', source: '# T' }, code(['a = 1\n', 'b'])]));
    assert.deepEqual(
      cells.map(cell => [cell.index, cell.kind, cell.source.text]),
      [
        [0, 'markdown', '# T'],
        [1, 'code', 'a = 1\nb']
      ]
    );
  });

  it('takes long strings as any others, wherever they stand, and says where one breaks', () => {
    const long = 'x'.repeat(5000);
    const text = notebook([code(long), code(`${long}\n"`), code([`${long}\\`, 'end'])], { [long]: { [long]: long } });
    const { cells, metadata } = readNotebook(text);
    assert.deepEqual(
      cells.map(cell => cell.source.text),
      [long, `${long}\n"`, `${long}\\end`]
    );
    assert.equal(metadata?.text, JSON.stringify({ [long]: { [long]: long } }));
    assert.equal(errorOf(notebook([code(long)]).replace('xx"', 'xx\n"')).reason, 'broken-json');
    assert.equal(errorOf(notebook([code(long)]).slice(0, 3000)).reason, 'broken-json');
  });

  it('keeps ids, makes up missing ones and tells doubles apart', () => {
    const ids = readNotebook(notebook([code('', { id: 'a' }), code(''), code('', { id: 'a' })])).cells.map(c => c.id);
    assert.equal(ids[0], 'a');
    assert.equal(new Set(ids).size, 3);
    const again = readNotebook(notebook([code('', { id: 'a' }), code('x'), code('', { id: 'a' })])).cells.map(
      c => c.id
    );
    assert.deepEqual(again, ids);
  });

  it('reads nbformat 3: worksheets, input, short output types', () => {
    const cell = {
      cell_type: 'code',
      input: ['x'],
      language: 'python',
      outputs: [{ output_type: 'pyout', text: ['1'], html: '<b>' }]
    };
    const read = readNotebook(JSON.stringify({ nbformat: 3, metadata: {}, worksheets: [{ cells: [cell] }] }));
    assert.equal(read.cells[0]?.source.text, 'x');
    assert.equal(read.language, 'python');
    assert.deepEqual([...(read.cells[0].outputs[0]?.texts.keys() ?? [])], ['text/plain', 'text/html']);
  });

  it('reads outputs, attachments and metadata', () => {
    const outputs = [
      { output_type: 'stream', name: 'stderr', text: ['a\n', 'b'] },
      { output_type: 'error', ename: 'E', evalue: 'three', traceback: ['one', 'two'] },
      {
        output_type: 'display_data',
        data: { 'text/html': '<p>', 'application/json': { a: [1] } },
        metadata: { 'text/html': { isolated: true } }
      }
    ];
    const attachments = { 'a\\"é:".png': { 'image/png': 'AAAA' } };
    const [cell] = readNotebook(notebook([code('', { outputs, attachments, metadata: { tags: ['x'] } })])).cells;
    const texts = cell?.outputs.map(({ texts: byMime }) => [...byMime].map(([mime, text]) => [mime, text.text]));
    assert.deepEqual(texts, [
      [['application/vnd.jupyter.stderr', 'a\nb']],
      [
        ['application/vnd.jupyter.error', 'one\ntwo'],
        ['application/vnd.jupyter.error-value', 'three']
      ],
      [
        ['text/html', '<p>'],
        ['application/json', '{"a":[1]}'],
        ['application/vnd.jupyter.output-metadata', '{"text/html":{"isolated":true}}']
      ]
    ]);
    assert.deepEqual(
      cell?.attachments.map(({ name, text }) => [name, text.text]),
      [['a\\"é:".png', 'a\\"é:".png']]
    );
    assert.equal(cell.metadata?.text, '{"tags":["x"]}');
  });

  for (const [metadata, language] of [
    [{}, 'python'],
    [{ kernelspec: { language: 'Python', name: 'python3' } }, 'python'],
    [{ kernelspec: { name: 'ir', language: 'R' } }, 'r'],
    [{ language_info: { name: 'julia' } }, 'julia'],
    [{ kernelspec: { name: 'julia-1.9' } }, 'julia'],
    [{ kernelspec: { name: 'conda-env-py', language: '' } }, 'python']
  ] as const) {
    it(`says ${language} for ${JSON.stringify(metadata)}`, () => {
      assert.equal(readNotebook(notebook([code('x')], metadata)).language, language);
    });
  }

  it('takes the language that all cells name, and the one of a cell', () => {
    const vscode = (languageId: string): object => ({ metadata: { vscode: { languageId } } });
    assert.equal(readNotebook(notebook([code('x', vscode('r'))])).language, 'r');
    const mixed = readNotebook(notebook([code('x'), code('y', vscode('sql'))]));
    assert.deepEqual([mixed.language, mixed.cells[1]?.language], ['python', 'sql']);
  });

  it('takes a byte order mark, CRLF between values, and NaN as Python writes it', () => {
    const text = '\ufeff{\r\n "cells": [],\r\n "metadata": {"a": NaN, "b": -Infinity},\r\n "nbformat": 4\r\n}\r\n';
    assert.equal(readNotebook(text).cells.length, 0);
  });

  it('says where broken JSON breaks, and what to do', () => {
    const error = errorOf('{\n "cells": [\n<<<<<<< HEAD\n');
    assert.equal(error.reason, 'broken-json');
    assert.deepEqual(error.position, { line: 2, character: 0 });
    assert.match(error.remedy, /conflict marks/);
  });

  for (const [text, reason] of [
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    ['[]', 'not-a-notebook'],
    ['{}', 'not-a-notebook'],
    ['{"nbformat": 2, "worksheets": []}', 'not-a-notebook'],
    ['{"nbformat": 4}', 'not-a-notebook'],
    ['{"nbformat": 4, "cells": [1]}', 'not-a-notebook'],
    ['{"nbformat": 4, "cells": []', 'broken-json'],
    ['{"nbformat": 4, "cells": [],}', 'broken-json'],
    ['{"nbformat": 4, "cells": []} x', 'broken-json'],
    ['{"nbformat": 4, "cells": ["a\nb"]}', 'broken-json'],
    ['{"nbformat": 4, "cells": [], "a": "\\x"}', 'broken-json'],
    ['{"nbformat": 4, /* no */ "cells": []}', 'broken-json'],
    ['{"nbformat": 4, "cells": [tru]}', 'broken-json'],
    ['['.repeat(100_000), 'too-deep']
  ] as const) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))} as ${reason}`, () => assert.equal(errorOf(text).reason, reason));
  }

  it('keeps its bounds', () => {
    const text = notebook([code('a'), code('b'), code('c')]);
    assert.equal(errorOf(text, { ...LIMITS, cells: 2 }).reason, 'too-large');
    assert.equal(errorOf(text, { ...LIMITS, values: 5 }).reason, 'too-large');
    assert.equal(errorOf(text, { ...LIMITS, length: 20 }).reason, 'too-large');
  });
});
