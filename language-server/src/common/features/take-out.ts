import type { FoundCredential } from '@loadlight/engine/take-out';
import type { Edit, Fix } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import {
  TAKE_OUT,
  TAKE_OUT_EVERYWHERE,
  type TakeOutEverywhere,
  type TakeOutParams,
  type TakeOutResult
} from '@loadlight/protocol/take-out';
import {
  type CodeAction,
  CodeActionKind,
  type Command,
  LSPErrorCodes,
  RequestType,
  ResponseError,
  type WorkspaceEdit
} from 'vscode-languageserver';
import { signalOf } from '../cancellation.js';
import { serverSays } from '../server-messages.js';
import type { Session } from '../session.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

type Result = TakeOutResult<WorkspaceEdit>;

/** `.env` is read once more where it changes while it is read. */
const MOST_TRIES = 3;

/** What that action is called; undefined where there is none. */
export function takeOutTitle(session: Session, finding: Finding): string | undefined {
  const credential = session.credentials && session.engine.credential(finding.place.document, finding);
  return credential && titleFor(credential, session);
}

/** The action that takes the finding's credential out of all files; none where it is about no credential. */
export function takeOutAction(session: Session, document: string, finding: Finding): CodeAction | undefined {
  const { engine, credentials } = session;
  const credential = credentials && engine.credential(document, finding);
  if (!credentials || !credential) return undefined;
  const title = titleFor(credential, session);
  const argument: TakeOutEverywhere = { id: credentials.idOf(credential), document };
  const command: Command = { title, command: TAKE_OUT_EVERYWHERE, arguments: [argument] };
  return { title, kind: CodeActionKind.QuickFix, command };
}

function titleFor({ secret: { masked } }: FoundCredential, { translation }: Session): string {
  return translation.of(serverSays('server-take-out', { masked }));
}

/** `loadlight/takeOut`: the edits that take a credential out of one document. */
export function takeOut(session: Session): void {
  const type = new RequestType<TakeOutParams, Result, void>(TAKE_OUT);
  session.connection.onRequest(type, (params, token) => answer(session, params, signalOf(token)));
}

async function answer(session: Session, { uri, id }: TakeOutParams, signal: AbortSignal): Promise<Result> {
  const { engine, documents, analyses, credentials, translation } = session;
  const credential = credentials?.get(id);
  if (!credential) throw new Error('no finding told of this credential');
  if (!(await analyses.current(uri))) throw new Error(`${uri} is not open`);
  const version = documents.input(uri)?.version;
  const { places, fix } = await engine.takeOut(uri, credential, signal);
  if (!fix) return { places };
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const whole = await engine.ready(uri, fix);
    if (!whole) return { places };
    if (documents.input(uri)?.version !== version) break;
    // At once, before the environment files can change again.
    const outputs = engine.outputsCleared(uri, whole);
    const edits = engine.edits(uri, whole);
    if (!outputs || !isWhole(whole, edits)) continue;
    const edit = editOf(session, edits, edit => edit.document === uri);
    const keeps = editOf(session, edits, edit => edit.document !== uri);
    return {
      places,
      ...(edit && { edit }),
      ...(keeps && { keeps }),
      ...(outputs.length > 0 && { clears: { outputs } })
    };
  }
  throw new ResponseError(LSPErrorCodes.ContentModified, translation.of(serverSays('server-text-changed')));
}

/** All of it or nothing: edits are missing where the text or the files that they rest on have moved on. */
function isWhole({ intents }: Fix, edits: readonly Edit[]): boolean {
  return edits.length > 0 || intents.every(({ kind }) => kind === 'clearOutputs');
}

function editOf(session: Session, edits: readonly Edit[], isIn: (edit: Edit) => boolean): WorkspaceEdit | undefined {
  return toWorkspaceEdit(edits.filter(isIn), session.documents, session.client);
}
