import { TAKE_OUT, type TakeOutParams, type TakeOutResult } from '@loadlight/protocol/take-out';
import { type ProtocolConnection, RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';
import { uriOfPath } from '../files/uris.js';
import type { Effect, Fixer } from '../fixes/fixer.js';
import type { AskFile } from './file-plan.js';

const TAKES_OUT = new RequestType<TakeOutParams, TakeOutResult<WorkspaceEdit>, void>(TAKE_OUT);

/** Asks for every safe fix of a file. */
export function askSafeFixes(fixer: Fixer): AskFile {
  return async file => {
    const effect = await fixer.fixAll(file);
    const fixed = effect.kind === 'edit' ? effect.fixed : undefined;
    return { kind: 'effect', effect, count: fixed ?? file.safeFixes };
  };
}

/** Asks for what takes a credential out of a file, by the server's name for it. Rejects where the server does not know it (any more). */
export function askTakeOut(id: string, running: () => ProtocolConnection | undefined): AskFile {
  return async ({ path, texts }) => {
    if (texts.length === 0) return { kind: 'effect', effect: { kind: 'none' }, count: 0 };
    const connection = running();
    if (!connection) throw new Error('no server');
    const { places, edit, keeps, clears } = await connection.sendRequest(TAKES_OUT, { uri: uriOfPath(path), id });
    const effect: Effect = edit
      ? { kind: 'edit', edit, ...(clears && { clears }) }
      : clears
        ? { kind: 'outputs', clears }
        : { kind: 'none' };
    if (places > 0 && effect.kind === 'none') return { kind: 'unfit' };
    return { kind: 'effect', effect, count: places, hides: true, ...(keeps && { keeps }) };
  };
}
