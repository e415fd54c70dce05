import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@loadlight/facts/finding';
import type { Message } from '@loadlight/facts/message';
import { partKey, type Part } from '@loadlight/facts/place';
import { TextLines } from '@loadlight/facts/text-lines';
import { inventSecrets, type Inventor } from '@loadlight/secrets/invented-secrets';
import type { ScriptsPart } from '@loadlight/sharing/script-reading';
import type { Analysis } from './analysis.js';
import type { CodeInput, DocumentInput } from './document.js';
import type { Engine } from './engine.js';
import { apply } from './fix-all.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { NODE_CHECKSUMS } from './node/checksums.js';
import { messageTemplates } from './message-templates.js';
import { sharingInput } from './share/sharing-input.js';
import { engineForTests } from './testing/engine-for-tests.js';
import { MemoryFiles } from './testing/memory-files.js';
import { readRuleTests, type RuleCase } from './testing/rule-test-file.js';

const folder = fileURLToPath(new URL('../../rules/src/', import.meta.url));
const { sha256, most } = NODE_CHECKSUMS;
const readScripts = (): Promise<ScriptsPart> => import('@loadlight/sharing/scripts/read-script');
const TEMPLATES = messageTemplates();
const FOLDER = 'file:///project';
const URI = `${FOLDER}/source`;

const SHAPES = {
  huggingface: (inventor: Inventor) => inventor.huggingface(),
  openai: (inventor: Inventor) => inventor.openai(),
  github: (inventor: Inventor) => inventor.github(),
  github2: (inventor: Inventor) => inventor.github(),
  password: /[A-Z][a-z]{3}\d{2}[!#^*][a-z]{3}\d{2}/,
  hex: /[0-9a-f]{40}/
};

describe('rules, as their test files say', () => {
  let engine: Engine;
  const files = new MemoryFiles();
  before(async () => {
    engine = await engineForTests({ files, checksums: { sha256, most } });
    engine.setFolders([FOLDER]);
  });
  after(() => engine.dispose());

  for (const file of readdirSync(folder).filter(name => name.endsWith('.test.md'))) {
    describe(file.replace('.test.md', ''), () => {
      for (const example of readRuleTests(withTokens(readFileSync(folder + file, 'utf8')))) {
        it(example.title, async () => {
          files.clear();
          for (const [path, text] of Object.entries(example.files)) files.set(`${FOLDER}/${path}`, text);
          const analysis = await open(engine, example, await documentOf(example));
          assert.deepEqual(
            analysis.findings.map(f => describeFinding(f, example)),
            example.expected.map(describeExpected)
          );
          checkMessages(analysis);
          for (const fix of example.fixes) await checkFix(engine, example, analysis, fix);
        });
      }
    });
  }
});

/** `<huggingface>` and its like become credentials invented for this run. */
function withTokens(markdown: string): string {
  const inventor = inventSecrets(5);
  const invented = new Map<string, string>();
  return markdown.replace(/<(huggingface|openai|github2?|password|hex)>/g, (all, name: keyof typeof SHAPES) => {
    const shape = SHAPES[name];
    const value = invented.get(all) ?? (typeof shape === 'function' ? shape(inventor) : inventor.like(shape));
    invented.set(all, value);
    return value;
  });
}

async function open(engine: Engine, example: RuleCase, input: DocumentInput): Promise<Analysis> {
  engine.close(URI);
  engine.setSettings({ ...DEFAULT_SETTINGS, versions: example.versions });
  engine.put(input);
  let analysis = await engine.analyse(URI);
  while (analysis.pending) {
    await analysis.pending;
    analysis = await engine.analyse(URI);
  }
  return analysis;
}

/** Whatever is said is among what there is to translate, and the words within a sentence are. */
function checkMessages({ findings }: Analysis): void {
  const check = ({ id, args }: Message): void => {
    assert.ok(id in TEMPLATES, `${id} is not among the messages to translate`);
    for (const value of Object.values(args)) if (typeof value === 'object') check(value);
  };
  for (const { message, fixes, evidence } of findings) {
    check(message);
    for (const { title } of fixes) check(title);
    for (const shown of evidence) check(shown.message);
  }
}

async function checkFix(
  engine: Engine,
  example: RuleCase,
  analysis: Analysis,
  fix: RuleCase['fixes'][number]
): Promise<void> {
  await open(engine, example, inputOf(example));
  const offered = analysis.findings.flatMap(f => f.fixes);
  const chosen = offered.find(f => f.title.text === fix.title);
  if (fix.cells === undefined) {
    assert.equal(chosen, undefined, `the fix "${fix.title ?? ''}" is offered`);
    return;
  }
  if (fix.title !== undefined)
    assert.ok(chosen, `no fix is called "${fix.title}", but: ${offered.map(f => f.title.text).join('; ')}`);
  const whole = chosen && (await engine.ready(URI, chosen));
  const edits = whole ? engine.edits(URI, whole) : (await engine.fixAll(URI)).edits;
  const uri = fix.path === undefined ? URI : `${FOLDER}/${fix.path}`;
  assert.deepEqual([...new Set(edits.map(({ document }) => document))], edits.length > 0 ? [uri] : []);
  const before: CodeInput =
    fix.path === undefined ? inputOf(example) : { kind: 'file', uri, version: 1, text: example.files[fix.path] ?? '' };
  assert.deepEqual(cellsOf(apply(before, edits)), fix.cells);
}

async function documentOf(example: RuleCase): Promise<DocumentInput> {
  if (example.shared) return (await sharingInput(URI, sharedNotebook(example), readScripts)).input;
  if (example.kind !== 'configuration') return inputOf(example);
  return { kind: 'configuration', uri: URI, version: 1, text: example.cells[0] ?? '' };
}

/** The notebook file that the cells make; its cells are named by their places among those of the test. */
function sharedNotebook({ cells, kinds, says }: RuleCase): string {
  const written: { outputs?: object[] }[] = [];
  let metadata = {};
  for (const [i, source] of cells.entries()) {
    const [kind, said = ''] = [kinds[i], says[i]];
    const base = { id: String(i), metadata: {}, source };
    if (kind === 'metadata') metadata = JSON.parse(source) as object;
    else if (kind === 'output')
      written
        .at(-1)
        ?.outputs?.push({ output_type: 'display_data', metadata: {}, data: { [said || 'text/plain']: source } });
    else if (kind === 'markdown') written.push({ ...base, cell_type: 'markdown' } as object);
    else
      written.push({ ...base, cell_type: 'code', execution_count: said ? Number(said) : null, outputs: [] } as object);
  }
  return JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: written });
}

