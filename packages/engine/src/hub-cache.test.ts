import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Engine } from './engine.js';
import { apply } from './fix-all.js';
import { hubCacheFolder } from './node/hub-cache-folder.js';
import { engineForTests } from './testing/engine-for-tests.js';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const URI = 'file:///project/a.py';

describe('pinning to the commit in the hub cache', () => {
  let folder: string;
  let engine: Engine;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'loadlight-hub-'));
    for (const [repository, reference, text] of [
      ['models--example-org--tiny', 'main', COMMIT],
      ['models--example-org--tiny', 'v1', COMMIT.toUpperCase()],
      ['datasets--example-org--words', 'main', `${COMMIT}\n`]
    ] as const) {
      const refs = join(folder, repository, 'refs');
      mkdirSync(refs, { recursive: true });
      writeFileSync(join(refs, reference), text);
    }
    engine = await engineForTests({ hubCache: pathToFileURL(folder).href });
  });
  after(() => {
    engine.dispose();
    rmSync(folder, { recursive: true });
  });

  const fixed = async (line: string): Promise<string | undefined> => {
    const text = `from transformers import AutoModel\nfrom datasets import load_dataset\n${line}\n`;
    engine.put({ kind: 'file', uri: URI, version: 1, text });
    await (
      await engine.analyse(URI)
    ).pending;
    const { findings } = await engine.analyse(URI);
    const fix = findings[0]?.fixes.find(f => f.title.id === 'LL202.fix-pin');
    if (!fix) return undefined;
    assert.equal(fix.kind, 'review');
    const after = apply({ kind: 'file', uri: URI, version: 1, text }, engine.edits(URI, fix));
    return after.kind === 'file' ? after.text.split('\n')[2] : undefined;
  };

  it('adds the revision of a model and of a data set', async () => {
    assert.equal(
      await fixed('AutoModel.from_pretrained("example-org/tiny")'),
      `AutoModel.from_pretrained("example-org/tiny", revision="${COMMIT}")`
    );
    assert.equal(
      await fixed('load_dataset("example-org/words", split="train")'),
      `load_dataset("example-org/words", split="train", revision="${COMMIT}")`
    );
  });

  it('takes the place of a branch', async () => {
    assert.equal(
      await fixed('AutoModel.from_pretrained("example-org/tiny", revision="main")'),
      `AutoModel.from_pretrained("example-org/tiny", revision="${COMMIT}")`
    );
  });

  it('is not offered where the cache has nothing, or something else than a commit', async () => {
    assert.equal(await fixed('AutoModel.from_pretrained("example-org/other")'), undefined);
    assert.equal(await fixed('AutoModel.from_pretrained("example-org/tiny", revision="v1")'), undefined);
    assert.equal(await fixed('AutoModel.from_pretrained("example-org/tiny", revision="../main")'), undefined);
  });

  it('finds the cache where the hub library keeps it', () => {
    assert.match(hubCacheFolder({}), /\/\.cache\/huggingface\/hub$/);
    assert.match(hubCacheFolder({ HF_HOME: '/data/hf' }), /\/data\/hf\/hub$/);
    assert.match(hubCacheFolder({ HF_HOME: '/data/hf', HF_HUB_CACHE: '/fast/hub' }), /\/fast\/hub$/);
  });
});
