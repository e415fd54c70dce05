import fc from 'fast-check';
import type { Part } from '@loadlight/facts/place';
import { inventSecrets, type Inventor } from '@loadlight/secrets/invented-secrets';
import type { CodeInput, TextInput } from '../document.js';
import { EXPRESSIONS, MAGICS, NAMED, SHELLS, STATEMENTS } from './credential-forms.js';

/** A program or notebook with credentials in odd places; it runs as it stands, and prints them. */
export interface CredentialProgram {
  /** Texts of the cells; of a file one. */
  readonly cells: readonly string[];
  readonly isFile: boolean;
  readonly isColab: boolean;
  /** What else a notebook holds: outputs, text and metadata. */
  readonly texts: readonly TextInput[];
  /** The credentials, of which one may stand in many places. */
  readonly values: readonly string[];
}

/** The document as the engine takes it. */
export function inputOf({ cells, isFile, isColab, texts }: CredentialProgram, uri: string, version = 1): CodeInput {
  if (isFile) return { kind: 'file', uri, version, text: cells[0] ?? '' };
  const code = cells.map((text, i) => ({ id: `c${String(i)}`, version, text }));
  return { kind: 'notebook', uri, version, language: 'python', cells: code, texts, isColab };
}

/** So many of them; the same for the same seed. */
export function credentialPrograms(seed: number, count: number): readonly CredentialProgram[] {
  return fc.sample(credentialProgram, { seed, numRuns: count });
}

const IMPORTS = [
  'import sys',
  'import os',
  'import os.path',
  'import os as system',
  'from os import path, sep',
  'from os import environ',
  'import sys, os  # both',
  'import getpass',
  'from getpass import getpass as ask',
  'from getpass import (\n    getpass,  # it\n)',
  'try:\n    import os\nexcept ImportError:\n    os = None',
  'if True:\n    import os'
];
const TOPS = [
  '',
  '',
  '"""Doc."""',
  '# about',
  '#!/usr/bin/env python\n# -*- coding: utf-8 -*-',
  '"""Doc.\n\nMore.\n"""\n# x'
];
const OWN = 'def show(*args, **more):\n    print(*args, *more.values())\n    return str(args[0]) if args else ""\n';
const BLOCKS: readonly (readonly [string, string, string?])[] = [
  ['', '@'],
  ['', '@'],
  ['if True:', '    @'],
  ['if False:\n    pass\nelse:  # "', '    @'],
  ['def run@():\n    """Runs."""', '    @', 'run@()'],
  ['def run@(os=None):', '    @', 'run@()'],
  ['class Run@:', '    @'],
  ['for _ in range(2):', '    @'],
  ['with memoryview(b""):  # quick', '    @'],
  ['async def run@():', '    @', 'import asyncio\nasyncio.run(run@())']
];

interface Piece {
  readonly form: string;
  readonly expression: string;
  readonly block: readonly [string, string, string?];
  readonly ofSecond: boolean;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  form: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...STATEMENTS) },
    { weight: 1, arbitrary: fc.constantFrom(...NAMED) }
  ),
  expression: fc.constantFrom(...EXPRESSIONS),
  block: fc.constantFrom(...BLOCKS),
  ofSecond: fc.boolean()
});

const shape = fc.constantFrom<(inventor: Inventor) => string>(
  one => one.huggingface(),
  one => one.huggingface(),
  one => one.openai(),
  one => one.github(),
  one => one.npm(),
  one => one.anthropic()
);

/** A program that is put together of a beginning and pieces; half are notebooks, with magics, outputs and text. */
export const credentialProgram: fc.Arbitrary<CredentialProgram> = fc
  .record({
    seed: fc.nat(),
    shapes: fc.tuple(shape, shape),
    isFile: fc.boolean(),
    isColab: fc.boolean(),
    top: fc.constantFrom(...TOPS),
    isFuture: fc.boolean(),
    imports: fc.subarray(IMPORTS, { maxLength: 2 }),
    isHub: fc.nat({ max: 5 }).map(n => n === 0),
    pieces: fc.array(piece, { minLength: 1, maxLength: 3 }),
    magics: fc.array(fc.tuple(fc.nat({ max: 2 }), fc.constantFrom(...MAGICS, ...SHELLS)), { maxLength: 1 }),
    texts: fc.subarray(['markdown', 'stream', 'html', 'quiet', 'metadata'] as const, { maxLength: 2 }),
    indent: fc.constantFrom('    ', '    ', '\t', '  '),
    lineBreak: fc.constantFrom('\n', '\n', '\n', '\r\n'),
    end: fc.boolean()
  })
  .map(one => {
    const inventor = inventSecrets(one.seed);
    const values = one.shapes.map(make => make(inventor));
    const password = inventor.like(/[A-Z][a-z]{3}\d{2}[!#^*][a-z]{3}\d{2}/);
    const filled = (text: string, second: boolean): string =>
      text.replaceAll('SECRET', values[second ? 1 : 0] ?? '').replaceAll('PASSWORD', password);
    const beginning = [
      one.top,
      ...(one.isFuture && one.isFile ? ['from __future__ import annotations'] : []),
      ...one.imports,
      OWN
    ];
    const pieces = one.pieces.map((part, i) => filled(written(part, `v${String(i)}`), part.ofSecond));
    const cells = one.isFile ? [[...beginning, ...pieces].join('\n')] : [beginning.join('\n'), ...pieces];
    if (one.isHub) cells.push('if False:\n    import huggingface_hub');
    if (!one.isFile) for (const [at, magic] of one.magics) cells.splice(at, 0, filled(magic, false));
    const finished = one.isFile ? [cells.join('\n')] : cells;
    return {
      cells: finished.map(text => laidOut(text, one.indent, one.lineBreak) + (one.end ? one.lineBreak : '')),
      isFile: one.isFile,
      isColab: one.isColab && !one.isFile,
      texts: one.isFile ? [] : one.texts.map(kind => textOf(kind, values[0] ?? '')),
      values: [...values, password]
    };
  });

/** The statement around its expression, in its block. */
function written({ form, expression, block: [head, indent, tail = ''] }: Piece, name: string): string {
  const statement = form.replaceAll('@E', () => expression).replaceAll('@V', name);
  const body = indent === '@' ? statement : statement.replaceAll(/^/gm, '    ');
  return [head, body, tail]
    .filter(Boolean)
    .join('\n')
    .replaceAll('run@', `run_${name}`)
    .replaceAll('Run@', `Run_${name}`);
}

function laidOut(text: string, indent: string, lineBreak: string): string {
  const indented = text.replaceAll(/^(?: {4})+/gm, spaces => indent.repeat(spaces.length / 4));
  return indented.replaceAll('\n', lineBreak);
}

function textOf(kind: 'markdown' | 'stream' | 'html' | 'quiet' | 'metadata', value: string): TextInput {
  const output = (index: number, mime: string): Part => ({ kind: 'output', cell: 'c0', index, mime });
  switch (kind) {
    case 'markdown':
      return { part: { kind: 'source', cell: 'text' }, text: `# Use\n\nThe token is \`${value}\`, or "${value}".\n` };
    case 'stream':
      return { part: output(0, 'text/plain'), text: `logged in with ${value}\n` };
    case 'html':
      return { part: output(1, 'text/html'), text: `<b>${value}</b>` };
    case 'quiet':
      return { part: output(2, 'text/plain'), text: 'nothing is shown here' };
    case 'metadata':
      return { part: { kind: 'metadata', cell: 'c0' }, text: `{"papermill": {"token": "${value}"}}` };
  }
}
