import assert from 'node:assert/strict';
import { TextLines } from '@loadlight/facts/text-lines';
import { topOfCell, topOfFile } from './top-of-part.js';

describe('where a comment speaks of all that follows', () => {
  const cells: readonly (readonly [string, string, number | undefined])[] = [
    ['a cell', 'x = 1', 0],
    ['a cell magic', '%%time\nx = 1', 1],
    ['two cell magics', '%%time\n%%capture out\nx = 1', 2],
    ['a title above a cell magic', '# loads\n%%time\nx = 1', 2],
    ['a line magic', '%matplotlib inline\nx = 1', 0],
    ['code beside a cell magic', '%%timeit f(x)\ny', undefined],
    ['nothing below a cell magic', '%%time', undefined]
  ];
  for (const [title, text, line] of cells) it(`in ${title}`, () => assert.equal(topOfCell(new TextLines(text)), line));

  const header = '# ---\n# jupyter:\n#   kernelspec: {}\n# ---\n';
  const files: readonly (readonly [string, string, number | undefined])[] = [
    ['a file', 'import torch\n', 0],
    ['a docstring', '"""Trains."""\nimport torch\n', 0],
    ['a shebang', '#!/usr/bin/env python3\nimport torch\n', 1],
    ['a shebang and an encoding', '#!/usr/bin/env python3\n# -*- coding: utf-8 -*-\n"""Trains."""\n', 2],
    ['a licence', '# Copyright\n\nimport torch\n', 0],
    ['inline script metadata', '# /// script\n# dependencies = []\n# ///\nimport torch\n', 0],
    ['a jupytext header', `${header}\nimport torch\n`, 4],
    ['a line that only looks like one', '# ---\n\nimport torch\n', 0],
    ['a first cell', '# %% Loading\nimport torch\n', 1],
    ['a jupytext header and a first cell', `${header}\n# %%\nimport torch\n`, 6],
    ['a first cell with a cell magic', '# %%\n%%time\nimport torch\n', 0],
    ['a first cell of text', '# %% [markdown]\n# Title\n', 0],
    ['a Databricks export', '# Databricks notebook source\nimport torch\n', 1],
    ['a Databricks export that begins with text', '# Databricks notebook source\n# MAGIC %md\n', undefined]
  ];
  for (const [title, text, line] of files) it(`in ${title}`, () => assert.equal(topOfFile(new TextLines(text)), line));
});
