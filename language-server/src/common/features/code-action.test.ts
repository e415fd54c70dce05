import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import type { AskingData, FixedData, IgnoringData } from '@loadlight/protocol/finding-data';
import { OUTPUTS, type OutputsParams, type OutputText } from '@loadlight/protocol/messages';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { type CodeAction, CodeActionResolveRequest, HoverRequest, NotebookCellKind } from 'vscode-languageserver';
import { rangeOf, TestClient, USUAL } from '../../testing/test-client.js';

const FILE = 'file:///project/train.py';
const NOTEBOOK = 'file:///project/train.ipynb';
const UNSAFE = 'import torch\nm = torch.load("m.pt", weights_only=False)\n';
const BARE = 'import torch\nm = torch.load("m.pt")\n';
const RESOLVING = {
  ...USUAL,
  textDocument: { ...USUAL.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } }
};
const CREATING = {
  ...RESOLVING,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } }
};
const NEW_TORCH = new Map([['file:///project/requirements.txt', 'torch==2.13.0\n']]);

describe('quick fixes', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('carry their edits, for the version of the text', async () => {
    client = await TestClient.start();
    await client.open(FILE, UNSAFE);
    const diagnostics = [...(client.diagnostics(FILE) ?? [])];
    const [fix, ...others] = await client.actions(
      FILE,
      rangeOf(client.texts.get(FILE), 'False'),
      undefined,
      diagnostics
    );
    equal(fix?.kind, 'quickfix');
    deepEqual(fix.diagnostics, diagnostics);
    equal(fix.isPreferred, undefined, 'it may change what the code does');
    equal(client.edited(fix.edit)[FILE], UNSAFE.replace('False', 'True'));
    match(others.at(-1)?.title ?? '', /^Ignore LL101/);
  });

  it('read credentials from Colab’s secrets first, where a notebook says that it is Colab’s', async () => {
    client = await TestClient.start();
    const text = `login("${inventSecrets(65).huggingface()}")`;
    const titles = async (uri: string, metadata: object): Promise<string> => {
      await client.openNotebook(uri, { [`cell:${uri}`]: text }, metadata);
      await client.until(() => (client.diagnostics(`cell:${uri}`) ?? []).length > 0);
      const actions = await client.actions(`cell:${uri}`, rangeOf(client.texts.get(`cell:${uri}`), 'login("hf'));
      return actions[0]?.title ?? '';
    };
    match(await titles('file:///project/a.ipynb', { metadata: { colab: {} } }), /Colab’s secret HF_TOKEN/);
    match(await titles('file:///project/b.ipynb', { accelerator: 'TPU' }), /Colab’s secret HF_TOKEN/);
    ok(!(await titles('file:///project/c.ipynb', { accelerator: null })).includes('Colab'));
  });

  it('prefer what is safe, and never ignoring', async () => {
    client = await TestClient.start({ files: NEW_TORCH });
    await client.open(FILE, BARE);
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'torch.load'));
    deepEqual(
      actions.map(({ isPreferred }) => isPreferred ?? false),
      [true, false, false]
    );
    equal(client.edited(actions[0]?.edit)[FILE], BARE.replace('"m.pt"', '"m.pt", weights_only=True'));
    match(client.edited(actions[1]?.edit)[FILE] ?? '', /load.*# loadlight: ignore\[LL101\]/);
    match(client.edited(actions[2]?.edit)[FILE] ?? '', /^# loadlight: ignore\[LL101\]/);
  });

  it('stand where the finding stands, and nowhere else', async () => {
    client = await TestClient.start();
    await client.open(FILE, UNSAFE);
    deepEqual(await client.actions(FILE, rangeOf(client.texts.get(FILE), 'import')), []);
    deepEqual(await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'), ['refactor']), []);
    deepEqual(await client.actions('file:///other.py', rangeOf(client.texts.get(FILE), 'False')), []);
  });

  it('carry the version of the cell that they change', async () => {
    client = await TestClient.start();
    await client.openNotebook(NOTEBOOK, {
      'cell:1': 'import torch',
      'cell:2': 'torch.load("m.pt", weights_only=False)'
    });
    const [fix] = await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), 'False'));
    deepEqual(client.edited(fix?.edit), { 'cell:2': 'torch.load("m.pt", weights_only=True)' });
  });

  it('carry the version of every cell that they change', async () => {
    client = await TestClient.start();
    const token = inventSecrets(21).huggingface();
    await client.openNotebook(NOTEBOOK, { 'cell:1': 'import json', 'cell:2': `token = "${token}"` });
    await client.until(() => client.diagnostics('cell:2')?.length === 1);
    const [fix] = await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), token));
    const texts = client.edited(fix?.edit);
    match(texts['cell:1'] ?? '', /^import os$/m);
    equal(texts['cell:2'], 'token = os.environ["HF_TOKEN"]');
    equal(JSON.stringify(fix).includes(token.slice(3)), false);
  });

  it('are none for what an earlier line has said', async () => {
    client = await TestClient.start();
    const line = 'AutoModel.from_pretrained("example-org/tiny")\n';
    await client.open(FILE, `from transformers import AutoModel\n${line}${line}`);
    deepEqual(
      client.diagnostics(FILE)?.map(({ code, range }) => [code, range.start.line]),
      [['LL202', 1]]
    );
  });

  it('say what stands for the reason to ignore, resolved later or not', async () => {
    for (const capabilities of [USUAL, RESOLVING]) {
      client = await TestClient.start({ capabilities });
      await client.open(FILE, UNSAFE);
      const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'));
      const reasons = actions.map(({ data }) => (data as IgnoringData | undefined)?.reason);
      deepEqual(reasons, [...actions.slice(2).map(() => undefined), 'say why', 'say why']);
      const [ignore] = actions.slice(-2);
      ok(ignore);
      const { edit } = ignore.edit
        ? ignore
        : await client.connection.sendRequest(CodeActionResolveRequest.type, ignore);
      match(client.edited(edit)[FILE] ?? '', /ignore\[LL101\] -- say why$/m);
      if (capabilities === USUAL) await client.stop();
    }
  });

  it('write the reason that a client asked for, on one line, or none', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    await client.open(FILE, UNSAFE);
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'));
    const ignore = actions.find(({ title }) => title === 'Ignore LL101 here');
    ok(ignore);
    const written = async (reason: string): Promise<string> => {
      const data: unknown = { ...(ignore.data as IgnoringData), reason };
      const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, { ...ignore, data });
      return client.edited(edit)[FILE] ?? '';
    };
    equal((ignore.data as IgnoringData).ignores, 'comment');
    equal(await written(' ours\n\timport os '), `${UNSAFE.trimEnd()}  # loadlight: ignore[LL101] -- ours import os\n`);
    equal(await written(''), `${UNSAFE.trimEnd()}  # loadlight: ignore[LL101]\n`);
  });

  it('add the reason to the one of a comment that they join', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    const text = (comment: string): string =>
      `import torch\nm = torch.load("m.pt", weights_only=False)  # ${comment}\n`;
    await client.open(FILE, text('loadlight: ignore[LL102] -- old'));
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'));
    const ignore = actions.find(({ title }) => title === 'Ignore LL101 here');
    ok(ignore);
    const written = async (reason: string): Promise<string | undefined> => {
      const data: unknown = { ...(ignore.data as IgnoringData), reason };
      const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, { ...ignore, data });
      return client.edited(edit)[FILE];
    };
    equal(await written('new'), text('loadlight: ignore[LL102, LL101] -- old; new'));
    equal(await written('old'), text('loadlight: ignore[LL102, LL101] -- old'));
    equal(await written(''), text('loadlight: ignore[LL102, LL101] -- old'));
  });

  it('are resolved later by clients that do so', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    await client.open(FILE, UNSAFE);
    const [fix] = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'));
    ok(fix);
    equal(fix.edit, undefined);
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, fix);
    equal(client.edited(resolved.edit)[FILE], UNSAFE.replace('False', 'True'));
  });

  it('are refused where the text has moved on', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    await client.open(FILE, UNSAFE);
    const [fix] = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'));
    ok(fix);
    await client.type(FILE, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# new\n');
    await rejects(client.connection.sendRequest(CodeActionResolveRequest.type, fix), /has changed/);
  });

  it('are made anew where another cell has moved on', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    await client.openNotebook(NOTEBOOK, {
      'cell:1': 'import torch',
      'cell:2': 'torch.load("m.pt", weights_only=False)'
    });
    const [fix] = await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), 'False'));
    ok(fix);
    const say = (version: number, text: string): Promise<unknown> =>
      client.changeNotebook(NOTEBOOK, version, {
        cells: { textContent: [{ document: { uri: 'cell:1', version }, changes: [{ text }] }] }
      });
    await say(2, 'import torch  # said by somebody else');
    const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, fix);
    deepEqual(client.edited(edit), { 'cell:2': 'torch.load("m.pt", weights_only=True)' });
    // Where it is no longer torch there is no finding, and no fix of it.
    await say(3, 'import ours as torch');
    await rejects(client.connection.sendRequest(CodeActionResolveRequest.type, fix), /has changed/);
  });
});

