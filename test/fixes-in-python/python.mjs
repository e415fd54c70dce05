import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** The interpreter with torch in it; installs it on first use. */
export function python() {
  return ensureVenv('test-python', path.join(HERE, 'requirements.txt'));
}

/**
 * Runs every job (`{id, folder, source | cells, env}`) in one CPython process and gives the outcomes by id:
 * `{out, error: {type, text} | null, marker}`. `env` is added to the process's own environment.
 */
export async function runJobs(jobs, env = {}) {
  const root = await mkdtemp(path.join(tmpdir(), 'loadlight-fixes-'));
  try {
    const offline = { HF_HUB_OFFLINE: '1', HF_HOME: path.join(root, 'hub'), HF_DATASETS_DISABLE_PROGRESS_BARS: '1' };
    const answers = await askPython('driver.py', [root], jobs, { ...offline, ...env });
    return new Map(answers.map(answer => [answer.id, answer]));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Runs a script of this folder with JSON on its stdin; gives the JSON that it prints. */
export async function askPython(script, args, question, env = {}) {
  const child = spawn(python(), [path.join(HERE, script), ...args], { env: { ...process.env, ...env } });
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'])
    child[stream].setEncoding('utf8').on('data', more => (text[stream] += more));
  child.stdin.end(JSON.stringify(question));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${text.stderr}`);
  return JSON.parse(text.stdout);
}
