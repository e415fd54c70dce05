// Forms in which a credential is left behind: each makes a file of a text, `§` standing for the value.

/** A notebook file of these cells. */
export function notebookOf(cells, metadata = {}) {
  const whole = {
    cells: cells.map(({ kind = 'code', source = '', outputs = [], metadata: own = {} }, i) => ({
      cell_type: kind,
      id: `c${i}`,
      metadata: own,
      source: source.split(/(?<=\n)/),
      ...(kind === 'code' && { execution_count: null, outputs })
    })),
    metadata: { language_info: { name: 'python' }, ...metadata },
    nbformat: 4,
    nbformat_minor: 5
  };
  return JSON.stringify(whole, null, 1);
}

const stream = text => ({ output_type: 'stream', name: 'stdout', text: text.split(/(?<=\n)/) });
const data = (mime, value) => ({ output_type: 'display_data', data: { [mime]: value }, metadata: {} });
const error = text => ({ output_type: 'error', ename: 'E', evalue: '', traceback: text.split('\n') });

const python = text => ['a.py', `import os\n\n\n${text}\n`];
const cell = text => ['a.ipynb', notebookOf([{ source: 'import os' }, { source: text }])];
const markdown = text => ['a.ipynb', notebookOf([{ kind: 'markdown', source: text }])];
const output = (text, how = stream) => ['a.ipynb', notebookOf([{ source: 'run()', outputs: [how(text)] }])];

/** How any token may stand somewhere; by name. */
export const TOKEN_FORMS = {
  'an assignment': v => python(`TOKEN = "${v}"`),
  'an argument': v => python(`client = Client(timeout=3, api_key='${v}')`),
  'a dictionary': v => python(`config = {\n    "api_key": "${v}",\n    "retries": 3,\n}`),
  'the environment': v => python(`os.environ["SERVICE_API_KEY"] = "${v}"`),
  'a header': v => python(`headers = {"Authorization": f"Bearer ${v}"}`),
  'a comment': v => python(`# old key: ${v}`),
  'a default': v => python(`def connect(host, token: str = "${v}"):\n    ...`),
  'a cell': v => cell(`from service import login\nlogin(token="${v}")`),
  'a magic': v => cell(`%env SERVICE_TOKEN=${v}`),
  'a shell line': v => cell(`!curl -s -H "Authorization: Bearer ${v}" https://api.acme.io/v1/models`),
  'a shell cell': v => cell(`%%bash\nexport SERVICE_API_KEY=${v}\n./train.sh`),
  'a Markdown cell': v => markdown(`### Setup\nUse \`${v}\` as the key.`),
  'what was printed': v => output(`Logged in with ${v}\n`),
  'a table': v => output(`<tr><td>key</td><td>${v}</td></tr>`, text => data('text/html', text)),
  'a result': v => output(`{'api_key': '${v}', 'retries': 3}`, text => data('text/plain', text)),
  JSON: v => output({ settings: { api_key: v } }, value => data('application/json', value)),
  'a traceback': v => output(`AuthError\n\u001b[0;31mInvalid key: \u001b[0m${v}`, error),
  metadata: v => ['a.ipynb', notebookOf([{ source: '1' }], { papermill: { parameters: { token: v } } })],
  '.env': v => ['.env', `DEBUG=1\nSERVICE_API_KEY=${v}\n`],
  YAML: v => ['conf.yaml', `service:\n  host: api.acme.io\n  api_key: ${v}\n`],
  TOML: v => ['conf.toml', `[service]\napi_key = "${v}"\n`],
  'a JSON file': v => ['conf.json', JSON.stringify({ service: { apiKey: v } }, null, 2)],
  INI: v => ['conf.ini', `[service]\napi_key = ${v}\n`]
};

export { cell, markdown, output, python };
