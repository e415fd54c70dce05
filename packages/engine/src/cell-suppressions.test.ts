import { deepEqual, equal } from 'node:assert/strict';
import type { Fact, Secret } from '@loadlight/facts/fact';
import { withReason } from '@loadlight/facts/fix';
import type { Part } from '@loadlight/facts/place';
import { inventSecrets } from '@loadlight/secrets/invented-secrets';
import type { Analysis } from './analysis.js';
import { cellSuppressions } from './cell-suppressions.js';
import type { CodeInput } from './document.js';
import type { Engine } from './engine.js';
import { judge, type Surroundings } from './judge.js';
import { engineForTests } from './testing/engine-for-tests.js';

const URI = 'file:///project/a.ipynb';
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

describe('ignoring in a cell’s metadata', () => {
  let engine: Engine;
  let token: string;
  before(async () => {
    engine = await engineForTests({ editsCellMetadata: true });
    token = inventSecrets(11).huggingface();
  });
  after(() => engine.dispose());
  afterEach(() => engine.close(URI));

  const put = async (cells: Record<string, string>, ignores: Record<string, unknown> = {}): Promise<Analysis> => {
    const input: CodeInput = {
      kind: 'notebook',
      uri: URI,
      version: 1,
      language: 'python',
      cells: Object.entries(cells).map(([id, text]) => ({ id, version: 1, text })),
      metadata: Object.entries(ignores).map(([cell, ignore]) => ({
        cell,
        text: JSON.stringify({ loadlight: { ignore } })
      }))
    };
    engine.put(input);
    let analysis = await engine.analyse(URI);
    while (analysis.pending) {
      await analysis.pending;
      analysis = await engine.analyse(URI);
    }
    return analysis;
  };
  const said = ({ findings }: Analysis): string[] =>
    findings.map(({ rule, place: { part }, suppressed }) =>
      [rule, part.kind, 'cell' in part ? part.cell : '', suppressed ? `suppressed: ${suppressed.reason}` : ''].join(' ')
    );

  it('covers the cell, with its reason, and no other', async () => {
    const bash = `%%bash\nexport HF_TOKEN=${token}`;
    deepEqual(said(await put({ one: bash, two: bash }, { one: [{ rule: 'LL301', reason: 'revoked' }] })), [
      'LL301 source one suppressed: revoked',
      'LL301 source two '
    ]);
  });

  it('is called unused where nothing of the kind is in the cell, and in no cell that is not looked at', async () => {
    const analysis = await put({ one: 'x = 1' }, { one: ['LL101'], text: ['LL301'], raw: [{ rule: 'LL101' }] });
    deepEqual(said(analysis), ['LL001 metadata one ']);
    const [finding] = analysis.findings;
    const [fix] = finding?.fixes ?? [];
    deepEqual(fix && engine.metadataChange(URI, fix), { document: URI, cell: 'one', ignore: [] });
    deepEqual((await engine.fixAll(URI)).edits, []);
  });

  it('is offered where no comment can stand, and adds to what is there', async () => {
    const cells = { one: `%%bash\nexport HF_TOKEN=${token}` };
    const { findings } = await put(cells, { one: [{ rule: 'LL101', reason: 'a' }] });
    const fixes = findings.find(({ rule }) => rule === 'LL301')?.fixes ?? [];
    deepEqual(
      fixes.map(({ title }) => title.text),
      [
        'Read it from the environment variable HF_TOKEN (which must be set before this runs)',
        'Ignore LL301 in this cell'
      ]
    );
    const fix = fixes.at(-1);
    const change = (reason: string): unknown => fix && engine.metadataChange(URI, withReason(fix, reason))?.ignore;
    deepEqual(change(' two\nlines\u2028\u202e '), [
      { rule: 'LL101', reason: 'a' },
      { rule: 'LL301', reason: 'two lines' }
    ]);
    deepEqual(change('  '), [{ rule: 'LL101', reason: 'a' }, 'LL301']);
    deepEqual(fix && engine.edits(URI, fix), []);
  });

  it('gives way to a comment where one can stand', async () => {
    const { findings } = await put({ one: `!hf auth login --token ${token}\nx = 1`, two: `t = "${token}"` });
    const titles = findings.map(({ place: { part }, fixes }) =>
      fixes
        .filter(fix => fix.title.text.startsWith('Ignore'))
        .map(fix => `${'cell' in part ? part.cell : ''}: ${fix.title.text}, ${fix.intents[0]?.kind}`)
    );
    deepEqual(titles, [
      // Behind a shell line a comment would be the shell's.
      ['one: Ignore LL301 in this cell, suppressPart'],
      ['two: Ignore LL301 here, addSuppression', 'two: Ignore LL301 in this cell, suppressPart']
    ]);
  });

  it('covers what stands in outputs, attachments and text of the cell', () => {
    const parts: Part[] = [
      { kind: 'output', cell: 'one', index: 0, mime: 'text/plain' },
      { kind: 'attachment', cell: 'one', name: 'a.svg' },
      { kind: 'source', cell: 'text' },
      { kind: 'output', cell: 'other', index: 0, mime: 'text/plain' },
      { kind: 'metadata', cell: null }
    ];
    const facts: Fact[] = [
      ...parts.map(secretIn),
      ...cellSuppressions(
        URI,
        new Map([
          ['one', ['LL301', 'LL303'].map(rule => ({ rule, reason: undefined, range }))],
          ['text', [{ rule: 'LL301', reason: undefined, range }]]
        ])
      )
    ];
    const { findings } = judge(facts, SURROUNDINGS);
    deepEqual(
      findings.map(({ suppressed }) => suppressed !== undefined),
      [true, true, true, false, false]
    );
    for (const { rule, fixes } of findings.slice(3))
      deepEqual(
        fixes.filter(({ intents }) => intents[0]?.kind === 'suppressCell').map(({ title }) => title.text),
        [`Ignore ${rule} in this cell`]
      );
    equal(findings.length, parts.length);
  });
});

const SURROUNDINGS: Surroundings = {
  version: () => undefined,
  commit: () => undefined,
  canChecksum: () => false,
  line: () => '',
  isOn: () => true,
  isLookedAt: () => true,
  fits: () => true,
  honours: () => true,
  canSuppress: () => false,
  top: () => undefined,
  canWriteMetadata: () => true,
  canConfigure: () => false
};

function secretIn(part: Part): Secret {
  return {
    kind: 'secret',
    provider: 'huggingface',
    label: 'hugging-face-token',
    by: 'shape',
    masked: 'hf_a…',
    variable: 'HF_TOKEN',
    inCode: part.kind === 'source',
    others: [],
    texts: [],
    place: { document: URI, part, range },
    evidence: [],
    sureness: 'certain'
  };
}
