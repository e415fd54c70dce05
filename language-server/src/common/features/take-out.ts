import type { Edit } from '@loadlight/facts/fix';
import type { Finding } from '@loadlight/facts/finding';
import {
  TAKE_OUT,
  TAKE_OUT_EVERYWHERE,
  type TakeOutEverywhere,
  type TakeOutParams,
  type TakeOutResult
} from '@loadlight/protocol/take-out';
import { CodeActionKind, type Command, RequestType, type CodeAction, type WorkspaceEdit } from 'vscode-languageserver';
import { signalOf } from '../cancellation.js';
import { serverSays } from '../server-messages.js';
import type { Session } from '../session.js';
import { toWorkspaceEdit } from '../workspace-edit.js';

type Result = TakeOutResult<WorkspaceEdit>;

/** What that action is called; undefined where there is none. */
export function takeOutTitle({ engine, credentials, translation }: Session, finding: Finding): string | undefined {
  const credential = credentials && engine.credential(finding.place.document, finding);
  return credential && translation.of(serverSays('server-take-out', { masked: credential.secret.masked }));
}

/** The action that takes the finding's credential out of all files; none where it is about no credential. */
export function takeOutAction(session: Session, document: string, finding: Finding): CodeAction | undefined {
  const { engine, credentials } = session;
  const credential = credentials && engine.credential(document, finding);
  const title = takeOutTitle(session, finding);
  if (!credentials || !credential || title === undefined) return undefined;
  const argument: TakeOutEverywhere = { id: credentials.idOf(credential), document };
  const command: Command = { title, command: TAKE_OUT_EVERYWHERE, arguments: [argument] };
  return { title, kind: CodeActionKind.QuickFix, command };
}

/** `loadlight/takeOut`: the edits that take a credential out of one document. */
export function takeOut(session: Session): void {
  const type = new RequestType<TakeOutParams, Result, void>(TAKE_OUT);
  session.connection.onRequest(type, (params, token) => answer(session, params, signalOf(token)));
}

async function answer(session: Session, { uri, id }: TakeOutParams, signal: AbortSignal): Promise<Result> {
  const { engine, documents, analyses, credentials } = session;
  const credential = credentials?.get(id);
  if (!credential) throw new Error('no finding told of this credential');
  if (!(await analyses.current(uri))) throw new Error(`${uri} is not open`);
  const version = documents.input(uri)?.version;
  const { places, fix } = await engine.takeOut(uri, credential, signal);
  const whole = fix && (await engine.ready(uri, fix));
  await analyses.current(uri);
  if (!whole || documents.input(uri)?.version !== version) return { places };
  const outputs = engine.outputsCleared(uri, whole);
  const edits = engine.edits(uri, whole);
  if (!outputs || outputs.length + edits.length === 0) return { places };
  const edit = editOf(session, edits, edit => edit.document === uri);
  const keeps = editOf(session, edits, edit => edit.document !== uri);
  return { places, ...(edit && { edit }), ...(keeps && { keeps }), ...(outputs.length > 0 && { clears: { outputs } }) };
}

function editOf(session: Session, edits: readonly Edit[], isIn: (edit: Edit) => boolean): WorkspaceEdit | undefined {
  return toWorkspaceEdit(edits.filter(isIn), session.documents, session.client);
}
