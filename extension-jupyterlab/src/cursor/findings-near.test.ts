import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { findingsNear, nextStop, type Stop } from './findings-near.js';

const at = (line: number, from: number, to: number): Diagnostic => ({
  message: `${line}:${from}`,
  range: { start: { line, character: from }, end: { line, character: to } }
});
const messages = (findings: readonly Diagnostic[]): unknown[] => findings.map(({ message }) => message);

describe('findings near the cursor', () => {
  const findings = [at(4, 0, 3), at(1, 10, 15), at(1, 0, 5)];

  it('are those that it stands in, their ends included', () => {
    assert.deepEqual(messages(findingsNear(findings, { line: 1, character: 5 })), ['1:0']);
  });
  it('are those of the line where it stands in none', () => {
    assert.deepEqual(messages(findingsNear(findings, { line: 1, character: 7 })), ['1:0', '1:10']);
    assert.deepEqual(findingsNear(findings, { line: 2, character: 0 }), []);
  });
  it('are all of a cell that is selected as a whole', () => {
    assert.deepEqual(messages(findingsNear(findings, undefined)), ['1:0', '1:10', '4:0']);
  });
});

describe('the next finding', () => {
  const stop = (text: number, line: number) => ({ text, place: { line, character: 2 } });
  const stops = [stop(3, 1), stop(0, 4), stop(0, 1)];

  it('is the one after the cursor, in this text or a later one', () => {
    assert.deepEqual(nextStop(stops, stop(0, 1), 1), stop(0, 4));
    assert.deepEqual(nextStop(stops, stop(1, 9), 1), stop(3, 1));
  });
  it('is the first after the last, and the last before the first', () => {
    assert.deepEqual(nextStop(stops, stop(3, 1), 1), stop(0, 1));
    assert.deepEqual(nextStop(stops, stop(0, 1), -1), stop(3, 1));
  });
  it('is none where there are no findings', () => {
    assert.equal(nextStop<Stop>([], stop(0, 0), 1), undefined);
  });
});