describe('pinning to a commit', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const initializationOptions = { asks: true };
  const COMMIT = 'ab'.repeat(20);
  const MODEL = 'import transformers\nm = transformers.pipeline(model="example-org/m")\n';
  const HUB = 'import torch\nm = torch.hub.load("example-org/code:main", "net")\n';
  const pin = async (text: string, at: string): Promise<CodeAction | undefined> => {
    await client.open(FILE, text);
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), at));
    return actions.find(({ title }) => title === 'Pin to a commit …');
  };
  const resolved = (action: CodeAction, answer: string): Promise<CodeAction> => {
    const data: unknown = { ...(action.data as AskingData), answer };
    return client.connection.sendRequest(CodeActionResolveRequest.type, { ...action, data });
  };

  it('asks for it, and writes it where the library reads it', async () => {
    for (const [text, at, expected] of [
      [MODEL, 'example-org/m', MODEL.replace('m")', `m", revision="${COMMIT}")`)],
      [HUB, 'example-org', HUB.replace('main', COMMIT)]
    ] as const) {
      client = await TestClient.start({ capabilities: RESOLVING, initializationOptions });
      const action = await pin(text, at);
      ok(action);
      equal((action.data as AskingData).asks, 'commit');
      equal(client.edited((await resolved(action, ` ${COMMIT.toUpperCase()} `)).edit)[FILE], expected);
      await rejects(resolved(action, 'main"; import os #'));
      if (text === MODEL) await client.stop();
    }
  });

  it('is not offered to a client that asks nobody', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    equal(await pin(MODEL, 'example-org/m'), undefined);
  });
});

