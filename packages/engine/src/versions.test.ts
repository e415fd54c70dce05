import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inEnglish } from '@loadlight/facts/message';
import { NodeFiles } from './node/files.js';
import { Versions, type Asked } from './versions.js';

const NOBODY: Asked = { said: [], own: new Map(), ownFiles: [], environment: undefined };
const LOCK = (version: string): string => `[[package]]\nname = "torch"\nversion = "${version}"\n`;

/** The real file system, with changes announced by the test. */
class AnnouncedFiles extends NodeFiles {
  reads = 0;
  private readonly heard: ((uri: string) => void)[] = [];

  override changed(listener: (uri: string) => void): void {
    this.heard.push(listener);
  }
  override read(...args: Parameters<NodeFiles['read']>): ReturnType<NodeFiles['read']> {
    this.reads++;
    return super.read(...args);
  }
  announce(uri: string): void {
    for (const listener of this.heard) listener(uri);
  }
}

describe('the version of a package', () => {
  let folder = '';
  let files: AnnouncedFiles;
  let versions: Versions;
  const logged: string[] = [];
  const uri = (path: string): string => pathToFileURL(join(folder, path)).href;
  const write = async (path: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  /** What is known in the end, once all is read. */
  const torch = async (document: string, asked: Partial<Asked> = {}): Promise<string | undefined> => {
    for (;;) {
      const { range, pending } = versions.lookUp(uri(document), 'torch', { ...NOBODY, ...asked });
      if (!pending) return range && inEnglish(range.written);
      await pending;
    }
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loadlight-versions-'));
    files = new AnnouncedFiles();
    logged.length = 0;
    versions = new Versions(files, line => logged.push(line));
    versions.setRoots([pathToFileURL(folder).href]);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is what the nearest folder says', async () => {
    await write('requirements.txt', 'torch==2.4.0');
    await write('near/pyproject.toml', '[project]\ndependencies = ["torch>=2.6"]');
    equal(await torch('a.py'), '2.4.0 (requirements.txt)');
    equal(await torch('near/deep/a.py'), '>=2.6 (pyproject.toml)');
  });

  it('is what a file says that the document installs from, rather than the folder', async () => {
    await write('requirements.txt', 'torch==2.4.0');
    await write('reqs/gpu.txt', '-r base.txt');
    await write('reqs/base.txt', 'torch==2.6.0');
    const asked = { ownFiles: [uri('reqs/gpu.txt')] };
    equal(await torch('a.ipynb', asked), '2.6.0 (base.txt)');
    await write('reqs/base.txt', 'torch==2.7.0');
    files.announce(uri('reqs/base.txt'));
    equal(await torch('a.ipynb', asked), '2.7.0 (base.txt)');
    equal(
      await torch('a.ipynb', { ownFiles: [uri('../outside.txt'), uri('missing.txt')] }),
      '2.4.0 (requirements.txt)'
    );
  });

  it('comes from further up where the nearest folder asks for any', async () => {
    await write('uv.lock', LOCK('2.4.0'));
    await write('member/pyproject.toml', '[project]\ndependencies = ["torch"]');
    equal(await torch('member/a.py'), '2.4.0 (uv.lock)');
    await write('alone/requirements.txt', 'torch');
    await rm(join(folder, 'uv.lock'));
    versions.setRoots([pathToFileURL(folder).href]);
    equal(await torch('alone/a.py'), 'any version (requirements.txt)');
  });

  it('is what a lock says rather than a range, and what is installed rather than a lock', async () => {
    await write('requirements.txt', 'torch>=2.6');
    await write('poetry.lock', LOCK('2.4.1'));
    equal(await torch('a.py'), '2.4.1 (poetry.lock)');
    await write('.venv/pyvenv.cfg', 'home = /usr/bin\n');
    await write('.venv/lib/python3.12/site-packages/torch-2.5.0+cpu.dist-info/METADATA', '');
    files.announce(uri('.venv/pyvenv.cfg'));
    equal(await torch('a.py'), '2.5.0+cpu (.venv)');
  });

  it('is what the environment stands on, where it sees that', async () => {
    await write('base/lib/python3.12/site-packages/torch-2.4.0.dist-info/METADATA', '');
    await mkdir(join(folder, 'base/bin'));
    await write('project/venv/pyvenv.cfg', `home = ${join(folder, 'base/bin')}\n`);
    equal(await torch('project/a.py'), undefined);
    await write('project/venv/pyvenv.cfg', `home = ${join(folder, 'base/bin')}\ninclude-system-site-packages = true\n`);
    files.announce(uri('project/venv/pyvenv.cfg'));
    equal(await torch('project/a.py'), '2.4.0 (base)');
  });

  it('is what the chosen environment holds, before all folders', async () => {
    await write('project/requirements.txt', 'torch==2.4.0');
    await write('envs/train/conda-meta/pytorch-2.6.0-py3.12_cpu_0.json', '{}');
    equal(await torch('project/a.py', { environment: uri('envs/train/') }), '2.6.0 (train)');
    equal(await torch('project/a.py', { environment: uri('envs/gone') }), '2.4.0 (requirements.txt)');
  });

  it('is what the document installs, and before that what somebody states', async () => {
    await write('requirements.txt', 'torch==2.4.0');
    const own = new Map([['torch', { written: '2.6 (a cell)', evidence: undefined }]]);
    equal(await torch('a.py', { own }), '2.6 (a cell)');
    const said = [{ versions: [['Torch', '2.7']], source: 'settings' }] as const;
    equal(await torch('a.py', { own, said }), '2.7 (settings)');
  });

  it('follows -r and -c through folders, in circles too, and not out of the workspace', async () => {
    await write(
      'app/requirements.txt',
      '-r ../shared/base.txt\n-c limits.txt\n-r ../../outside.txt\n-r requirements.txt\n'
    );
    await write('shared/base.txt', '-r ../app/requirements.txt\n-r more/deep.in\n');
    await write('shared/more/deep.in', 'torch>=2.4');
    await write('app/limits.txt', 'torch==2.4.1');
    equal(await torch('app/a.py'), '2.4.1 (limits.txt)');
    await write('shared/more/deep.in', 'torch==2.3');
    await write('app/limits.txt', '');
    files.announce(uri('shared/more/deep.in'));
    equal(await torch('app/a.py'), '2.3 (deep.in)');
  });

  it('is read anew when a file that says versions changes, and not for others', async () => {
    await write('uv.lock', LOCK('2.4.0'));
    equal(await torch('a.py'), '2.4.0 (uv.lock)');
    const { reads } = files;
    files.announce(uri('a.py'));
    files.announce(uri('sub/README.md'));
    equal(await torch('a.py'), '2.4.0 (uv.lock)');
    equal(files.reads, reads);
    await write('uv.lock', LOCK('2.6.0'));
    files.announce(uri('uv.lock'));
    equal(await torch('a.py'), '2.6.0 (uv.lock)');
  });

  it('is read from UTF-16 and UTF-8 with marks', async () => {
    const utf16 = Buffer.from('\uFEFFtorch==2.4.0\r\n', 'utf16le');
    await write('le/requirements.txt', utf16);
    await write('be/requirements.txt', Buffer.from(utf16).swap16());
    await write('utf8/requirements.txt', '\uFEFFtorch==2.4.0');
    for (const name of ['le', 'be', 'utf8']) equal(await torch(`${name}/a.py`), '2.4.0 (requirements.txt)');
  });

  it('is unknown where files are broken, binary or far too long, which the log says', async () => {
    await write('broken/pyproject.toml', '[project\n');
    await write('broken/Pipfile.lock', '{');
    await write(
      'broken/uv.lock',
      Uint8Array.from({ length: 5000 }, (_, i) => i % 256)
    );
    await write('broken/environment.yml', 'dependencies: {{{\n- ');
    await write('broken/requirements.txt/notes.md', '');
    equal(await torch('broken/a.py'), undefined);
    deepEqual(logged, []);
    await write('long/uv.lock', LOCK('2.4.0'));
    await truncate(join(folder, 'long/uv.lock'), 20_000_000);
    equal(await torch('long/a.py'), undefined);
    match(logged.join(), /long\/uv\.lock is not read for versions: 20000000 bytes are more than 8000000/);
  });

  it('takes in a few files at most', async () => {
    for (let i = 0; i < 60; i++) await write(`requirements-${i}.txt`, `p${i}==1`);
    await torch('a.py');
    equal(files.reads, 40);
    match(logged.join(), /no more than 40 requirement files/);
  });
});
