import { deepEqual, equal } from 'node:assert/strict';
import { inventSecrets } from './invented-secrets.js';
import { scan } from './scan.js';
import { secretFacts } from './secret-facts.js';

describe('the facts of secrets', () => {
  it('keep the place and four characters, and nothing else of the value', async () => {
    const value = inventSecrets(3).huggingface();
    const text = `import os\r\ns = "😀"; token = "${value}"\r\n`;
    const [fact, ...others] = secretFacts(await scan(text), text, 'file:///a.py', { kind: 'file' });
    deepEqual(others, []);
    deepEqual(fact, {
      kind: 'secret',
      place: {
        document: 'file:///a.py',
        part: { kind: 'file' },
        range: { start: { line: 1, character: 19 }, end: { line: 1, character: 56 } }
      },
      evidence: [],
      sureness: 'certain',
      provider: 'huggingface',
      revoke: 'huggingface.co/settings/tokens',
      label: 'hugging-face-token',
      by: 'shape',
      masked: `hf_${value.charAt(3)}…`,
      variable: 'HF_TOKEN',
      inCode: false,
      others: [],
      texts: []
    });
    equal(JSON.stringify(fact).includes(value.slice(3, 9)), false);
  });
});