describe('comparing a checksum before a load', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const initializationOptions = { asks: true };
  const LOAD =
    'import joblib\nfrom urllib.request import urlretrieve\nurlretrieve("https://models.example.org/m", "m")\njoblib.load("m")\n';
  // Of "abc", as FIPS 180-2 has it.
  const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  const offered = async (capabilities: typeof RESOLVING, there: boolean): Promise<CodeAction | undefined> => {
    const files = new Map(there ? [['file:///project/m', 'abc']] : []);
    client = await TestClient.start({ capabilities, initializationOptions, files });
    await client.open(FILE, LOAD);
    await client.until(() => client.diagnostics(FILE)?.length === 1);
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'joblib.load'));
    return actions.find(({ title }) => title.includes('SHA-256'));
  };
  const resolved = (action: CodeAction): Promise<CodeAction> =>
    client.connection.sendRequest(CodeActionResolveRequest.type, action);

  it('writes that of the file as it is when the fix is chosen', async () => {
    const action = await offered(RESOLVING, true);
    match(action?.title ?? '', /^Load it only while its SHA-256 is that of m as it is now/);
    ok(action && !JSON.stringify(action).includes(ABC));
    const text = client.edited((await resolved(action)).edit)[FILE] ?? '';
    match(text, new RegExp(`read_bytes\\(\\)\\).hexdigest\\(\\)\n {4}!= "${ABC}"\n`));
  });

  it('asks for it where there is no such file', async () => {
    const action = await offered(RESOLVING, false);
    ok(action);
    equal((action.data as AskingData).asks, 'sha256');
    const data: unknown = { ...(action.data as AskingData), answer: ABC };
    match(client.edited((await resolved({ ...action, data })).edit)[FILE] ?? '', new RegExp(`!= "${ABC}"`));
  });

  it('is not written where the text changed while the file was read', async () => {
    const action = await offered(RESOLVING, true);
    ok(action);
    const start = { line: 0, character: 0 };
    const [outcome] = await Promise.allSettled([resolved(action), client.type(FILE, { start, end: start }, '# new\n')]);
    equal(outcome.status, 'rejected');
  });
});

