import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { loadlight, notebook, slice, temporaryFolder } from './run-cli.mjs';

const require = createRequire(import.meta.url);
const Ajv = require('ajv-draft-04');

/** The official schema, as the SARIF authors ship it. */
const schema = JSON.parse(
  readFileSync(
    join(dirname(require.resolve('@microsoft/jest-sarif/package.json')), 'lib/schemas/sarif-2.1.0-rtm.5.json')
  )
);

describe('loadlight scan --format sarif', function () {
  this.timeout(30_000);

  const cell = 'x = "\\u00e9 \\"😀\\""; y = torch.load("https://models.example.org/a.pt", weights_only=False)\n# é';
  let folder, log;
  before(() => {
    folder = temporaryFolder({
      'a b/n é.ipynb': notebook(['import torch', cell]),
      'own.py':
        'import torch\ntorch.load("a", weights_only=False)  # loadlight: ignore[LL101] -- ours\ntorch.load("b")\n',
      'broken.ipynb': '{'
    });
    log = JSON.parse(loadlight(folder, ['scan', '--format', 'sarif']).stdout);
  });

  it('is valid by the schema', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    require('ajv-formats')(ajv);
    const validate = ajv.compile(schema);
    assert.ok(validate(log), JSON.stringify(validate.errors, null, 1));
  });

  it('has regions in the file itself, through JSON escapes', () => {
    const [result] = log.runs[0].results.filter(({ level }) => level === 'error');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    const text = readFileSync(join(folder, decodeURIComponent(artifactLocation.uri)), 'utf8');
    assert.equal(artifactLocation.uri, 'a%20b/n%20%C3%A9.ipynb');
    assert.equal(slice(text, rangeOf(region)), 'weights_only=False');
    assert.match(result.message.text, /\(cell 2, line 1\)$/);
    assert.equal(result.locations[0].logicalLocations[0].name, 'cell 2');
  });

  it('has fixes that give a valid notebook with the fix in it', () => {
    const [result] = log.runs[0].results.filter(({ level }) => level === 'error');
    const text = readFileSync(join(folder, 'a b/n é.ipynb'), 'utf8');
    const [{ artifactChanges }] = result.fixes;
    let fixed = text;
    for (const { deletedRegion, insertedContent } of [...artifactChanges[0].replacements].reverse()) {
      const lines = fixed.split('\n');
      const offset = (line, column) => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1;
      const { startLine, startColumn, endLine, endColumn } = deletedRegion;
      fixed =
        fixed.slice(0, offset(startLine, startColumn)) + insertedContent.text + fixed.slice(offset(endLine, endColumn));
    }
    assert.equal(JSON.parse(fixed).cells[1].source.join(''), cell.replace('weights_only=False', 'weights_only=True'));
  });

  it('carries suppressions, fingerprints, rules and what was skipped', () => {
    const [run] = log.runs;
    const suppressed = run.results.filter(({ suppressions }) => suppressions.length > 0);
    assert.deepEqual(
      suppressed.map(({ suppressions }) => suppressions[0]),
      [{ kind: 'inSource', justification: 'ours' }]
    );
    for (const { ruleId, ruleIndex, partialFingerprints } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId);
      assert.ok(partialFingerprints.primaryLocationLineHash);
    }
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, /skipped/);
  });
});

function rangeOf({ startLine, startColumn, endLine, endColumn }) {
  return {
    start: { line: startLine - 1, character: startColumn - 1 },
    end: { line: endLine - 1, character: endColumn - 1 }
  };
}
