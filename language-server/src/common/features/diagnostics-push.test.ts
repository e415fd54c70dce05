import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { FindingData } from '@loadlight/protocol/finding-data';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { rangeOf, TestClient, USUAL } from '../../testing/test-client.js';

const FILE = 'file:///project/train.py';
const NOTEBOOK = 'file:///project/train.ipynb';
const [ONE, TWO, THREE] = ['cell:1', 'cell:2', 'cell:3'];

describe('pushed diagnostics', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('say what, where, how bad and why', async () => {
    client = await TestClient.start();
    equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(FILE, 'import torch\nm = "é😀"; s = torch.load("m.pt", weights_only=False)\n');
    const [diagnostic, ...others] = client.diagnostics(FILE) ?? [];
    ok(diagnostic);
    deepEqual(others, []);
    deepEqual(diagnostic.range, rangeOf(client.texts.get(FILE), 'weights_only=False'));
    equal(diagnostic.severity, DiagnosticSeverity.Warning);
    equal(diagnostic.code, 'LL101');
    equal(diagnostic.source, 'loadlight');
    match(diagnostic.codeDescription?.href ?? '', /LL101/);
    const data = diagnostic.data as FindingData;
    equal(data.name, 'unsafe-torch-load');
    equal(data.severity, 'warning');
    match(data.fixes.at(-1)?.title ?? '', /^Ignore LL101/);
    equal(client.published.at(-1)?.version, 1);
  });

  it('follow the text as it is typed', async () => {
    client = await TestClient.start();
    await client.open(FILE, 'import torch\nx = torch.load("m.pt", weights_only=False)\n');
    await client.type(FILE, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, '# why\n');
    await client.analysedAt(FILE, 2);
    equal(client.diagnostics(FILE)?.[0]?.range.start.line, 2);
    await client.type(FILE, rangeOf(client.texts.get(FILE), 'False'), 'True');
    await client.analysedAt(FILE, 3);
    deepEqual(
      client.diagnostics(FILE)?.filter(({ severity }) => severity === DiagnosticSeverity.Warning),
      []
    );
  });

  it('go when the file is closed', async () => {
    client = await TestClient.start();
    await client.open(FILE, 'import pickle\npickle.load(f)\n');
    equal(client.diagnostics(FILE)?.length, 1);
    await client.close(FILE);
    await client.until(() => client.diagnostics(FILE)?.length === 0);
  });

  it('name the places that show why, for clients that show them', async () => {
    const text = 'import torch\nurl = "http://models.example.org/m.pt"\nimport urllib.request\n';
    const load = 'urllib.request.urlretrieve(url, "m.pt")\ntorch.load("m.pt", weights_only=False)\n';
    client = await TestClient.start();
    await client.open(FILE, text + load);
    const related = client.diagnostics(FILE)?.find(({ code }) => code === 'LL101')?.relatedInformation ?? [];
    equal(related[0]?.location.uri, FILE);
    await client.stop();
    client = await TestClient.start({ capabilities: { ...USUAL, textDocument: {} } });
    await client.open(FILE, text + load);
    equal(client.diagnostics(FILE)?.find(({ code }) => code === 'LL101')?.relatedInformation, undefined);
  });
});

describe('pushed diagnostics of a notebook', () => {
  let client: TestClient;
  beforeEach(async () => {
    client = await TestClient.start();
  });
  afterEach(() => client.stop());

  it('stand at the cell, and know the other cells', async () => {
    const analysed = await client.openNotebook(NOTEBOOK, {
      [ONE]: 'import torch as t',
      [TWO]: '%matplotlib inline\n!pip install torch',
      [THREE]: 'm = t.load("m.pt", weights_only=False)'
    });
    deepEqual(client.diagnostics(ONE), []);
    equal(client.diagnostics(THREE)?.[0]?.code, 'LL101');
    equal(analysed.looked.cells, 3);
    equal(analysed.counts.warning, 1);
  });

  it('change with the cells: added, moved and removed', async () => {
    await client.openNotebook(NOTEBOOK, { [ONE]: 'import torch', [TWO]: 'm = t.load("m.pt", weights_only=False)' });
    deepEqual(client.diagnostics(TWO), []);
    const didOpen = [{ uri: THREE, languageId: 'python', version: 1, text: 'import torch as t' }];
    const cells = [{ kind: 2 as const, document: THREE }];
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: { structure: { array: { start: 1, deleteCount: 0, cells }, didOpen } }
    });
    equal(client.diagnostics(TWO)?.length, 1);
    const moved = [
      { kind: 2 as const, document: TWO },
      { kind: 2 as const, document: THREE }
    ];
    client.published.length = 0;
    await client.changeNotebook(NOTEBOOK, 3, {
      cells: { structure: { array: { start: 1, deleteCount: 2, cells: moved } } }
    });
    equal(client.diagnostics(TWO)?.length, 1, 'a name bound in a later cell counts');
    await client.changeNotebook(NOTEBOOK, 4, {
      cells: { structure: { array: { start: 2, deleteCount: 1 }, didClose: [{ uri: THREE }] } }
    });
    deepEqual(client.diagnostics(TWO), []);
    deepEqual(client.diagnostics(THREE), []);
  });

  it('are not sent again where an edit of another cell changes nothing', async () => {
    const load = 'm = torch.load("m.pt", weights_only=False)';
    await client.openNotebook(NOTEBOOK, { [ONE]: 'import torch', [TWO]: load, [THREE]: 'x = 1' });
    client.published.length = 0;
    const edit = (uri: string, text: string): object => ({
      cells: { textContent: [{ document: { uri, version: 2 }, changes: [{ text }] }] }
    });
    await client.changeNotebook(NOTEBOOK, 2, edit(THREE, 'x = 2'));
    deepEqual(new Set(client.published.map(({ uri }) => uri)), new Set([THREE]));
    await client.changeNotebook(NOTEBOOK, 3, edit(ONE, 'import math'));
    deepEqual(client.diagnostics(TWO), []);
  });

  it('survive a cell that is closed and opened in one change, as a move may be told', async () => {
    await client.openNotebook(NOTEBOOK, { [ONE]: 'import pickle', [TWO]: 'pickle.load(f)' });
    const text = { uri: TWO, languageId: 'python', version: 2, text: 'pickle.load(f)' };
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: {
        structure: {
          array: { start: 0, deleteCount: 2, cells: [TWO, ONE].map(document => ({ kind: 2 as const, document })) },
          didOpen: [text],
          didClose: [{ uri: TWO }]
        }
      }
    });
    equal(client.diagnostics(TWO)?.length, 1);
  });

  it('change with the text of a cell', async () => {
    await client.openNotebook(NOTEBOOK, { [ONE]: 'import torch', [TWO]: 'torch.load("m.pt", weights_only=False)' });
    const changes = [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '\n' }];
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: { textContent: [{ document: { uri: TWO, version: 2 }, changes }] }
    });
    equal(client.diagnostics(TWO)?.[0]?.range.start.line, 1);
    equal(client.published.filter(({ uri }) => uri === TWO).at(-1)?.version, 2);
  });

  it('are none where the kernel speaks another language', async () => {
    const cells = { [ONE]: 'import torch\ntorch.load("m.pt", weights_only=False)' };
    await client.openNotebook(NOTEBOOK, cells, { metadata: { kernelspec: { language: 'R' } } });
    deepEqual(client.diagnostics(ONE), []);
  });
});
