import assert from 'node:assert/strict';
import { edited, editedOutput } from './edited-parts.js';
import { notebookText, type OpenOutput } from './notebook-text.js';

const item = (mime: string, text: string): OpenOutput['items'][number] => ({
  mime,
  data: new TextEncoder().encode(text)
});
const texts = ({ items }: OpenOutput): string[] => items.map(({ data }) => new TextDecoder().decode(data));
/** The edit that replaces characters `start` to `end` of a line. */
const replaced = (line: number, start: number, end: number, newText: string) => [
  { range: { start: { line, character: start }, end: { line, character: end } }, newText }
];

describe('a notebook that VS Code has open', () => {
  it('is given as nbformat has it, with what is not saved', () => {
    const cell = {
      kind: 2,
      document: { languageId: 'python', getText: () => 'run()' },
      metadata: { id: 'c1', execution_count: 3, metadata: { tags: ['x'] } },
      outputs: [
        {
          items: [
            item('application/vnd.code.notebook.stdout', 'a\n'),
            item('application/vnd.code.notebook.stdout', 'b')
          ]
        },
        {
          items: [item('text/html', '<b>1</b>'), item('image/png', '\x01'), item('application/json', '{"a": 1}')],
          metadata: { outputType: 'execute_result', executionCount: 3 }
        },
        { items: [item('application/vnd.code.notebook.error', '{"name":"E","message":"m","stack":"one\\ntwo"}')] }
      ]
    };
    const text = { kind: 1, document: { languageId: 'markdown', getText: () => '# T' }, metadata: {}, outputs: [] };
    const notebook = { metadata: { metadata: { kernelspec: { name: 'python3' } } }, getCells: () => [cell, text] };
    assert.deepEqual(JSON.parse(notebookText(notebook)), {
      cells: [
        {
          cell_type: 'code',
          id: 'c1',
          metadata: { tags: ['x'] },
          source: 'run()',
          execution_count: 3,
          outputs: [
            { output_type: 'stream', name: 'stdout', text: 'a\nb' },
            {
              output_type: 'execute_result',
              data: { 'text/html': '<b>1</b>', 'image/png': 'AQ==', 'application/json': { a: 1 } },
              metadata: {},
              execution_count: 3
            },
            { output_type: 'error', ename: 'E', evalue: 'm', traceback: ['one', 'two'] }
          ]
        },
        { cell_type: 'markdown', metadata: {}, source: '# T' }
      ],
      metadata: { kernelspec: { name: 'python3' } },
      nbformat: 4,
      nbformat_minor: 5
    });
  });
});

describe('an edit of an output', () => {
  it('changes all of a stream as one text, in one piece', () => {
    const stream = {
      items: [
        item('application/vnd.code.notebook.stdout', 'one\ntw'),
        item('application/vnd.code.notebook.stdout', 'o\nthree')
      ]
    };
    assert.deepEqual(texts(editedOutput(stream, 'application/vnd.jupyter.stdout', replaced(1, 0, 3, 'X'))), [
      'one\nX\nthree'
    ]);
  });

  it('changes the lines of a traceback that are saved, too', () => {
    const error = {
      items: [item('application/vnd.code.notebook.error', '{"name":"E","message":"m","stack":"one\\ntwo"}')],
      metadata: { originalError: { output_type: 'error', traceback: ['one', 'two'] } }
    };
    const changed = editedOutput(error, 'application/vnd.jupyter.error', replaced(1, 0, 3, 'X'));
    assert.deepEqual(texts(changed), ['{"name":"E","message":"m","stack":"one\\nX"}']);
    assert.deepEqual(changed.metadata?.originalError, { output_type: 'error', traceback: ['one', 'X'] });
  });

  it("changes an error's own sentence, and the metadata of an output", () => {
    const error = {
      items: [item('application/vnd.code.notebook.error', '{"name":"E","message":"m","stack":"one"}')],
      metadata: { originalError: { output_type: 'error', evalue: 'm', traceback: ['one'] } }
    };
    const changed = editedOutput(error, 'application/vnd.jupyter.error-value', replaced(0, 0, 1, 'X'));
    assert.deepEqual(texts(changed), ['{"name":"E","message":"X","stack":"one"}']);
    assert.deepEqual(changed.metadata?.originalError, { output_type: 'error', evalue: 'X', traceback: ['one'] });
    const shown = { items: [item('text/plain', 'a')], metadata: { outputType: 'display_data', metadata: { a: 'b' } } };
    const other = editedOutput(shown, 'application/vnd.jupyter.output-metadata', replaced(0, 6, 7, 'X'));
    assert.deepEqual(other.metadata, { outputType: 'display_data', metadata: { a: 'X' } });
  });

  it('changes one type of several, and JSON as the server was sent it', () => {
    const several = { items: [item('text/plain', 'abc'), item('application/json', '{ "a": "abc" }')] };
    assert.deepEqual(texts(editedOutput(several, 'text/plain', replaced(0, 0, 1, 'X'))), ['Xbc', '{ "a": "abc" }']);
    assert.deepEqual(texts(editedOutput(several, 'application/json', replaced(0, 6, 9, 'X'))), ['abc', '{"a":"X"}']);
  });

  it('is refused where the output has no such text', () => {
    assert.throws(() => editedOutput({ items: [item('text/plain', 'a')] }, 'text/html', []), /no text\/html/);
  });

  it('leaves what is around several places', () => {
    const edits = [...replaced(0, 0, 1, 'X'), ...replaced(0, 2, 3, 'YY')];
    assert.equal(edited('a-b-c', edits), 'X-YY-c');
  });
});
