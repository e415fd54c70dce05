import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import type { FindingData } from '@loadlight/protocol/finding-data';
import { OUTPUTS, type OutputsParams } from '@loadlight/protocol/messages';
import {
  TAKE_OUT,
  TAKE_OUT_EVERYWHERE,
  type TakeOutEverywhere,
  type TakeOutResult
} from '@loadlight/protocol/take-out';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import type { WorkspaceEdit } from 'vscode-languageserver';
import { rangeOf, TestClient, USUAL } from '../../testing/test-client.js';

const FILE = 'file:///project/train.py';
const OTHER = 'file:///project/serve.py';
const NOTEBOOK = 'file:///project/look.ipynb';
const CREATING = {
  ...USUAL,
  textDocument: { ...USUAL.textDocument, codeAction: { resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } }
};

describe('loadlight/takeOut', () => {
  const token = inventSecrets(81).huggingface();
  const found = `import os\nlogin(token="${token}")\n`;
  let client: TestClient;
  afterEach(() => client.stop());

  async function start(options: object = { takesOut: true }): Promise<void> {
    client = await TestClient.start({
      capabilities: CREATING,
      files: new Map([['file:///project/README.md', '']]),
      initializationOptions: { keepsVariables: true, clearsOutputs: true, ...options }
    });
  }

  async function offered(): Promise<TakeOutEverywhere | undefined> {
    await client.show(FILE, found);
    await client.until(() => (client.diagnostics(FILE) ?? []).length > 0);
    const actions = await client.actions(FILE, rangeOf(client.texts.get(FILE), token));
    const { command } = actions.find(action => action.command?.command === TAKE_OUT_EVERYWHERE) ?? {};
    return command?.arguments?.[0] as TakeOutEverywhere | undefined;
  }

  async function takenOut(uri: string): Promise<TakeOutResult<WorkspaceEdit>> {
    const { id } = (await offered()) ?? {};
    return await client.connection.sendRequest<TakeOutResult<WorkspaceEdit>>(TAKE_OUT, { uri, id });
  }

  it('is offered for a credential, to who carries it out, and says nothing of its value', async () => {
    await start();
    const { id, document } = (await offered()) ?? {};
    equal(document, FILE);
    match(id ?? '', /^\d+$/);
    // Clients that list fixes by what comes with the finding have it there, before those that ignore.
    const fixes = () => (client.diagnostics(FILE)?.[0]?.data as FindingData).fixes;
    equal(
      fixes().findIndex(({ everywhere }) => everywhere) + 1,
      fixes().findIndex(({ ignores }) => ignores)
    );
    await client.stop();
    await start({});
    equal(await offered(), undefined);
    equal(
      fixes().find(({ everywhere }) => everywhere),
      undefined
    );
  });

  it('reads it from the same variable in another file, and keeps the value once', async () => {
    await start();
    // Nothing there says that it is a credential.
    await client.open(OTHER, `headers = ["${token}"]  # was ${token}\n`);
    const { edit, keeps, places } = await takenOut(OTHER);
    equal(places, 2);
    equal(client.edited(edit)[OTHER], 'import os\n\nheaders = [os.environ["HF_TOKEN"]]  # was <HF_TOKEN>\n');
    const own = await takenOut(FILE);
    deepEqual(own.keeps, keeps);
    equal(client.edited(own.edit)[FILE], 'import os\nlogin(token=os.environ["HF_TOKEN"])\n');
  });

  it('takes it out of a notebook, of its text and its outputs too', async () => {
    await start();
    const texts = { 'cell:1': 'headers = 1', 'cell:2': `I used ${token} here.` };
    const outputs = [{ index: 0, mime: 'text/plain', text: `'${token}'` }];
    const params: OutputsParams = { notebook: NOTEBOOK, cells: [{ cell: 'cell:1', outputs }] };
    await client.connection.sendNotification(OUTPUTS, params);
    await client.openNotebook(NOTEBOOK, texts, {}, 'jupyter-notebook', { 'cell:2': 'markdown' });
    const { edit, clears, keeps } = await takenOut(NOTEBOOK);
    equal(client.edited(edit)['cell:2'], 'I used [removed: HF_TOKEN] here.');
    deepEqual(
      clears?.outputs.map(({ cell, index }) => [cell, index]),
      [['cell:1', 0]]
    );
    equal(keeps, undefined);
  });

  it('takes it out of a cell and of what another one shows', async () => {
    await start();
    const outputs = [{ index: 0, mime: 'text/plain', text: `read ${token}` }];
    const params: OutputsParams = { notebook: NOTEBOOK, cells: [{ cell: 'cell:2', outputs }] };
    await client.connection.sendNotification(OUTPUTS, params);
    await client.openNotebook(NOTEBOOK, { 'cell:1': `show("${token}")`, 'cell:2': 'show(2)' });
    const { edit, clears, places } = await takenOut(NOTEBOOK);
    equal(places, 2);
    equal(clears?.outputs.length, 1);
    equal(client.edited(edit)['cell:1'], 'import os\n\nshow(os.environ["HF_TOKEN"])');
  });

  it('leaves a mark where it stands in a comment alone', async () => {
    await start();
    await client.open(OTHER, `# ${token}\n`);
    const { edit } = await takenOut(OTHER);
    equal(client.edited(edit)[OTHER], '# [removed: HF_TOKEN]\n');
  });

  it('says where there are places, and one of them takes no look-up', async () => {
    await start();
    await client.open(OTHER, `x: "${token}" = None\ny = "${token}"\n`);
    deepEqual(await takenOut(OTHER), { places: 2 });
  });

  it('finds nothing in what does not hold it, and refuses what is not open', async () => {
    await start();
    await client.open(OTHER, 'x = 1\n');
    deepEqual(await takenOut(OTHER), { places: 0 });
    await rejects(takenOut('file:///project/none.py'), /not open/);
  });
});
