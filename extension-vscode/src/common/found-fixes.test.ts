import assert from 'node:assert/strict';
import type { FindingData, OfferedFix } from '@loadlight/protocol/finding-data';
import { hasSafeFix, isToReview } from './found-fixes.js';

const SAFE: OfferedFix = { title: 'pass weights_only=True', kind: 'safe' };
const REVIEW: OfferedFix = { title: 'pin the revision', kind: 'review' };
const IGNORE: OfferedFix = { title: 'ignore it', kind: 'safe', ignores: 'comment' };

function found(severity: FindingData['severity'], ...fixes: OfferedFix[]): { data: FindingData } {
  return { data: { rule: 'LL101', name: 'unsafe-torch-load', severity, fingerprint: '', fixes } };
}

describe('a finding', () => {
  it('can be fixed safely where one of its fixes is safe, ignoring aside', () => {
    assert.equal(hasSafeFix(found('warning', REVIEW, SAFE, IGNORE)), true);
    assert.equal(hasSafeFix(found('warning', REVIEW, IGNORE)), false);
  });

  it('is left to the user where all its fixes may change the code, unless it is a note or has none', () => {
    assert.equal(isToReview(found('warning', REVIEW, IGNORE)), true);
    assert.equal(isToReview(found('error', REVIEW, SAFE)), false);
    assert.equal(isToReview(found('information', REVIEW)), false);
    assert.equal(isToReview(found('error', IGNORE)), false);
  });
});
