import assert from 'node:assert/strict';
import { PendingDocuments } from './pending-documents.js';

describe('pending documents', () => {
  it('name the one that has waited longest, however often it was sent since', () => {
    const pending = new PendingDocuments();
    pending.sent('file:///a.py');
    pending.sent('file:///b.py');
    pending.sent('file:///a.py');
    assert.equal(pending.oldest(), 'file:///a.py');
  });

  it('forget what the server has spoken of', () => {
    const pending = new PendingDocuments();
    pending.sent('file:///a.py');
    pending.sent('file:///b.py');
    pending.settled('file:///a.py');
    assert.equal(pending.oldest(), 'file:///b.py');
    pending.settled('file:///b.py');
    assert.equal(pending.oldest(), undefined);
    assert.equal(pending.size, 0);
  });
});