describe('a fix in another file', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const MODULE = 'file:///project/io_utils.py';
  const READ = 'import torch\n\ndef read(path):\n    return torch.load(path)\n';
  const MENDED = READ.replace('path)\n', 'path, weights_only=True)\n').replace('(path, weights_only=True):', '(path):');
  const CELLS = {
    'cell:1': 'from io_utils import read\n!wget https://models.example.org/m.pt',
    'cell:2': 'state = read("m.pt")'
  };
  const TITLE = /^In io_utils\.py: Add weights_only=True/;
  const offered = async (files: ReadonlyMap<string, string>, capabilities = RESOLVING): Promise<CodeAction[]> => {
    client = await TestClient.start({ capabilities, files });
    await client.openNotebook(NOTEBOOK, CELLS);
    await client.until(() => client.diagnostics('cell:2')?.length === 1);
    return (await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), 'read'))).filter(({ title }) =>
      TITLE.test(title)
    );
  };
  const resolved = (action: CodeAction | undefined): Promise<CodeAction> => {
    ok(action);
    return client.connection.sendRequest(CodeActionResolveRequest.type, action);
  };
  const end = { line: 3, character: 26 };
  const edits = [{ range: { start: end, end }, newText: ', weights_only=True' }];

  it('is made in the file as it lies there', async () => {
    const { edit } = await resolved((await offered(new Map([[MODULE, READ]])))[0]);
    deepEqual(edit, { documentChanges: [{ textDocument: { uri: MODULE, version: null }, edits }] });
  });

  it('is made in the text where the file is open, and then the finding is gone', async () => {
    const [action] = await offered(new Map([[MODULE, READ]]));
    await client.open(MODULE, READ);
    const { edit } = await resolved(action);
    equal(client.edited(edit)[MODULE], MENDED);
    await client.type(MODULE, { start: end, end }, ', weights_only=True');
    await client.until(() => client.diagnostics('cell:2')?.length === 0);
  });

  it('is refused where the file has changed since, and offered for what is there then', async () => {
    const files = new Map([[MODULE, READ]]);
    const [action] = await offered(files);
    files.set(MODULE, `# new\n${READ}`);
    await rejects(resolved(action), /has changed/);
    // It is read again meanwhile.
    let again: CodeAction | undefined;
    while (!again) {
      const actions = await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), 'read'));
      again = actions.find(({ title }) => TITLE.test(title));
    }
    const { edit } = await resolved(again);
    const line = { line: 4, character: 26 };
    deepEqual(edit?.documentChanges, [
      {
        textDocument: { uri: MODULE, version: null },
        edits: [{ range: { start: line, end: line }, newText: ', weights_only=True' }]
      }
    ]);
  });

  it('is not offered to a client that cannot ask again', async () => {
    deepEqual(await offered(new Map([[MODULE, READ]]), USUAL as typeof RESOLVING), []);
  });
});

