import assert from 'node:assert/strict';
import { fileTextOf, outputWithText } from './notebook-file.js';

describe('a notebook as Jupyter saves it', () => {
  it('has lists of lines, keys in order, an indent of one and a line break at the end', () => {
    const notebook = {
      nbformat: 4,
      metadata: { signature: 'x', b: 1, a: [] },
      cells: [
        {
          source: 'a = "é😀"\n\nb\u2028c',
          cell_type: 'code',
          metadata: { trusted: true },
          outputs: [
            { output_type: 'stream', name: 'stdout', text: 'one\ntwo' },
            { output_type: 'display_data', metadata: {}, data: { 'text/html': '<b>\n', 'application/json': 'kept\n' } }
          ]
        },
        { cell_type: 'markdown', metadata: {}, source: '', attachments: { 'a.txt': { 'text/plain': 'x\ny' } } }
      ]
    };
    assert.equal(
      fileTextOf(notebook),
      `{
 "cells": [
  {
   "cell_type": "code",
   "metadata": {},
   "outputs": [
    {
     "name": "stdout",
     "output_type": "stream",
     "text": [
      "one\\n",
      "two"
     ]
    },
    {
     "data": {
      "application/json": "kept\\n",
      "text/html": [
       "<b>\\n"
      ]
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "a = \\"é😀\\"\\n",
    "\\n",
    "b\u2028",
    "c"
   ]
  },
  {
   "attachments": {
    "a.txt": {
     "text/plain": [
      "x\\n",
      "y"
     ]
    }
   },
   "cell_type": "markdown",
   "metadata": {},
   "source": []
  }
 ],
 "metadata": {
  "a": [],
  "b": 1
 },
 "nbformat": 4
}
`
    );
  });
  it('has its outputs with whole texts in the editor', () => {
    assert.deepEqual(outputWithText({ output_type: 'stream', text: ['a\n', 'b'] }), {
      output_type: 'stream',
      text: 'a\nb'
    });
    assert.deepEqual(outputWithText({ data: { 'text/plain': ['a'], 'application/x+json': ['b'] } }), {
      data: { 'text/plain': 'a', 'application/x+json': ['b'] }
    });
  });
});
