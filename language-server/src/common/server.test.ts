import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import type { PartsPort } from '@loadlight/engine/ports';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import {
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  ShutdownRequest
} from 'vscode-languageserver';
import { TestClient, USUAL } from '../testing/test-client.js';
import { InstalledParts, testHost } from '../testing/test-host.js';

const FILE = 'file:///project/train.py';
const BARE = 'import torch\nm = torch.load("m.pt")\n';
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const CONFIGURING = { ...USUAL, workspace: { ...USUAL.workspace, configuration: true } };

describe('the server', () => {
  let client: TestClient | undefined;
  afterEach(async () => {
    await client?.stop();
    client = undefined;
  });

  it('answers whether it is alive, and how many documents it has', async () => {
    client = await TestClient.start();
    deepEqual(await client.connection.sendRequest('loadlight/ping', {}), { alive: true, documents: 0 });
    await client.open(FILE, 'x = 1\n');
    deepEqual(await client.connection.sendRequest('loadlight/ping', {}), { alive: true, documents: 1 });
    await client.close(FILE);
    deepEqual(await client.connection.sendRequest('loadlight/ping', {}), { alive: true, documents: 0 });
  });

  it('lets the newest text win', async () => {
    client = await TestClient.start();
    await client.open(FILE, BARE);
    const edits = 40;
    for (let i = 0; i < edits; i++) await client.type(FILE, START, `# ${i}\n`);
    const last = await client.analysedAt(FILE, 1 + edits);
    equal(last.version, 1 + edits);
    equal(client.diagnostics(FILE)?.[0]?.range.start.line, 1 + edits);
    ok(client.analysed.length < edits, `${client.analysed.length} analyses for ${edits} edits`);
    const versions = client.analysed.map(({ version }) => version);
    deepEqual(
      versions,
      [...versions].sort((a, b) => a - b)
    );
  });

  it('fetches the heavy part when a text may hold a credential, and not before', async () => {
    const parts = new InstalledParts();
    client = await TestClient.start({ host: testHost(parts) });
    await client.open(FILE, BARE);
    equal(parts.asked.includes('secrets'), false);
    const value = inventSecrets(11).huggingface();
    await client.type(FILE, START, `token = "${value}"\n`);
    await client.until(() => client?.diagnostics(FILE)?.some(({ code }) => code === 'LL301'));
    deepEqual(
      parts.asked.filter(name => name === 'secrets'),
      ['secrets']
    );
    const sent = JSON.stringify([client.published, client.analysed, client.logged]);
    equal(sent.includes(value.slice(3, 12)), false, 'the value is in nothing that is sent');
  });

  it('says so and goes on where the heavy part cannot be fetched', async () => {
    const parts: PartsPort = {
      bytes: name => new InstalledParts().bytes(name),
      module: () => Promise.reject(new Error('offline'))
    };
    client = await TestClient.start({ host: testHost(parts) });
    await client.open(FILE, `import pickle\npickle.load(f)\ntoken = "${inventSecrets(12).github()}"\n`);
    const { notes } = await client.until(() => client?.analysed.find(each => each.notes.length > 0));
    match(notes.join(), /secret|credential|token/i);
    equal(client.diagnostics(FILE)?.[0]?.code, 'LL102');
  });

  it('can be started again after its grammar could not be loaded', async () => {
    let online = false;
    const parts: PartsPort = {
      bytes: name => (online ? new InstalledParts().bytes(name) : Promise.reject(new Error('offline'))),
      module: () => Promise.reject(new Error('offline'))
    };
    const host = testHost(parts);
    await rejects(TestClient.start({ host }), error => {
      match(String(error), /Python grammar: offline/);
      deepEqual((error as { data?: unknown }).data, { retry: true });
      return true;
    });
    online = true;
    client = await TestClient.start({ host });
    await client.open(FILE, BARE);
  });

  it('takes settings from the client, and takes them again when they change', async () => {
    let versions: Record<string, string> = { torch: '2.4' };
    client = await TestClient.start({ capabilities: CONFIGURING, configuration: () => ({ versions }) });
    equal((await client.open(FILE, BARE)).counts.warning, 1);
    versions = { torch: '2.13' };
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    const { counts } = await client.until(() => client?.analysed.find(each => each.counts.warning === 0));
    deepEqual(counts, { error: 0, warning: 0, information: 1 });
  });

  it('says what is of a wrong kind in the settings, and goes on with the defaults', async () => {
    const configuration = (): unknown => ({ enable: 'no', versions: { torch: 2 } });
    client = await TestClient.start({ capabilities: CONFIGURING, configuration });
    const { notes, counts } = await client.open(FILE, BARE);
    deepEqual(counts, { error: 0, warning: 0, information: 1 });
    match(notes.join(' '), /loadlight\.enable is neither true nor false.* no text for torch/);
    await client.type(FILE, START, '\n');
    await client.analysedAt(FILE, 2);
    equal(client.logged.filter(line => line.includes('loadlight.enable')).length, 1, 'logged once');
  });

  it('does not wait for ever for settings, shows that it is at work, and takes them late', async () => {
    let say: (settings: unknown) => void = () => undefined;
    const answer = new Promise(resolve => (say = resolve));
    client = await TestClient.start({
      capabilities: { ...CONFIGURING, window: { workDoneProgress: true } },
      configuration: () => answer
    });
    const opened = client.open(FILE, BARE);
    await client.until(() => client?.progress.includes('begin'));
    equal((await opened).counts.information, 1);
    await client.until(() => client?.progress.includes('end'));
    say({ versions: { torch: '2.4' } });
    await client.until(() => client?.analysed.at(-1)?.counts.warning === 1);
  });

  it('shows nothing where the user wants nothing', async () => {
    client = await TestClient.start({ capabilities: CONFIGURING, configuration: () => ({ enable: false }) });
    await client.open(FILE, BARE);
    deepEqual(client.diagnostics(FILE), []);
  });

  it("reads versions from the client's files, and again when they change", async () => {
    const files = new Map([['file:///project/requirements.txt', 'torch==2.4.1\n']]);
    client = await TestClient.start({ files });
    await client.open(FILE, BARE);
    await client.until(() => client?.analysed.some(each => each.counts.warning === 1));
    files.set('file:///project/requirements.txt', 'torch==2.13.0\n');
    await client.connection.sendNotification('loadlight/fs.changed', { uris: ['file:///project/requirements.txt'] });
    await client.until(() => client?.analysed.at(-1)?.counts.warning === 0);
  });

  it('follows the nearest configuration, unless the client does not vouch for the folder', async () => {
    const files = new Map([['file:///project/loadlight.toml', 'ignore = ["LL1"]\n']]);
    let trusted = true;
    client = await TestClient.start({ files, capabilities: CONFIGURING, configuration: () => ({ trusted }) });
    await client.open(FILE, BARE);
    await client.until(() => client?.diagnostics(FILE)?.length === 0);
    trusted = false;
    await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await client.until(() => client?.diagnostics(FILE)?.length === 1);
  });

  it('marks what is wrong in a configuration at its place', async () => {
    client = await TestClient.start();
    await client.open('file:///project/loadlight.toml', 'ignore = [\n  "LL101",\n  "S301"\n]\n');
    const marked = client.diagnostics('file:///project/loadlight.toml') ?? [];
    deepEqual(
      marked.map(({ code, range }) => [code, range.start.line, range.start.character, range.end.character]),
      [['LL002', 2, 2, 8]]
    );
  });

  it('looks up to the folders of the workspace, and learns of new ones', async () => {
    const files = new Map([['file:///more/requirements.txt', 'torch==2.4.1\n']]);
    const capabilities = { ...USUAL, workspace: { ...USUAL.workspace, workspaceFolders: true } };
    client = await TestClient.start({ files, capabilities });
    equal((await client.open('file:///more/src/train.py', BARE)).counts.warning, 0);
    const added = [{ uri: 'file:///more', name: 'more' }];
    await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added, removed: [] }
    });
    await client.until(() => client?.analysed.at(-1)?.counts.warning === 1);
  });

  it('outlives a text that is no Python at all', async () => {
    client = await TestClient.start();
    for (const [index, text] of [
      '',
      '\0\uD800',
      '((((',
      `x = ${'['.repeat(5000)}`,
      '<html>',
      '\uFEFFimport torch\r\n'
    ].entries()) {
      await client.open(`file:///project/${index}.py`, text);
    }
    await client.open(FILE, BARE);
    equal(client.diagnostics(FILE)?.length, 1);
  });

  it('shuts down', async () => {
    const other = await TestClient.start();
    await other.open(FILE, BARE);
    equal(await other.connection.sendRequest<unknown>(ShutdownRequest.method), null);
    other.connection.dispose();
  });
});
