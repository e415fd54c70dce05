import { deepEqual, equal, ok } from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver';
import { DocumentDiagnosticRequest } from 'vscode-languageserver';
import { TestClient, USUAL } from '../../testing/test-client.js';

const NOTEBOOK = 'file:///project/train.ipynb';
const [ONE, TWO] = ['cell:1', 'cell:2'];
const PULLING = {
  textDocument: { ...USUAL.textDocument, diagnostic: { relatedDocumentSupport: false } },
  workspace: { ...USUAL.workspace, diagnostics: { refreshSupport: true } }
};

describe('pulled diagnostics', () => {
  let client: TestClient;
  const pull = (uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId })
    });

  beforeEach(async () => {
    client = await TestClient.start({ capabilities: PULLING });
    await client.openNotebook(NOTEBOOK, { [ONE]: 'import torch', [TWO]: 'torch.load("m.pt", weights_only=False)' });
  });
  afterEach(() => client.stop());

  it('are offered, and never pushed', async () => {
    const provider = client.initialized.capabilities.diagnosticProvider;
    deepEqual([provider?.interFileDependencies, provider?.workspaceDiagnostics], [true, false]);
    const report = await pull(TWO);
    ok(report.kind === 'full');
    deepEqual(
      report.items.map(({ code }) => code),
      ['LL101']
    );
    deepEqual(client.published, []);
  });

  it('are not sent twice', async () => {
    const { resultId } = await pull(TWO);
    deepEqual(await pull(TWO, resultId), { kind: 'unchanged', resultId });
  });

  it('are asked for again where another cell changes them', async () => {
    await pull(TWO);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 12 } };
    const changes = [{ range, text: 'import json' }];
    await client.changeNotebook(NOTEBOOK, 2, {
      cells: { textContent: [{ document: { uri: ONE, version: 2 }, changes }] }
    });
    await client.until(() => client.refreshes > 0);
    const report = await pull(TWO);
    ok(report.kind === 'full');
    equal(report.items.length, 0);
  });

  it('are none for what is not open', async () => {
    const report = await pull('file:///project/other.py');
    ok(report.kind === 'full');
    deepEqual(report.items, []);
  });
});
