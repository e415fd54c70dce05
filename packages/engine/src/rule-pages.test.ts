import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULES } from '@loadlight/rules/rules';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import type { DocumentInput } from './document.js';
import type { Engine } from './engine.js';
import { sharingInput } from './share/sharing-input.js';
import { engineForTests } from './testing/engine-for-tests.js';

const PAGES = new URL('../../../docs/rules/', import.meta.url);
const RULE_SOURCES = new URL('../../rules/src/', import.meta.url);
const SECTIONS = ['What it does', 'Why here', 'Example', 'Use instead', 'When not to use it', 'References'];

/** What a page writes where a credential would stand; a value invented here takes its place. */
const TOKEN = '<a real token>';
/** The same for one that no shape gives away. */
const KEY = '<a real key>';

interface Page {
  readonly heading: string;
  readonly description: string;
  readonly sections: ReadonlyMap<string, string>;
}

function readPage(rule: string): Page {
  const [head = '', ...rest] = readFileSync(new URL(`${rule}.md`, PAGES), 'utf8').split(/^## /m);
  const [heading = '', description = '', ...more] = head.trim().split('\n\n');
  deepEqual(more, [], `${rule}.md has one paragraph under its heading`);
  const sections = rest.map(text => [text.split('\n', 1)[0] ?? '', text.slice(text.indexOf('\n'))] as const);
  deepEqual(
    sections.map(([title]) => title),
    SECTIONS,
    `${rule}.md has the sections of a rule's page`
  );
  return { heading, description, sections: new Map(sections) };
}

/** What stands for an output that is too long for a page. */
const LONG = '<a million characters>';

/** The blocks of a section that are read: Python, configuration, a notebook as JSON, and what an output or a cell of text holds. */
async function blocks(page: Page, section: string): Promise<DocumentInput[]> {
  const inventor = inventSecrets(7);
  const invented = inventor.huggingface();
  const key = inventor.like(/[0-9a-f]{40}/);
  const found = (page.sections.get(section) ?? '').matchAll(/^```(python|toml|text|html|markdown|json)\n(.*?)^```$/gms);
  const inputs = [...found].map(async ([, language, body = '']): Promise<DocumentInput> => {
    const text = body
      .replaceAll(TOKEN, invented)
      .replaceAll(KEY, key)
      .replaceAll(LONG, () => 'loss 0.12\n'.repeat(110_000));
    if (language === 'json') return await notebookInput(text);
    if (language === 'text') return await outputOf(text, 'text/plain');
    if (language === 'html') return await outputOf(text, 'text/html');
    if (language === 'markdown')
      return await notebookOf([{ cell_type: 'markdown', id: 'a', metadata: {}, source: text }]);
    return language === 'toml'
      ? { kind: 'configuration', uri: 'file:///loadlight.toml', version: 1, text }
      : { kind: 'file', uri: 'file:///page.py', version: 1, text };
  });
  return Promise.all(inputs);
}

function outputOf(text: string, mime: string): Promise<DocumentInput> {
  const outputs = [{ output_type: 'display_data', metadata: {}, data: { [mime]: text } }];
  return notebookOf([{ cell_type: 'code', id: 'a', metadata: {}, execution_count: 1, source: 'shown', outputs }]);
}

function notebookOf(cells: readonly object[]): Promise<DocumentInput> {
  const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells };
  return notebookInput(JSON.stringify(notebook));
}

async function notebookInput(text: string): Promise<DocumentInput> {
  return (await sharingInput('file:///page.ipynb', text, () => import('@loadlight/sharing/scripts/read-script'))).input;
}

/** A page says the rule's summary as a sentence, with code marked as code. */
function asSentence(summary: string): RegExp {
  const escaped = summary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped}\\.$`, 'i');
}

const plain = (markdown: string): string => markdown.replaceAll('`', '');

describe('the page of every rule', () => {
  let engine: Engine;

  before(async () => {
    engine = await engineForTests();
  });
  after(() => engine.dispose());

  async function rulesFiring(input: DocumentInput): Promise<string[]> {
    const { uri } = input;
    engine.put(input);
    let analysis = await engine.analyse(uri);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(uri);
    }
    engine.close(uri);
    return analysis.findings.filter(finding => !finding.suppressed).map(finding => finding.rule);
  }

  for (const { meta } of RULES) {
    describe(`${meta.id} ${meta.name}`, () => {
      it('says what the rule says of itself', () => {
        const page = readPage(meta.id);
        equal(page.heading, `# ${meta.id} ${meta.name}`);
        match(plain(page.description), asSentence(meta.summary));
      });

      it('links what the rule refers to, in its order', () => {
        const references = readPage(meta.id).sections.get('References') ?? '';
        const links = [...references.matchAll(/^- \[[^\]]+\]\((\S+)\)(?:: .+)?$/gm)].map(([, address]) => address);
        deepEqual(links, meta.references);
        equal(/^None\.$/m.test(references), meta.references.length === 0);
      });

      it('shows an example that the rule finds', async () => {
        const examples = await blocks(readPage(meta.id), 'Example');
        ok(examples.length > 0, 'there is an example');
        for (const input of examples) ok((await rulesFiring(input)).includes(meta.id), JSON.stringify(input));
      });

      it('shows what to use instead, which the rule does not find', async () => {
        const examples = await blocks(readPage(meta.id), 'Use instead');
        ok(examples.length > 0, 'there is an example');
        for (const input of examples) ok(!(await rulesFiring(input)).includes(meta.id), JSON.stringify(input));
      });

      it('has a test beside the rule', () => {
        ok(existsSync(new URL(`${meta.name}.ts`, RULE_SOURCES)), `${meta.name}.ts`);
        const tests = ['md', 'ts'].map(kind => new URL(`${meta.name}.test.${kind}`, RULE_SOURCES));
        ok(tests.some(existsSync), `${meta.name}.test.md`);
      });

      it('speaks in short plain messages', () => {
        for (const [id, template] of Object.entries(meta.messages)) {
          const where = `${id}: ${template}`;
          ok(!template.includes('!'), where);
          equal((template.match(/`/g) ?? []).length % 2, 0, where);
          if (id.startsWith('fix-')) {
            match(template, /^[A-Z].*[^.]$/, where);
          } else {
            // A library keeps its own spelling at the beginning, too.
            match(template, /^([`A-Z{]|datasets ).*\.$/, where);
            const sentences = template.replace(/\{\w+\}|`[^`]*`|\d\.\d+/g, 'X').split(/\.(?: |$)/);
            ok(sentences.length - 1 <= 2, where);
          }
        }
      });
    });
  }

  it('is listed in the index, with nothing else beside it', () => {
    const index = readFileSync(new URL('README.md', PAGES), 'utf8');
    const rows = [...index.matchAll(/^\| \[(LL\d+)\]\(LL\d+\.md\) \| (\S+) \| (.*) \| (\w+) \|$/gm)];
    deepEqual(
      rows.map(([, id, name, , severity]) => ({ id, name, severity })),
      RULES.map(({ meta: { id, name, severity } }) => ({ id, name, severity }))
    );
    for (const [i, { meta }] of RULES.entries()) match(plain(rows[i]?.[3] ?? ''), asSentence(meta.summary));
    const pages = readdirSync(fileURLToPath(PAGES)).filter(name => name !== 'README.md');
    deepEqual(pages.sort(), RULES.map(({ meta }) => `${meta.id}.md`).sort());
  });
});