describe('quick fixes over several cells', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const CELLS = {
    'cell:1': 'import torch\nmodel = torch.nn.Linear(2, 1)\nPATH = "best.pth"',
    'cell:2': 'torch.save(model.state_dict(), PATH)',
    'cell:3': 'model.load_state_dict(torch.load(PATH, weights_only=False))'
  };
  const offered = async (): Promise<CodeAction> => {
    client = await TestClient.start({ capabilities: RESOLVING });
    await client.openNotebook(NOTEBOOK, CELLS);
    const actions = await client.actions('cell:3', rangeOf(client.texts.get('cell:3'), 'False'));
    const save = actions.find(({ title }) => title.startsWith('Save and load it as safetensors'));
    ok(save);
    return save;
  };
  const resolved = (action: CodeAction): Promise<CodeAction> =>
    client.connection.sendRequest(CodeActionResolveRequest.type, action);

  it('change all of them, each in its version', async () => {
    const { edit } = await resolved(await offered());
    deepEqual(client.edited(edit), {
      'cell:1':
        'import torch\nfrom safetensors.torch import load_file, save_file\nmodel = torch.nn.Linear(2, 1)\nPATH = "best.safetensors"',
      'cell:2': 'save_file(model.state_dict(), PATH)',
      'cell:3': 'model.load_state_dict(load_file(PATH))'
    });
  });

  it('change none where another cell no longer allows it', async () => {
    const save = await offered();
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: {
        textContent: [{ document: { uri: 'cell:2', version: 2 }, changes: [{ text: 'torch.save(model, PATH)' }] }]
      }
    });
    await rejects(resolved(save), /has changed/);
  });

  it('change none where their cell is gone', async () => {
    const save = await offered();
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: { structure: { array: { start: 2, deleteCount: 1 }, didClose: [{ uri: 'cell:3' }] } }
    });
    await rejects(resolved(save), /has changed/);
  });

  it('change none where somebody else made the fix first', async () => {
    const save = await offered();
    const { edit } = await resolved(save);
    const texts = client.edited(edit);
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: {
        textContent: Object.entries(texts).map(([uri, text]) => ({
          document: { uri, version: 2 },
          changes: [{ text }]
        }))
      }
    });
    await rejects(resolved(save), /has changed/);
  });

  it('are not offered where the code around the call does not allow them', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    const text = 'import torch\nread = lambda: torch.load("m.pt", weights_only=False)\n';
    await client.open(FILE, text);
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'));
    deepEqual(
      actions.map(({ title }) => title.split(' (')[0]),
      ['Change to weights_only=True', 'Ignore LL101 here', 'Ignore LL101 in this file']
    );
  });
});

