import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suppresses, type Edit, type Fix } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import { TextLines } from '@loadlight/facts/text-lines';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { grammarForTests } from '@loadlight/python/testing/grammar-for-tests';
import type { Engine } from './engine.js';
import type { ClearedOutput } from './cleared-outputs.js';
import { openCell } from './open-cell.js';
import { DEFAULT_SETTINGS } from './settings.js';
import { credentialProgram, inputOf, type CredentialProgram } from './testing/credential-programs.js';
import { copies, shown, textAt, textOf, withEdits } from './testing/edited-program.js';
import { engineForTests } from './testing/engine-for-tests.js';
import { MemoryFiles } from './testing/memory-files.js';

/** More would take minutes at the end: of each scan, secretlint keeps times outside our bundles, and goes through all of them. */
const PROGRAMS = process.env.LOADLIGHT_LONG === '1' ? 400 : 80;
/** The same programs in every run; the message of a failure has the seed and the path that lead to it. */
const SEED = 20_261_122;
const FOLDER = 'file:///project';

/** What lies beside the program. */
interface Surroundings {
  readonly environment: string | undefined;
  readonly ignored: string | undefined;
  readonly isRepository: boolean;
  readonly hasDotenv: boolean;
}

const surroundings: fc.Arbitrary<Surroundings> = fc.record({
  environment: fc.constantFrom(undefined, '', 'A=1', 'A=1\r\n', 'HF_TOKEN=another\n'),
  ignored: fc.constantFrom(undefined, '', 'dist/', '.env\r\n', '# x\r\n*.log\r\n'),
  isRepository: fc.boolean(),
  hasDotenv: fc.boolean()
});

describe('fixes of credentials in programs put together by chance', () => {
  const files = new MemoryFiles();
  let engine: Engine;
  let grammar: PythonGrammar;
  before(async () => {
    grammar = await grammarForTests();
    engine = await engineForTests({ files, keepsVariables: true, clearsOutputs: true });
    engine.setFolders([FOLDER]);
  });
  after(() => {
    engine.dispose();
    grammar.dispose();
  });

  it(`take out what they say, and nothing else changes (${PROGRAMS} programs)`, async function () {
    this.timeout(PROGRAMS * 400);
    const made = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(credentialProgram, surroundings, async (program, around) => {
        for (const id of await checkFixes(program, around)) made.set(id, (made.get(id) ?? 0) + 1);
      }),
      { numRuns: PROGRAMS, seed: SEED }
    );
    for (const id of KINDS) assert.ok((made.get(id) ?? 0) >= PROGRAMS / 40, `hardly any ${id}`);
  });

  /** The fixes that were made, by name. */
  async function checkFixes(program: CredentialProgram, around: Surroundings): Promise<string[]> {
    const uri = `${FOLDER}/${program.isFile ? 'a.py' : 'a.ipynb'}`;
    files.clear();
    files.set(uri, '');
    files.set(`${FOLDER}/.env`, around.environment);
    files.set(`${FOLDER}/.gitignore`, around.ignored);
    if (around.isRepository) files.set(`${FOLDER}/.git/config`, '');
    const versions: Record<string, string> = around.hasDotenv ? { 'python-dotenv': '1.1.0' } : {};
    engine.setSettings({ ...DEFAULT_SETTINGS, versions });
    const made: string[] = [];
    const done = new Set<string>();
    const found = await findingsOf(program, uri);
    for (const finding of found.filter(isOfCredential)) {
      for (const fix of finding.fixes.filter(one => !suppresses(one))) {
        const ready = await engine.ready(uri, fix);
        assert.ok(ready);
        const edits = engine.edits(uri, ready);
        const cleared = engine.outputsCleared(uri, ready);
        assert.ok(cleared && edits.length + cleared.length > 0, 'the engine refuses its own fix');
        // Each finding of one credential offers what takes all of them out.
        const key = JSON.stringify([edits, cleared]);
        if (done.has(key)) continue;
        done.add(key);
        await checkFix({ program, around, uri, found, finding, fix, edits, cleared });
        made.push(fix.title.id.replace(/^LL\d+\./, ''));
      }
    }
    return made;
  }

  async function findingsOf(program: CredentialProgram, uri: string): Promise<readonly Finding[]> {
    engine.close(uri);
    engine.put(inputOf(program, uri));
    let analysis = await engine.analyse(uri);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(uri);
    }
    return analysis.findings;
  }

  async function checkFix({ program, around, uri, found, finding, fix, edits, cleared }: Offer): Promise<void> {
    const own = edits.filter(edit => edit.document === uri);
    const value = textAt(program, finding.place);
    const fixed = withEdits(
      program,
      own,
      cleared.map(({ cell, index }) => `output:${cell}:${String(index)}:`)
    );
    const say = (what: string): string =>
      `${fix.title.id} (${fix.title.text}): ${what}\n---- before ----\n${shown(program)}\n---- after ----\n${shown(fixed)}\n----`;
    for (const [i, text] of program.cells.entries())
      if (parses(program, text)) assert.ok(parses(program, fixed.cells[i] ?? ''), say('it parses no longer'));
    for (const edit of own) assert.ok(isSmall(program, edit, value), say(`it changes ${JSON.stringify(edit)}`));
    checkCopies(program, fixed, value, fix, say);
    const left = await findingsOf(fixed, uri.replace('a.', 'fixed.'));
    assert.ok(countOf(left, finding, fixed, value) < countOf(found, finding, program, value), say('it is still found'));
    const rest = found.map(one => signOf(one, program));
    for (const one of left) {
      const sign = signOf(one, fixed);
      assert.ok(rest.includes(sign), say(`new: ${sign}`));
      rest.splice(rest.indexOf(sign), 1);
    }
    checkKept(
      edits.filter(edit => edit.document !== uri),
      around,
      value,
      fix,
      say
    );
  }

  function parses({ isFile }: CredentialProgram, text: string): boolean {
    const { python } = openCell({ id: 'c', version: 1, text }, undefined, { uri: 'file:///a', isFile });
    const tree = grammar.parse(python);
    try {
      return tree?.rootNode.hasError === false;
    } finally {
      tree?.delete();
    }
  }
});

