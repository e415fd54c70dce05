import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import { notebook } from '../cli/run-cli.mjs';
import { asScript } from './as-script.mjs';

/**
 * Writes each example into a folder of its own below `root`. With `scripts`, the Python file of `asScript` stands beside each notebook, for
 * analysers that read no notebooks. Credentials are invented here.
 */
export function writeExamples(examples, root, { scripts = false } = {}) {
  const fill = inventor();
  for (const { folder, files } of examples) {
    for (const { path: name, kind, cells } of files) {
      const filled = cells.map(fill);
      const target = path.join(root, folder, name);
      mkdirSync(path.dirname(target), { recursive: true });
      if (kind !== 'notebook') writeFileSync(target, `${filled.join('\n')}\n`);
      else {
        writeFileSync(target, notebook(filled, { kernelspec: { name: 'python3', language: 'python' } }));
        if (scripts) writeFileSync(`${target}.py`, asScript(filled).text);
      }
    }
  }
}

/** `<huggingface>` and its like, by a credential of that shape. */
function inventor() {
  const invented = inventSecrets(1);
  const values = {
    ...invented,
    password: () => withDigits(invented.awsSecret().replace(/\W/g, '').slice(0, 18)),
    privateKey: () =>
      generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs1', format: 'pem' }).trim()
  };
  return text => text.replace(/<(\w+)>/g, (all, name) => (Object.hasOwn(values, name) ? values[name]() : all));
}

/** Each fifth character is a digit: by chance alone some would have none and could be names. */
function withDigits(text) {
  return text.replace(/(.{4})./g, (_, before) => `${before}${before.charCodeAt(0) % 10}`);
}