describe('taking a credential out of a notebook', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const token = inventSecrets(23).huggingface();
  const cells = { 'cell:1': `token = "${token}"\nprint(token)`, 'cell:2': `login("${token}")` };
  const printed: OutputText = { index: 0, mime: 'application/vnd.jupyter.stdout', text: `${token}\n` };
  const openWithOutput = async (initializationOptions: object): Promise<void> => {
    client = await TestClient.start({ capabilities: RESOLVING, initializationOptions });
    await client.openNotebook(NOTEBOOK, cells);
    const outputs: OutputsParams = { notebook: NOTEBOOK, cells: [{ cell: 'cell:1', outputs: [printed] }] };
    await client.connection.sendNotification(OUTPUTS, outputs);
    await client.until(() => client.diagnostics('cell:1')?.length === 2);
  };
  const titles = async (cell: 'cell:1' | 'cell:2'): Promise<string[]> =>
    (await client.actions(cell, rangeOf(client.texts.get(cell), token))).map(({ title }) => title.split(' (')[0] ?? '');

  it('works in all cells and outputs at once: edits, and a command for the outputs', async () => {
    await openWithOutput({ clearsOutputs: true });
    const range = rangeOf(client.texts.get('cell:2'), token);
    const [action] = await client.actions('cell:2', range);
    ok(action);
    equal(
      action.title,
      'Read it from the environment variable HF_TOKEN in all 2 places, and clear the outputs that show it (which must be set before this runs)'
    );
    const { edit, command } = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    deepEqual(
      edit?.documentChanges?.map(change => ('textDocument' in change ? change.textDocument.uri : change.kind)),
      ['cell:1', 'cell:2']
    );
    deepEqual(command?.arguments, [
      { outputs: [{ cell: 'cell:1', index: 0, mime: printed.mime, length: printed.text.length }] }
    ]);
  });

  it('keeps the value in .env for clients that write it, and .env out of git', async () => {
    const initializationOptions = { keepsVariables: true };
    const files = new Map([['file:///project/.gitignore', 'dist\n']]);
    client = await TestClient.start({ capabilities: CREATING, initializationOptions, files });
    await client.open(FILE, `token = "${token}"\n`);
    const range = rangeOf(client.texts.get(FILE), token);
    const offered = async (): Promise<CodeAction | undefined> => (await client.actions(FILE, range))[0];
    let action = await offered();
    // The folder is read a moment after the text.
    for (let asked = 0; asked < 100 && action?.title.includes('.env') === false; asked++) action = await offered();
    ok(action);
    equal(
      action.title,
      'Read it from the environment variable HF_TOKEN, and keep its value in .env (which must be loaded before this runs)'
    );
    equal(JSON.stringify(action).includes(token.slice(0, 5)), false);
    const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    deepEqual(
      edit?.documentChanges?.map(change =>
        'textDocument' in change
          ? [change.textDocument.uri.slice(16), ...change.edits.map(each => ('newText' in each ? each.newText : ''))]
          : [change.kind]
      ),
      [
        ['create'],
        ['train.py', 'import os\n\n', 'os.environ["HF_TOKEN"]'],
        ['.env', `HF_TOKEN=${token}\n`],
        ['.gitignore', '.env\n']
      ]
    );
  });

  it('leaves outputs to clients that can clear them', async () => {
    await openWithOutput({});
    deepEqual(await titles('cell:2'), [
      'Read it from the environment variable HF_TOKEN',
      'Ask for it with getpass when this runs',
      'Ignore LL301 here',
      'Ignore LL301 in this cell'
    ]);
  });

  it('says nowhere more of it than four characters', async () => {
    await openWithOutput({ clearsOutputs: true });
    const position = rangeOf(client.texts.get('cell:2'), token).start;
    const said = JSON.stringify([
      client.diagnostics('cell:1'),
      await client.actions('cell:1', rangeOf(client.texts.get('cell:1'), token)),
      await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), token)),
      await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: 'cell:2' }, position })
    ]);
    match(said, /hf_/);
    for (let at = 0; at + 5 <= token.length; at++) equal(said.includes(token.slice(at, at + 5)), false);
  });
});