/** Each of them must be made often, or nothing is tested. */
const KINDS = [
  'fix-colab',
  'fix-env-file',
  'fix-env-file-loaded',
  'fix-environment',
  'fix-hub-token',
  'fix-prompt',
  'fix-redact',
  'fix-clear'
];

interface Offer {
  readonly program: CredentialProgram;
  readonly around: Surroundings;
  readonly uri: string;
  readonly found: readonly Finding[];
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: readonly Edit[];
  readonly cleared: readonly ClearedOutput[];
}

function isOfCredential({ rule }: Finding): boolean {
  return rule.startsWith('LL3');
}

/** Rule, severity, and the credential that it is about. */
function signOf(finding: Finding, program: CredentialProgram): string {
  return `${finding.rule} ${finding.severity} ${isOfCredential(finding) ? textAt(program, finding.place) : ''}`;
}

function countOf(found: readonly Finding[], { rule }: Finding, program: CredentialProgram, value: string): number {
  return found.filter(one => one.rule === rule && textAt(program, one.place) === value).length;
}

/** Wherever the title says that it is taken out, no copy is left; where it names no other place, one goes. */
function checkCopies(
  program: CredentialProgram,
  fixed: CredentialProgram,
  value: string,
  { title }: Fix,
  say: (what: string) => string
): void {
  const [before, after] = [copies(program, value), copies(fixed, value)];
  const places = /in all (\d+) places/.exec(title.text)?.[1];
  const clears = /[Cc]lear the output/.test(title.text);
  if (title.id.endsWith('fix-clear'))
    assert.deepEqual(after.written, before.written, say('it touches what is written'));
  else {
    // What code holds is taken out by the code's own fixes.
    const isText = title.id.endsWith('fix-redact');
    const [was, is] = isText ? [before.prose, after.prose] : [before.written, after.written];
    if (isText) assert.equal(after.written - after.prose, before.written - before.prose, say('it touches the code'));
    if (places === undefined) assert.equal(is, was - 1, say('not one copy is taken out'));
    else assert.deepEqual([is, Number(places)], [0, was], say('a copy is left, or its title counts wrongly'));
  }
  if (clears) assert.equal(after.outputs, 0, say('an output shows it still'));
}

/** It puts in an import, or a prefix or brace of an f-string, or takes the place of the credential in its string or line. */
function isSmall(program: CredentialProgram, { part, range, newText }: Edit, value: string): boolean {
  const text = textOf(program, part);
  const lines = new TextLines(text);
  const replaced = text.slice(lines.offset(range.start), lines.offset(range.end));
  if (text.includes('\r\n') && /(?<!\r)\n/.test(newText)) return false;
  if (replaced === '')
    return /^(?:\s*(?:import os|from [\w.]+ import \w+|import [\w.]+|[\w.]*load_dotenv\(\))\s*)+$|^ ?f$/.test(newText);
  if (/^[{}]$/.test(replaced)) return newText === replaced.repeat(2);
  if (/^[ru]$/i.test(replaced)) return newText.toLowerCase() === ` f${replaced.toLowerCase().replace('u', '')}`.trim();
  return replaced.includes(value) && !newText.includes(value) && !/[\r\n]/.test(replaced.replace(/^\r?\n|\r?\n$/g, ''));
}

/** The value stands in `.env` under its variable, and `.env` is kept out of git. */
function checkKept(
  edits: readonly Edit[],
  { environment = '', ignored = '', isRepository }: Surroundings,
  value: string,
  fix: Fix,
  say: (what: string) => string
): void {
  const keeping = fix.intents.find(({ kind }) => kind === 'keepVariable');
  if (keeping?.kind !== 'keepVariable') return assert.deepEqual(edits, [], say('it changes other files'));
  const after = (name: string, text: string): string =>
    edits.filter(({ document }) => document === `${FOLDER}/${name}`).reduce(withEdit, text);
  const [env, git] = [after('.env', environment), after('.gitignore', ignored)];
  assert.ok(env.startsWith(environment) && git.startsWith(ignored), say('a file beside it loses something'));
  const added = env.slice(environment.length).trim();
  assert.ok([`${keeping.variable}=${value}`, `${keeping.variable}='${value}'`].includes(added), say(`.env has ${env}`));
  if (isRepository) assert.match(git, /^\.env\r?$/m, say('.env would be committed'));
}

function withEdit(text: string, { range, newText }: Edit): string {
  const lines = new TextLines(text);
  return text.slice(0, lines.offset(range.start)) + newText + text.slice(lines.offset(range.end));
}
