import { LONGEST } from './output-texts.js';

/** The command of a resolved code action that takes outputs away; the client carries it out itself, with the action's edit. */
export const CLEAR_OUTPUTS = 'loadlight.clearOutputs';

/** Its one argument. */
export interface ClearOutputs {
  readonly outputs: readonly ClearedOutput[];
}

/** An output by what the server was told of it. */
export interface ClearedOutput {
  /** URI of the cell's text. */
  readonly cell: string;
  /** Among the outputs of the cell, from 0. */
  readonly index: number;
  readonly mime: string;
  /** Of the text of that type, in UTF-16 units, as it was sent. Another length: another output has come in its place. */
  readonly length: number;
}

/** In `data` of a code action that takes a credential out. */
export interface SecretData {
  /** A preview masks the credential. */
  readonly hides?: true;
  /** The edit writes files that are not open, which are then saved. */
  readonly saves?: true;
  /** The resolved action has that command, beside its edit or alone. */
  readonly clears?: true;
}

/** The outputs that stay, and the indices of those that go; undefined where one of them is not the one that the server means. */
export function withoutOutputs<Output>(
  outputs: readonly Output[],
  cleared: readonly ClearedOutput[],
  lengthOf: (output: Output, mime: string) => number | undefined
): Output[] | undefined {
  for (const { index, mime, length } of cleared) {
    const output = outputs[index];
    if (output === undefined || !isLength(lengthOf(output, mime), length)) return undefined;
  }
  const gone = new Set(cleared.map(({ index }) => index));
  return outputs.filter((_, index) => !gone.has(index));
}

/** Of long texts only the beginning is sent. */
function isLength(length: number | undefined, sent: number): boolean {
  return length === sent || (length !== undefined && length > sent && sent >= LONGEST);
}
