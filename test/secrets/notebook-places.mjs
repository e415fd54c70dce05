/** Where a credential can stand in a notebook: the rule that finds it, the part, and how it is put there. */
export const PLACES = {
  'a code cell': ['LL301', 'source', (cell, value) => void (cell.source = [`x = 1\n`, `login("${value}")\n`])],
  'a shell line': [
    'LL301',
    'source',
    (cell, value) => void (cell.source = [`!curl -H "Authorization: Bearer ${value}" https://a.b`])
  ],
  'a Markdown cell': [
    'LL301',
    'source',
    (cell, value) => Object.assign(cell, { cell_type: 'markdown', source: [`Use "${value}" to log in.`] })
  ],
  'a raw cell': ['LL301', 'source', (cell, value) => Object.assign(cell, { cell_type: 'raw', source: `key=${value}` })],
  'a cell of a shell': ['LL301', 'source', (cell, value) => void (cell.source = `%%bash\nexport HF_TOKEN=${value}\n`)],
  'what was printed': [
    'LL303',
    'output',
    (cell, value) => cell.outputs.push({ output_type: 'stream', name: 'stdout', text: ['tokens:\n', `'${value}'\n`] })
  ],
  'a result': ['LL303', 'output', (cell, value) => shown(cell, { 'text/plain': [`{'t': '${value}'}`] })],
  'a table in HTML': ['LL303', 'output', (cell, value) => shown(cell, { 'text/html': `<td>${value}</td>` })],
  JSON: ['LL303', 'output', (cell, value) => shown(cell, { 'application/json': { deep: [{ token: value }] } })],
  'a picture as text': ['LL303', 'output', (cell, value) => shown(cell, { 'image/svg+xml': `<text>${value}</text>` })],
  'a traceback': [
    'LL303',
    'output',
    (cell, value) =>
      cell.outputs.push({
        output_type: 'error',
        ename: 'ValueError',
        evalue: '',
        traceback: ['ValueError', `\u001b[0;31mbad token \u001b[1m${value}\u001b[0m`]
      })
  ],
  "a cell's metadata": ['LL301', 'metadata', (cell, value) => void (cell.metadata.papermill = { token: value })],
  'the name of an attachment': [
    'LL301',
    'attachment',
    (cell, value) =>
      Object.assign(cell, { cell_type: 'markdown', attachments: { [`${value}.png`]: { 'image/png': 'AA==' } } })
  ],
  'the state of a widget': [
    'LL301',
    'metadata',
    (_, value, whole) =>
      void (whole.metadata.widgets = {
        'application/vnd.jupyter.widget-state+json': { state: { a: { state: { value: `token="${value}"` } } } }
      })
  ]
};

/** Gives the cell an output of these types. */
export function shown(cell, data) {
  cell.outputs.push({ output_type: 'display_data', data, metadata: {} });
}
