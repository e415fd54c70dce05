import { deepEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FoundFile } from './find-files.js';
import { lookInThreads } from './scan-pool.js';

/** A program whose threads die of one file. */
const PROGRAM = `
const { parentPort, threadId } = require('node:worker_threads');
exports.work = () => parentPort.on('message', files => {
  for (const { shown } of files) if (shown === 'deadly.py') process.exit(7);
  parentPort.postMessage(files.map(({ shown }) => ({ result: { file: shown, findings: [], notes: [] }, problems: [] })));
});`;

describe('a scan in threads', () => {
  let folder: string;
  let bundle: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'loadlight-pool-'));
    bundle = path.join(folder, 'program.cjs');
    writeFileSync(bundle, PROGRAM);
  });
  after(() => rmSync(folder, { recursive: true }));

  const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `file${i}.py`);
  async function look(shown: readonly string[]): Promise<string[]> {
    const files = shown.map((name): FoundFile => ({
      path: `/project/${name}`,
      shown: name,
      named: false,
      forced: false,
      onlySecrets: false
    }));
    const start = {
      parts: folder,
      cwd: '/project',
      folders: ['/project'],
      wanted: { lines: false, edits: false, salt: '' }
    };
    const looked = await lookInThreads(files, 3, bundle, start);
    return looked.map(({ result, skipped }) => result?.file ?? `${skipped?.file}: ${skipped?.reason}`);
  }

  it('gives what came of every file, in their order', async () => {
    deepEqual(await look(names(200)), names(200));
    deepEqual(await look([]), []);
  });

  it('goes on when a thread dies, without the file that it died of', async () => {
    const files = names(100);
    files.splice(40, 0, 'deadly.py');
    const expected = files.map(name =>
      name === 'deadly.py' ? 'deadly.py: it could not be analysed (its thread ended with 7)' : name
    );
    deepEqual(await look(files), expected);
  });
});