function inputOf(example: RuleCase): CodeInput {
  if (example.kind === 'file') return { kind: 'file', uri: URI, version: 1, text: example.cells[0] ?? '' };
  const all = example.cells.map((text, i) => ({ id: String(i), version: 1, text, kind: example.kinds[i] }));
  const cells = all.filter(({ kind }) => kind === 'code');
  const texts = all
    .filter(({ kind }) => kind !== 'code')
    .map(({ id, text, kind }) => ({ part: partOf(id, kind), text }));
  return { kind: 'notebook', uri: URI, version: 1, language: 'python', cells, texts, order: all.map(({ id }) => id) };
}

/** An output is told from cells by its own id, which says where it stands among them. */
function partOf(id: string, kind: RuleCase['kinds'][number] | undefined): Part {
  return kind === 'output' ? { kind, cell: id, index: 0, mime: 'text/plain' } : { kind: 'source', cell: id };
}

function cellsOf(input: CodeInput): string[] {
  return input.kind !== 'notebook' ? [input.text] : input.cells.map(cell => cell.text);
}

function describeFinding(finding: Finding, example: RuleCase): string {
  const { part, range } = finding.place;
  const cell = cellOf(part, example);
  const lines = new TextLines(example.cells[cell] ?? '');
  const covered = lines.text.slice(lines.offset(range.start), lines.offset(range.end)).split('\n')[0] ?? '';
  const flags = `${finding.suppressed ? ' suppressed' : ''}${finding.repeats ? ' repeats' : ''}`;
  return `cell ${cell} line ${range.start.line}: ${finding.rule} ${finding.severity} "${covered}" ${messageOf(finding)}${flags}`;
}

/** Which cell of the test the part is; in a shared notebook outputs follow the cell that has them. */
function cellOf(part: Part, { shared, kinds }: RuleCase): number {
  if (part.kind === 'file') return 0;
  if (part.kind === 'metadata' && shared && part.cell === null) return kinds.indexOf('metadata');
  assert.ok(part.kind === 'source' || part.kind === 'output', partKey(part));
  return Number(part.cell) + (part.kind === 'output' && shared ? part.index + 1 : 0);
}

/** The message's id without the rule, with where the bytes come from as its ending says: `runs-code.http`. */
function messageOf({ message: { id, args } }: Finding): string {
  const short = id.replace(/^LL\d+\./, '');
  const { ending } = args;
  const says = TEMPLATES[id]?.includes('{ending}') && typeof ending === 'object';
  return says ? `${short}.${ending.id.replace(/^ending-(data-)?/, '')}` : short;
}

function describeExpected(e: RuleCase['expected'][number]): string {
  const flags = `${e.suppressed ? ' suppressed' : ''}${e.repeats ? ' repeats' : ''}`;
  return `cell ${e.cell} line ${e.line}: ${e.rule} ${e.severity} "${e.covers}" ${e.message}${flags}`;
}
