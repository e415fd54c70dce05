import type { ClearedOutput } from '@loadlight/protocol/clear-outputs';
import { TextLines } from '@loadlight/facts/text-lines';
import { TextDocumentEdit, TextEdit, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Effect } from '../fixes/fixer.js';
import { credentialsIn } from '../preview/credentials-in.js';
import type { LookedFile } from '../scan/looked-file.js';

/** What is asked for a file while the server has it: fix-all, or another change of the whole file. */
export type AskFile = (file: LookedFile) => Promise<FileAnswer>;

/** `unfit`: something is to be changed in the file, and cannot be. */
export type FileAnswer =
  | {
      readonly kind: 'effect';
      readonly effect: Effect;
      /** How many findings, or places, it takes away. */
      readonly count: number;
      /** Of other files, written before this one; other files may be given the same. */
      readonly keeps?: WorkspaceEdit;
      /** It takes out a credential: what goes is not shown. */
      readonly hides?: boolean;
    }
  | { readonly kind: 'unfit' };

/** What changes in one text of a file. */
export interface TextPlan {
  /** Which of the file's texts, and of a notebook's cells. */
  readonly index: number;
  readonly cell: number | undefined;
  readonly source: string;
  readonly edits: readonly TextEdit[];
  /** Credentials in it, which are not shown. */
  readonly credentials: readonly string[];
}

/** An output that goes, by the cell's index. */
export interface ClearedPlan extends Omit<ClearedOutput, 'cell'> {
  readonly cell: number;
}

/** What is to be written into a file that has these texts; where it has others by then, it is left alone. */
export interface FilePlan {
  readonly path: string;
  readonly kind: LookedFile['kind'];
  /** How many findings, or places, it takes away. */
  readonly count: number;
  /** All texts of the file. */
  readonly sources: readonly string[];
  readonly changes: readonly TextPlan[];
  readonly clears: readonly ClearedPlan[];
  /** Of other files, made before. */
  readonly keeps?: WorkspaceEdit;
}

/**
 * What is to be done to the file; undefined where nothing is, `moved` where the answer is not for the file as it is, `unfit` where what
 * is to be changed cannot be.
 */
export async function planOf(file: LookedFile, ask: AskFile): Promise<FilePlan | 'moved' | 'unfit' | undefined> {
  const answer = await ask(file);
  if (answer.kind === 'unfit') return 'unfit';
  const { effect, count, keeps, hides = false } = answer;
  if (effect.kind === 'none') return undefined;
  if (effect.kind !== 'edit' && effect.kind !== 'outputs') return 'moved';
  const indexOf = (uri: string): number => file.texts.findIndex(text => text.uri === uri);
  const changes: TextPlan[] = [];
  for (const change of effect.kind === 'edit' ? (effect.edit.documentChanges ?? []) : []) {
    const index = TextDocumentEdit.is(change) ? indexOf(change.textDocument.uri) : -1;
    const text = file.texts[index];
    // Of another file, or of a cell that has come since.
    if (!TextDocumentEdit.is(change) || !text) return 'moved';
    const { cell, source, findings } = text;
    const edits = change.edits.filter(TextEdit.is);
    const credentials = [...credentialsIn(source, findings), ...(hides ? replaced(source, edits) : [])];
    changes.push({ index, cell, source, edits, credentials });
  }
  changes.sort((a, b) => a.index - b.index);
  const clears = (effect.clears?.outputs ?? []).map(output => ({ ...output, cell: indexOf(output.cell) }));
  if (clears.some(({ cell }) => cell < 0)) return 'moved';
  if (changes.length + clears.length === 0) return undefined;
  const { path, kind, texts } = file;
  const sources = texts.map(({ source }) => source);
  return { path, kind, count, sources, changes, clears, ...(keeps && { keeps }) };
}

/** What the edits take away, line by line, as it is shown. */
function replaced(source: string, edits: readonly TextEdit[]): string[] {
  const lines = new TextLines(source);
  return (
    edits
      .flatMap(({ range }) => source.slice(lines.offset(range.start), lines.offset(range.end)).split(/\r\n|\r|\n/))
      // With its quotes shown, a text can be told from a name.
      .map(line => line.trim().replace(/^\w{0,2}["']+|["']+$/g, ''))
      .filter(line => line.length > 3)
  );
}