describe('ignoring by a cell’s metadata', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const initializationOptions = { cellMetadata: true };
  const bash = `%%bash\nexport HF_TOKEN=${inventSecrets(22).huggingface()}`;
  const codes = (): unknown[] => (client.diagnostics('cell:2') ?? []).map(({ code }) => code);
  const told = async (version: number, metadata: Record<string, unknown>): Promise<void> => {
    const data = [{ kind: NotebookCellKind.Code, document: 'cell:2', metadata }];
    await client.changeNotebook(NOTEBOOK, version, { cells: { data } });
  };

  it('is a command for the client, with the reason that it asked for', async () => {
    client = await TestClient.start({ capabilities: RESOLVING, initializationOptions });
    await client.openNotebook(NOTEBOOK, { 'cell:1': 'import torch', 'cell:2': bash });
    await client.until(() => codes().length === 1);
    await told(2, { loadlight: { ignore: ['LL101'] } });
    const range = rangeOf(client.texts.get('cell:2'), 'HF_TOKEN=hf');
    const action = (await client.actions('cell:2', range)).find(({ title }) => title === 'Ignore LL301 in this cell');
    ok(action);
    const data: unknown = { ...(action.data as IgnoringData), reason: 'revoked' };
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, { ...action, data });
    equal(resolved.edit, undefined);
    deepEqual(resolved.command, {
      title: 'Ignore LL301 in this cell',
      command: 'loadlight.setCellIgnores',
      arguments: [{ cell: 'cell:2', ignore: ['LL101', { rule: 'LL301', reason: 'revoked' }] }]
    });
  });

  it('is not offered to a client that cannot do it', async () => {
    client = await TestClient.start({ capabilities: RESOLVING });
    await client.openNotebook(NOTEBOOK, { 'cell:1': 'import torch', 'cell:2': bash });
    await client.until(() => codes().length === 1);
    const actions = await client.actions('cell:2', rangeOf(client.texts.get('cell:2'), 'HF_TOKEN=hf'));
    deepEqual(
      actions.map(({ title }) => title.split(' (')[0]),
      ['Read it from the environment variable HF_TOKEN']
    );
  });

  it('is heard of as it changes, as every client writes it, and called unused at the start of the cell', async () => {
    client = await TestClient.start({ initializationOptions });
    await client.openNotebook(NOTEBOOK, { 'cell:1': 'import torch', 'cell:2': bash });
    await client.until(() => codes().length === 1);
    const loadlight = { ignore: ['LL301'] };
    let version = 1;
    for (const metadata of [{ loadlight }, { metadata: { loadlight } }, { custom: { metadata: { loadlight } } }]) {
      await told(++version, metadata);
      await client.until(() => codes().length === 0);
      await told(++version, {});
      await client.until(() => codes().length === 1);
    }
    await told(++version, { loadlight: { ignore: ['LL301', 'LL101'] } });
    await client.until(() => codes().length === 1 && codes()[0] === 'LL001');
    const [unused] = client.diagnostics('cell:2') ?? [];
    const start = { line: 0, character: 0 };
    deepEqual(unused?.range, { start, end: start });
    const [remove] = await client.actions('cell:2', { start, end: start });
    deepEqual(remove?.command?.arguments, [{ cell: 'cell:2', ignore: ['LL301'] }]);
  });
});

describe('ignoring by the configuration', () => {
  let client: TestClient;
  const capabilities = {
    ...USUAL,
    workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } }
  };
  const CONFIGURATION = 'file:///project/loadlight.toml';
  afterEach(() => client.stop());

  const action = async (title: string): Promise<CodeAction | undefined> =>
    (await client.actions(FILE, rangeOf(client.texts.get(FILE), 'False'))).find(each => each.title === title);

  it('makes a file where there is none', async () => {
    client = await TestClient.start({ capabilities, files: new Map() });
    await client.open(FILE, UNSAFE);
    const start = { line: 0, character: 0 };
    const textDocument = { uri: CONFIGURATION, version: null };
    deepEqual((await action('Turn LL101 off'))?.edit?.documentChanges, [
      { kind: 'create', uri: CONFIGURATION },
      { textDocument, edits: [{ range: { start, end: start }, newText: 'ignore = ["LL101"]\n' }] }
    ]);
  });

  it('edits a file that is not open', async () => {
    const files = new Map([[CONFIGURATION, '# ours\nexclude = ["old/"]\n']]);
    client = await TestClient.start({ capabilities, files });
    await client.open(FILE, UNSAFE);
    const start = { line: 1, character: 17 };
    const textDocument = { uri: CONFIGURATION, version: null };
    deepEqual((await action('Exclude this file'))?.edit?.documentChanges, [
      { textDocument, edits: [{ range: { start, end: start }, newText: ', "/train.py"' }] }
    ]);
  });

  it('edits an open file as it stands in the editor, even a moment after it was typed in', async () => {
    const text = 'exclude = ["old/"]\n';
    client = await TestClient.start({ capabilities, files: new Map([[CONFIGURATION, text]]) });
    await client.open(CONFIGURATION, text);
    await client.open(FILE, UNSAFE);
    const start = { line: 0, character: 0 };
    await client.type(CONFIGURATION, { start, end: start }, '# more\n');
    const edit = (await action('Exclude this file'))?.edit;
    equal(client.edited(edit)[CONFIGURATION], '# more\nexclude = ["old/", "/train.py"]\n');
  });

  it('is offered last, once for all findings, and is never preferred', async () => {
    client = await TestClient.start({ capabilities, files: new Map() });
    await client.open(FILE, 'import torch, pickle\ntorch.load(pickle.load(open("a.pkl", "rb")), weights_only=False)\n');
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 60 } };
    const actions = await client.actions(FILE, range);
    deepEqual(
      actions.slice(-3).map(({ title }) => title),
      ['Turn LL102 off', 'Turn LL101 off', 'Exclude this file']
    );
    deepEqual(
      actions.filter(({ title, isPreferred }) => isPreferred && /Turn|Exclude|Ignore/.test(title)),
      []
    );
  });

  it('is not offered to a client that cannot make files, or serves none', async () => {
    client = await TestClient.start({ files: new Map() });
    await client.open(FILE, UNSAFE);
    equal(await action('Exclude this file'), undefined);
    await client.stop();
    client = await TestClient.start({ capabilities });
    await client.open(FILE, UNSAFE);
    equal(await action('Exclude this file'), undefined);
  });
});

