// Invented credentials of every kind in every place, and everything that leaves Loadlight: none of it holds more than four of their characters.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXPLAIN, OUTPUTS } from '@loadlight/protocol/messages';
import { textsOfOutputs } from '@loadlight/protocol/output-texts';
import { SHARE } from '@loadlight/protocol/share';
import { TAKE_OUT, TAKE_OUT_EVERYWHERE } from '@loadlight/protocol/take-out';
import { FORMATS } from '@loadlight/secrets/formats';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { TestClient, USUAL } from '@loadlight/language-server/testing/test-client';
import { InstalledParts, testHost } from '@loadlight/language-server/testing/test-host';
import { loadlight, notebook, temporaryFolder } from '../cli/run-cli.mjs';
import { PLACES, shown } from './notebook-places.mjs';

const URI = 'file:///project/b.ipynb';
const invent = inventSecrets(41);
const password = () => invent.like(/[A-Z][a-z]{3}\d{2}[!#^*][a-z]{3}\d{2}/);
const PROVIDERS = ['huggingface', 'openai', 'anthropic', 'github', 'slack', 'npm', 'awsSecret', 'awsKeyId'];
const ALL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const privateKey = rsa.export({ type: 'pkcs1', format: 'pem' }).trim();
const keyLines = privateKey.split('\n').slice(1, -1);
/** Spelled otherwise in JSON. */
const odd = `${password()}ü/${password()}`;
const inAddress = password();
const inParameter = invent.draw(ALL, 24);
const elsewhere = password();
const values = [
  ...FORMATS.map(({ shape }) => invent.like(shape)),
  ...PROVIDERS.map(provider => invent[provider]()),
  ...Array.from({ length: 8 }, password)
];
/** What must not be shown of them: addresses are told, what opens them is not. */
const pieces = [...values, ...keyLines, odd, inAddress, inParameter, elsewhere].flatMap(value =>
  Array.from({ length: Math.ceil(Math.min(value.length, 70) / 5) }, (_, i) =>
    value.slice((/^https:/.test(value) ? 50 : 0) + i * 5).slice(0, 8)
  ).filter(
    piece =>
      piece.length >= 6 && !FORMATS.some(({ anchor, revoke }) => anchor.includes(piece) || revoke.includes(piece))
  )
);

const byHead = new Map();
for (const piece of pieces) byHead.set(piece.slice(0, 6), [...(byHead.get(piece.slice(0, 6)) ?? []), piece]);

function assertHidden(said, where) {
  for (let at = 0; at + 6 <= said.length; at++) {
    const piece = byHead.get(said.slice(at, at + 6))?.find(one => said.startsWith(one, at));
    assert.ok(piece === undefined, `${where}: …${said.slice(Math.max(0, at - 120), at + 60)}…`);
  }
}

const login = (value, i) => `password_${i} = ${JSON.stringify(value)}; login("me", ${JSON.stringify(value)})`;
const address = `http://me:${inAddress}@models.acme.io/m.pt?v=2&access_token=${inParameter}`;
/** Findings whose words, code and edits all have to do with what is hidden. */
const loading = [
  'import torch, urllib.request, os, requests, settings',
  'from torch.hub import load_state_dict_from_url',
  'from transformers import AutoModel',
  `urllib.request.urlretrieve("${address}", "m.pt")`,
  'torch.load("m.pt", weights_only=False)',
  `requests.get("${address}", verify=False)`,
  `load_state_dict_from_url("${address}")`,
  `os.system("wget ${address} -O m.sh && sh m.sh")`,
  `torch.load("/data/${values[0]}/m.pt", weights_only=False)`,
  `torch.load("/data/of/ours/${values[1]}/and/somewhere/below/that/m.pt", weights_only=False)`,
  `AutoModel.from_pretrained("acme/m", token="${values[1]}", trust_remote_code=True)  # ${values[2]}`,
  `torch.load("n.pt", weights_only=False)  # loadlight: ignore[LL101] -- ours, see ${values[3]}`,
  'settings.load("m.pt")',
  'login(password=settings.PASSWORD)'
].join('\n');

function everywhere() {
  const places = Object.values(PLACES);
  const whole = JSON.parse(
    notebook([...places.map(() => ''), ...values.map(login), loading, `key = """${privateKey}"""`])
  );
  for (const [i, [, , put]] of places.entries()) put(whole.cells[i], values[i], whole);
  const at = whole.cells.length - 1;
  shown(whole.cells[at], {
    'text/plain': values.map(value => `password="${value}"\n`),
    'text/html': `<a>${address}</a>`
  });
  whole.cells[at].outputs.push({
    output_type: 'stream',
    name: 'stderr',
    text: [`${privateKey}\n`, `password = ${odd}\n`]
  });
  whole.cells.push({ ...whole.cells[at], id: 'odd', source: [login(odd, 99)], outputs: [] });
  return whole;
}

describe('credentials are never shown', function () {
  this.timeout(240_000);

  it('by the command line, whatever it is asked for and whatever is looked for', () => {
    const python = [...values.map(login), `key = """${privateKey}"""`, login(odd, 99), loading].join('\n');
    const whole = JSON.stringify(everywhere(), null, 1);
    const module = `import torch\nPASSWORD = "${elsewhere}"\ndef load(path):\n    return torch.load(path, weights_only=False)\n`;
    const off = '[tool.loadlight]\nselect = ["LL1", "LL2"]\n';
    const few = notebook([...values.slice(0, 4).map(login), login(odd, 99), loading, `key = """${privateKey}"""`]);
    const some = [...values.slice(0, 4).map(login), `key = """${privateKey}"""`, login(odd, 99), loading].join('\n');
    const small = { 'small.py': some, 'small.ipynb': few };
    const files = {
      'a.py': python,
      'b.ipynb': whole,
      ...small,
      'settings.py': module,
      '.env': `DB_PASSWORD=${inAddress}`
    };
    const folders = [
      temporaryFolder(files),
      temporaryFolder({ ...files, 'pyproject.toml': off }),
      // A configuration that cannot be read is told of, not quoted.
      temporaryFolder({ ...files, 'pyproject.toml': `${off}password = "${elsewhere}\n` })
    ];
    const scan = format => ['scan', '--notes', '--format', format];
    const share = format => ['share', 'b.ipynb', '--format', format, '--clean', 'clean.ipynb'];
    const review = ['fix', '--diff', '--review', 'small.py', 'small.ipynb'];
    const baseline = ['scan', '--baseline', 'known.json', '--update-baseline'];
    const runs = [
      [scan('text'), scan('json'), scan('sarif'), baseline, review, share('text'), share('json'), share('html')],
      [scan('text'), scan('json'), review],
      [['scan', 'small.py']]
    ];
    for (const [i, folder] of folders.entries())
      for (const args of runs[i]) {
        const { stdout, stderr } = loadlight(folder, args);
        assertHidden(stdout + stderr, `${i} ${args.join(' ')}`);
      }
    assertHidden(readFileSync(join(folders[0], 'known.json'), 'utf8'), 'baseline');
    // What is attached keeps its name, and the report says so.
    const clean = JSON.parse(readFileSync(join(folders[0], 'clean.ipynb'), 'utf8'));
    for (const cell of clean.cells) delete cell.attachments;
    assertHidden(JSON.stringify(clean), 'clean copy');
  });

  it('by the language server, to whoever asks it anything', async () => {
    const client = await open(testHost());
    try {
      await client.until(() => client.analysed.some(({ pending, uri }) => uri === URI && !pending));
      const actions = await askEverywhere(client);
      assert.ok(actions.length > values.length, String(actions.length));
      assert.ok(actions.some(({ data }) => data?.saves) && actions.some(({ data }) => data?.clears));
      assertHidden(client.heard, 'before an action is resolved');
      // Only the edits themselves write a value, and only into `.env`.
      for (const action of actions.filter(({ data }) => !data?.saves).slice(0, 100)) {
        const { edit, command } = await client.connection.sendRequest('codeAction/resolve', action);
        assertHidden(JSON.stringify([edit, command]), action.title);
      }
      const takingOut = actions.filter(({ command }) => command?.command === TAKE_OUT_EVERYWHERE);
      assert.ok(takingOut.length > values.length, String(takingOut.length));
      for (const { id } of takingOut.slice(0, 20).map(({ command }) => command.arguments[0])) {
        const { edit, clears } = await client.connection.sendRequest(TAKE_OUT, { uri: URI, id });
        assertHidden(JSON.stringify([edit, clears]), 'taken out of all files');
      }
      const shared = await client.connection.sendRequest(SHARE, { uri: URI, text: JSON.stringify(everywhere()) });
      const { report } = shared;
      assertHidden(
        JSON.stringify(report.items.map(item => ({ ...item, fixes: item.fixes.map(fix => fix.title) }))),
        'share'
      );
    } finally {
      await client.stop();
    }
  });

  it('by the language server while it still looks for them', async () => {
    const held = new HeldScans();
    const client = await open(testHost(held));
    try {
      await client.until(() => client.analysed.some(({ pending, uri }) => uri === URI && pending));
      const actions = await askEverywhere(client);
      assert.ok(actions.length > 0);
      assertHidden(client.heard, 'while credentials are looked for');
      held.release();
      await client.until(() => client.analysed.some(({ pending, uri }) => uri === URI && !pending));
      assertHidden(client.heard, 'when they have been found');
    } finally {
      await client.stop();
    }
  });
});

/** Finds credentials only when it is told to. */
class HeldScans extends InstalledParts {
  released = new Promise(resolve => (this.release = resolve));

  async module(name) {
    const part = await super.module(name);
    if (name !== 'secrets') return part;
    return { ...part, scan: async text => (await this.released, part.scan(text)) };
  }
}

/** An editor that shows the notebook with credentials everywhere. */
async function open(host) {
  const capabilities = structuredClone(USUAL);
  capabilities.textDocument.codeAction = { resolveSupport: { properties: ['edit', 'command'] } };
  capabilities.workspace.workspaceEdit.resourceOperations = ['create'];
  const settings = `import torch\nPASSWORD = "${elsewhere}"\ndef load(path):\n    return torch.load(path)\n`;
  const client = await TestClient.start({
    capabilities,
    host,
    files: new Map([
      ['file:///project/settings.py', settings],
      ['file:///project/.env', `A=${inAddress}`]
    ]),
    initializationOptions: { asks: true, takesOut: true, keepsVariables: true, clearsOutputs: true, cellMetadata: true }
  });
  await client.connection.sendNotification('$/setTrace', { value: 'verbose' });
  const { cells } = everywhere();
  const uriOf = ({ id }) => `cell:${id}`;
  const texts = Object.fromEntries(cells.map(cell => [uriOf(cell), [cell.source].flat().join('')]));
  const languages = Object.fromEntries(
    cells.filter(cell => cell.cell_type !== 'code').map(cell => [uriOf(cell), cell.cell_type])
  );
  const told = cells.map(cell => ({ cell: uriOf(cell), outputs: textsOfOutputs(cell.outputs ?? []) }));
  await client.connection.sendNotification(OUTPUTS, { notebook: URI, cells: told });
  await client.openNotebook(URI, texts, {}, 'jupyter-notebook', languages);
  return client;
}

/** The actions for every cell, after every mark was hovered over. */
async function askEverywhere(client) {
  const actions = [];
  for (const uri of client.texts.keys()) {
    for (const { range } of client.diagnostics(uri) ?? []) {
      const params = { textDocument: { uri }, position: range.start };
      await client.connection.sendRequest('textDocument/hover', params);
      await client.connection.sendRequest(EXPLAIN, params);
    }
    const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    actions.push(...(await client.actions(uri, whole, undefined, [...(client.diagnostics(uri) ?? [])])));
  }
  return actions;
}
