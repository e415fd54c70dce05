// What each scanner says of a folder: the files in which it finds a credential, as seen from the folder.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintSource } from '@secretlint/core';
import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { ensureVenv } from '../../scripts/steps/python-venv.mjs';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/loadlight.mjs', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('peers.txt', import.meta.url));
const MOST_OUTPUT = 256 * 1024 * 1024;

/** Loadlight's own command line. */
export const loadlight = { name: 'Loadlight', flagged: ours };

/** Each scanner with its name; `flagged` gives the files in which it finds something. */
export function scanners() {
  const python = ensureVenv('secret-peers', REQUIREMENTS);
  const tool = name => path.join(path.dirname(python), process.platform === 'win32' ? `${name}.exe` : name);
  const [detectSecrets, gitleaks] = readFileSync(REQUIREMENTS, 'utf8').trim().split('\n');
  const { version } = JSON.parse(
    readFileSync(new URL('../../node_modules/@secretlint/core/package.json', import.meta.url), 'utf8')
  );
  return [
    loadlight,
    { name: `gitleaks (${gitleaks})`, flagged: root => ofGitleaks(tool('gitleaks'), root) },
    { name: `detect-secrets (${detectSecrets})`, flagged: root => ofDetectSecrets(tool('detect-secrets'), root) },
    { name: `secretlint ${version}, recommended preset`, flagged: ofSecretlint }
  ];
}

function ours(root) {
  const { findings } = JSON.parse(run(process.execPath, [BIN, 'scan', '--no-ignore', '--format', 'json', '.'], root));
  return new Set(findings.filter(({ rule }) => rule.startsWith('LL3')).map(({ file }) => file));
}

function ofGitleaks(command, root) {
  const folder = mkdtempSync(path.join(tmpdir(), 'loadlight-gitleaks-'));
  const report = path.join(folder, 'report.json');
  try {
    run(command, ['dir', '.', '--no-banner', '--report-format', 'json', '--report-path', report], root);
    return new Set(JSON.parse(readFileSync(report, 'utf8')).map(({ File: file }) => file.replaceAll('\\', '/')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ofDetectSecrets(command, root) {
  const { results } = JSON.parse(run(command, ['scan', '--all-files', '.'], root));
  return new Set(Object.keys(results).map(file => file.replaceAll('\\', '/').replace(/^\.\//, '')));
}

async function ofSecretlint(root) {
  const config = { rules: rules.map(rule => ({ id: rule.meta.id, rule, options: {} })) };
  const found = new Set();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const source = {
      content: readFileSync(file, 'utf8'),
      filePath: file,
      ext: path.extname(file),
      contentType: 'text'
    };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true } });
    if (messages.length > 0) found.add(path.relative(root, file).replaceAll('\\', '/'));
  }
  return found;
}

function run(command, args, cwd) {
  const { stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  if (error) throw error;
  if (stdout === '' && stderr !== '') console.error(stderr.slice(0, 1000));
  return stdout;
}
