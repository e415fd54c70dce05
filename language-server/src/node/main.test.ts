import { equal, ok } from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { TestClient } from '../testing/test-client.js';

const BIN = fileURLToPath(new URL('../../bin/loadlight-language-server.mjs', import.meta.url));
const BUNDLE = fileURLToPath(new URL('../../dist/node/server.cjs', import.meta.url));

describe('loadlight-language-server --stdio', () => {
  let folder: string;
  let server: ChildProcess;
  beforeEach(() => {
    ok(existsSync(BUNDLE), 'build the bundles first');
    folder = mkdtempSync(join(tmpdir(), 'loadlight-'));
    server = spawn(process.execPath, [BIN, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  });
  afterEach(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  it('serves an editor, reads its own files, fetches its heavy part, and ends', async () => {
    ok(server.stdin && server.stdout);
    const reader = new StreamMessageReader(server.stdout);
    const client = new TestClient(createProtocolConnection(reader, new StreamMessageWriter(server.stdin)));
    await client.initialize();
    writeFileSync(join(folder, 'requirements.txt'), 'torch==2.4.1\n');
    const uri = pathToFileURL(join(folder, 'train.py')).href;
    const token = `token = "${inventSecrets(5).huggingface()}"\n`;
    await client.open(uri, `import torch\nm = torch.load("m.pt")\n${token}`);
    await client.until(() => client.diagnostics(uri)?.some(({ code }) => code === 'LL301'));
    await client.until(() => client.diagnostics(uri)?.some(({ code, severity }) => code === 'LL101' && severity === 2));
    const exited = once(server, 'exit');
    await client.exit();
    equal((await exited)[0], 0);
  });
});
