import { deepEqual, equal, ok } from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mayHoldSecret } from './candidate.js';
import { inventSecrets } from './invented-secrets.js';
import { scan } from './scan.js';

const invent = inventSecrets(7);

/** What the scanner finds, as provider, variable and the text that the range cuts out. */
const found = async (text: string): Promise<string[][]> =>
  (await scan(text)).map(({ provider, variable, start, end }) => [provider, variable, text.slice(start, end)]);

describe('the scanner', () => {
  const providers: readonly (readonly [string, string, () => string, (value: string) => string])[] = [
    ['huggingface', 'HF_TOKEN', invent.huggingface, value => `login(token="${value}")`],
    ['openai', 'OPENAI_API_KEY', invent.openai, value => `client = OpenAI(api_key='${value}')`],
    ['anthropic', 'ANTHROPIC_API_KEY', invent.anthropic, value => `key = "${value}"`],
    ['aws', 'AWS_SECRET_ACCESS_KEY', invent.awsSecret, value => `aws_secret_access_key = "${value}"`],
    ['aws', 'AWS_SECRET_ACCESS_KEY', invent.awsSecret, value => `os.environ["AWS_SECRET_ACCESS_KEY"] = "${value}"`],
    ['aws', 'AWS_SECRET_ACCESS_KEY', invent.awsSecret, value => `boto3.client("s3", aws_secret_access_key='${value}')`],
    ['aws', 'AWS_SECRET_ACCESS_KEY', invent.awsSecret, value => `%env AWS_SECRET_ACCESS_KEY=${value}`],
    ['aws', 'AWS_ACCESS_KEY_ID', invent.awsKeyId, value => `aws_access_key_id = "${value}"`],
    ['github', 'GITHUB_TOKEN', invent.github, value => `!git clone https://${value}@github.com/example-org/models`],
    ['slack', 'SLACK_TOKEN', invent.slack, value => `token = "${value}"`],
    ['npm', 'NPM_TOKEN', invent.npm, value => `token = "${value}"`]
  ];
  for (const [provider, variable, make, write] of providers) {
    it(`finds ${write('…')}`, async () => {
      for (let round = 0; round < 20; round++) {
        const value = make();
        const text = `# 😀 é\r\nimport os\r\n${write(value)}\r\n`;
        deepEqual(await found(text), [[provider, variable, value]]);
        ok(mayHoldSecret(text), 'and the prefilter lets it through');
      }
    });
  }

  it('finds private keys of every kind, in one string, in JSON and joined of several, and says which have a passphrase', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const ed = generateKeyPairSync('ed25519').privateKey;
    const encrypted = { cipher: 'aes-256-cbc', passphrase: 'a' };
    const open = [
      rsa.export({ type: 'pkcs1', format: 'pem' }),
      ec.export({ type: 'sec1', format: 'pem' }),
      ...[rsa, ec, ed].map(key => key.export({ type: 'pkcs8', format: 'pem' })),
      openSshKey('none')
    ].map(key => [key, 'private-key'] as const);
    const withPassphrase = [
      rsa.export({ type: 'pkcs1', format: 'pem', ...encrypted }),
      ec.export({ type: 'sec1', format: 'pem', ...encrypted }),
      ...[rsa, ec, ed].map(key => key.export({ type: 'pkcs8', format: 'pem', ...encrypted })),
      openSshKey('aes256-ctr')
    ].map(key => [key, 'protected-private-key'] as const);
    for (const [pem, label] of [...open, ...withPassphrase]) {
      const key = String(pem).trim();
      const lines = key.split('\n').map(line => `    "${line}\\n"`);
      for (const text of [
        `key = """${key}"""`,
        JSON.stringify({ private_key: key }),
        JSON.stringify({ source: [`key = "${key.replaceAll('\n', '\\n')}"`] }),
        `key = (\n${lines.join('\n')}\n)`,
        key.replaceAll('\n', '\r\n')
      ]) {
        deepEqual(
          (await scan(text)).map(one => one.label),
          [label],
          text
        );
        ok(mayHoldSecret(text));
      }
    }
  });

  it('takes no public key, certificate or key of a tutorial for a private key', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const dots = 'MIIabc...'.repeat(10);
    const written = (kind: string, body: string): string => `-----BEGIN ${kind}-----\n${body}\n-----END ${kind}-----`;
    const body = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    for (const text of [
      pem,
      pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
      written('ENCRYPTED MESSAGE', body),
      written('PRIVATE KEY', dots),
      written('ENCRYPTED PRIVATE KEY', dots),
      written('ENCRYPTED PRIVATE KEY', 'MIIx'.repeat(40)),
      written('ENCRYPTED PRIVATE KEY', '<your key>'),
      written(
        'RSA PRIVATE KEY',
        `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF\n\n${'A'.repeat(120)}`
      ),
      'if "-----BEGIN ENCRYPTED PRIVATE KEY-----" in text and "Proc-Type: 4,ENCRYPTED" in text:',
      `ssh-rsa ${body.slice(0, 200)} trainer@acme.io`
    ])
      deepEqual(await found(text), [], text);
  });

  it('finds the password in an address', async () => {
    const address = `postgres://trainer:${invent.npm().slice(4, 20)}@db.acme.io/models`;
    deepEqual(await found(`db = "${address}"`), [['database', 'DATABASE_URL', address]]);
  });

  it('counts in the text as it is, byte order mark included', async () => {
    const value = invent.github();
    deepEqual(await found(`\uFEFFt = "${value}"`), [['github', 'GITHUB_TOKEN', value]]);
  });

  it('lists several in order', async () => {
    const [first, second] = [invent.github(), invent.huggingface()];
    deepEqual(
      (await found(`a = "${first}"; b = "${second}"`)).map(([provider]) => provider),
      ['github', 'huggingface']
    );
  });

  it("does not take another tool's comments for the user's word", async () => {
    equal((await scan(`# secretlint-disable\nt = "${invent.github()}"\n`)).length, 1);
  });

  it('stops at its bound', async () => {
    deepEqual(await scan(`${' '.repeat(1_000_000)}t = "${invent.github()}"`), []);
  });

  it('takes well under a second for a large text', async function () {
    this.timeout(5000);
    const line =
      'postgres://a:b sk-proj- mongodb://x:y https://u:p hf_ -----BEGIN PRIVATE KEY----- secret_access_key = \n';
    equal((await scan(line.repeat(5000))).length, 0);
  });
});