describe('fix-all', () => {
  let client: TestClient;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const LOADS = 'import torch\na = torch.load("a.pt")\nb = torch.load("b.pt", map_location="cpu")\n';
  const FIXED =
    'import torch\na = torch.load("a.pt", weights_only=True)\nb = torch.load("b.pt", map_location="cpu", weights_only=True)\n';
  afterEach(() => client.stop());

  it('of a file applies all that is safe', async () => {
    client = await TestClient.start({ files: NEW_TORCH });
    const { safeFixes } = await client.open(FILE, LOADS);
    equal(safeFixes, 2);
    for (const asked of ['source.fixAll.loadlight', 'source.fixAll', 'source']) {
      const [action, ...others] = await client.actions(FILE, range, [asked]);
      deepEqual(others, [], asked);
      equal(action?.kind, 'source.fixAll.loadlight');
      equal(client.edited(action.edit)[FILE], FIXED);
    }
    deepEqual(await client.actions(FILE, range, ['notebook.source.fixAll.loadlight']), []);
  });

  it('of a notebook covers its cells, and answers to the notebook kind alone', async () => {
    client = await TestClient.start({ files: NEW_TORCH });
    const [head = '', first = '', second = ''] = LOADS.split('\n');
    await client.openNotebook(NOTEBOOK, { 'cell:1': head, 'cell:2': first, 'cell:3': second });
    for (const cell of ['cell:1', 'cell:2', 'cell:3']) {
      deepEqual(await client.actions(cell, range, ['source.fixAll.loadlight']), [], cell);
      deepEqual(await client.actions(cell, range, ['source.fixAll']), [], cell);
    }
    const [action] = await client.actions('cell:1', range, ['notebook.source.fixAll']);
    equal(action?.kind, 'notebook.source.fixAll.loadlight');
    deepEqual(Object.values(client.edited(action.edit)), FIXED.split('\n').slice(1, 3));
  });

  it('leaves what may change the code, and is not offered where nothing is safe', async () => {
    client = await TestClient.start({ files: NEW_TORCH });
    await client.open(FILE, UNSAFE);
    deepEqual(await client.actions(FILE, range, ['source.fixAll.loadlight']), []);
  });

  it('is resolved later by clients that do so', async () => {
    client = await TestClient.start({ files: NEW_TORCH, capabilities: RESOLVING });
    await client.open(FILE, LOADS);
    const [action] = await client.actions(FILE, range, ['source.fixAll.loadlight']);
    ok(action);
    equal(action.edit, undefined);
    const resolved = await client.connection.sendRequest(CodeActionResolveRequest.type, action);
    equal(client.edited(resolved.edit)[FILE], FIXED);
    equal((resolved.data as FixedData).fixed, 2);
    await client.type(FILE, range, '\n');
    await rejects(client.connection.sendRequest(CodeActionResolveRequest.type, action), /has changed/);
  });
});
