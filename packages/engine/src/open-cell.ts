import type { Exposure } from '@loadlight/facts/fact';
import type { Magic } from '@loadlight/facts/magic';
import type { Part } from '@loadlight/facts/place';
import { differenceOf } from '@loadlight/facts/text-difference';
import { TextLines } from '@loadlight/facts/text-lines';
import { readCell } from '@loadlight/notebook/blank-magics';
import { readPercentFile } from '@loadlight/notebook/percent-file';
import { importsOf } from '@loadlight/python/modules/imports-of';
import { runsOf } from '@loadlight/python/modules/workspace-module';
import type { LooksOfStrings, ProgramCell } from '@loadlight/python/program';
import { mayHoldSecret, mayHoldSecretNow } from '@loadlight/secrets/candidate';
import { stringsThatLookDrawn, stringsThatLookDrawnNow } from '@loadlight/secrets/meaning/strings-that-look-drawn';
import { exposureFacts } from '@loadlight/sharing/server-exposure';
import type { CellInput, CodeInput } from './document.js';
import { readOwnPackages, type OwnPackages } from './own-packages.js';

/** A cell as it was put: its raw text, and the text that Python is read from. */
export interface OpenCell {
  readonly input: CellInput;
  readonly lines: TextLines;
  readonly language: string;
  readonly python: string;
  /** The same as a cell of the program. A cell of another language is blank to Python, but a shell's may bring files. */
  readonly program: ProgramCell;
  /** What Python does not read of it. */
  readonly magics: readonly Magic[];
  readonly mayHoldSecret: boolean;
  /** Names in it that stand for modules. */
  readonly imports: readonly string[];
  /** How it opens a server. */
  readonly exposures: readonly Exposure[];
  /** What the cell installs or asks for. */
  readonly own: OwnPackages | undefined;
}

/** The cells that are read as Python; a file is one. */
export function codeOf(input: CodeInput): readonly CellInput[] {
  if (input.kind === 'text') return [];
  if (input.kind === 'file') return [{ id: '', version: input.version, text: input.text }];
  return input.language === 'python' ? input.cells : [];
}

/** The cell as it is put now; `before` is the same cell as it was, which saves work. */
export function openCell(
  input: CellInput,
  before: OpenCell | undefined,
  { uri, isFile }: { readonly uri: string; readonly isFile: boolean }
): OpenCell {
  if (before?.lines.text === input.text) return before.input.version === input.version ? before : { ...before, input };
  const lines = before?.lines.edited(input.text) ?? new TextLines(input.text);
  const part: Part = isFile ? { kind: 'file' } : { kind: 'source', cell: input.id };
  const { language, text, magics } = isFile
    ? { language: 'python', ...readPercentFile(input.text) }
    : readCell(input.text);
  const program = { id: input.id, text, magics, strings: stringsIn(text, before) };
  return {
    input,
    lines,
    language,
    python: text,
    program: text === lines.text ? { ...program, lines } : program,
    magics,
    mayHoldSecret:
      before?.mayHoldSecret === false
        ? mayHoldSecretNow(input.text, differenceOf(before.lines.text, input.text))
        : mayHoldSecret(input.text),
    imports: [...importsOf(text), ...runsOf([{ id: '', text, magics }])],
    exposures: exposureFacts(input.text, isFile ? 'python' : 'cell', uri, part),
    own: readOwnPackages(input.text, uri, part, magics)
  };
}

function stringsIn(text: string, before: OpenCell | undefined): LooksOfStrings {
  return before?.program.strings
    ? stringsThatLookDrawnNow(text, before.python, before.program.strings, differenceOf(before.python, text))
    : stringsThatLookDrawn(text);
}