/** As OpenSSH writes it, with that cipher; what it holds is drawn at random (PROTOCOL.key of OpenSSH). */
function openSshKey(cipher: string): string {
  const string = (bytes: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const isOpen = cipher === 'none';
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...[cipher, isOpen ? 'none' : 'bcrypt'].map(name => string(Buffer.from(name))),
    string(isOpen ? Buffer.alloc(0) : randomBytes(24)),
    Buffer.from([0, 0, 0, 1]),
    string(randomBytes(51)),
    string(randomBytes(160))
  ]).toString('base64');
  const kind = 'OPENSSH PRIVATE KEY';
  return `-----BEGIN ${kind}-----\n${body.replace(/.{70}/g, '$&\n')}\n-----END ${kind}-----\n`;
}

describe('what looks like a credential and is none', () => {
  const harmless: readonly string[] = [
    `token = "hf_${'x'.repeat(34)}"`,
    `token = "hf_${'ab'.repeat(17)}"`,
    `token = "${['hf', 'abcdefghijklmnopqrstuvwxyzABCDEFGH'].join('_')}"`,
    `token = "${['hf', 'YourTokenGoesHereQwErTzUiOpLkJhGf'].join('_')}"`,
    'KEY = "<YOUR-KEY>"',
    'from huggingface_hub import hf_hub_download; quantizer = hf_quantizer',
    '"authorship_tag": "ABX9TyMZq0vKc3bN5h1Pz4JxLr8e"',
    'pad_token="<pad>"; TOKEN_COL = "tokens"',
    '<div class="sk-parallel-item sk-estimator-id-1">',
    'commit = "3f16515a9c2b1e8d7f6a5b4c3d2e1f0a9b8c7d6e"',
    `sequence = "${'ACGT'.repeat(30)}"`,
    'role = "arn:aws:iam::123456789012:role/training"',
    'ghp_short = "ghp_notatoken"',
    'x = SG.module.function',
    'url = "https://user:password@example.org/models"',
    'db = "postgres://trainer:Tr41n3r@db.example.org/models"',
    'db = "postgres://postgres:postgres@db/models"',
    'url = "https://joe:pass@proxy.acme.io:3128"',
    'db = "mongodb://trainer:Tr41n3r@localhost:27017/models"'
  ];
  for (const text of harmless) {
    it(`stays quiet about ${text.slice(0, 48)}`, async () => deepEqual(await found(text), []));
  }

  it('stays quiet about the id in a signed address', async () => {
    const id = invent.awsKeyId();
    deepEqual(await found(`u = "https://b.s3.amazonaws.com/k?X-Amz-Credential=${id}%2F20200101"`), []);
    deepEqual(await found(`u = "https://b.s3.amazonaws.com/k?AWSAccessKeyId=${id}&Expires=1"`), []);
  });

  it('does not fetch the scanner for ordinary code', () => {
    for (const text of [
      'import torch\nmodel = torch.load("m.pt")\n',
      'hf_hub_download("a/b")',
      'https://example.org/a:b',
      ''
    ]) {
      equal(mayHoldSecret(text), false, text);
    }
  });
});
