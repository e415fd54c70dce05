import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { noiseOf } from './noise.mjs';
import { keyOf, sampleOf, SIZE, SIZE_READ_CLOSELY } from './triage-sample.mjs';

const verdicts = JSON.parse(readFileSync(new URL('triage.json', import.meta.url), 'utf8'));
const severityOf = ({ severity }) => (severity === 'information' ? 'information' : 'warning');

const finding = (name, i, severity = 'warning') => ({
  file: `package-${name}/a.py`,
  rule: 'LL101',
  fingerprint: `${name}${i}`,
  severity,
  repeats: null,
  suppressed: null
});
const many = Array.from({ length: 400 }, (_, i) => finding(i % 7, i));

describe('the findings that were read', () => {
  it('are at least 300, half of them information, each once, with a word why where one is wrong', () => {
    for (const severity of ['warning', 'information']) {
      const of = verdicts.filter(verdict => severityOf(verdict) === severity);
      assert.ok(of.length >= SIZE, `${of.length} at ${severity}`);
      assert.ok(of.filter(({ wording }) => wording !== undefined).length >= SIZE_READ_CLOSELY);
    }
    assert.equal(new Set(verdicts.map(keyOf)).size, verdicts.length);
    for (const verdict of verdicts) assert.equal(verdict.right, verdict.why === undefined, keyOf(verdict));
  });

  it('are a sample in which the packages take turns', () => {
    const { warning, information } = sampleOf([...many, finding('small', 0), finding('x', 0, 'information')]);
    assert.equal(warning.length, SIZE);
    assert.equal(information.length, 1);
    assert.ok(warning.slice(0, 8).some(({ file }) => file.startsWith('package-small/')));
  });

  it('stay nearly the same when another finding comes', () => {
    const before = new Set(sampleOf(many).warning.map(keyOf));
    const after = sampleOf([...many, finding(3, 'new')]).warning;
    assert.ok(after.filter(one => !before.has(keyOf(one))).length <= 1);
  });

  it('leave out repeats and what a comment suppresses', () => {
    const [a, b] = many;
    assert.deepEqual(
      sampleOf([
        { ...a, repeats: {} },
        { ...b, suppressed: {} }
      ]).warning,
      []
    );
  });
});

describe('the marks in notebooks', () => {
  it('are counted for each, also for those without any', () => {
    const marks = [finding('1', 0), finding('1', 1, 'information'), { ...finding('1', 2), repeats: {} }];
    assert.equal(
      noiseOf(marks, ['package-1/a.py', 'package-2/a.py', 'package-3/a.py']).split('\n')[0],
      '3 notebooks: 1 (33 %) with a warning; warnings p50 0, p95 1, information p50 0, p95 1'
    );
  });
});
