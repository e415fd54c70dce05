import { Engine } from '@loadlight/engine/engine';
import type { InitializationOptions } from '@loadlight/protocol/initialization';
import { RULE_PAGES } from '@loadlight/protocol/initialization';
import type { Connection, InitializeError, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { Emitter, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Analyses } from './analyses.js';
import { capabilitiesFor } from './capabilities.js';
import { readClient, type Client } from './client.js';
import { ClientFiles } from './client-files.js';
import { Documents } from './documents.js';
import { analysed } from './features/analysed.js';
import { codeActions } from './features/code-actions.js';
import { askConfiguration, configuration } from './features/configuration.js';
import { pullDiagnostics } from './features/diagnostics-pull.js';
import { pushDiagnostics } from './features/diagnostics-push.js';
import { explain } from './features/explain.js';
import { hover } from './features/hover.js';
import { ping } from './features/ping.js';
import { progress } from './features/progress.js';
import { share } from './features/share.js';
import { takeOut } from './features/take-out.js';
import { watchedFiles } from './features/watched-files.js';
import { workspaceFolders } from './features/workspace-folders.js';
import type { Host } from './host.js';
import { Log } from './log.js';
import { NamedCredentials } from './named-credentials.js';
import { ServedFiles } from './served-files.js';
import type { Session } from './session.js';
import { serverSays } from './server-messages.js';
import { SettingsOfDocuments } from './settings.js';
import { Translation } from './translation.js';

/** Serves one client over the connection. Where the engine cannot start, `initialize` fails and may be sent again. */
export function startServer(connection: Connection, host: Host): void {
  let stop = (): void => undefined;
  let open = (): number => 0;
  connection.onInitialize(async (params): Promise<InitializeResult> => {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const translation = new Translation(params.locale ?? 'en', options.messages ?? {});
    const files = new ServedFiles(options.files ? new ClientFiles(connection, options.files) : host.files());
    const engine = await createEngine(connection, host, options, files, readClient(params), translation);
    const rulePages = options.rulePages ?? host.rulePages ?? RULE_PAGES;
    const analyses = startFeatures(connection, engine, files, params, rulePages, translation);
    open = () => analyses.count;
    stop = () => {
      analyses.stop();
      engine.dispose();
    };
    connection.console.info(`Loadlight started in ${host.name}`);
    return { capabilities: capabilitiesFor(readClient(params)), serverInfo: { name: 'loadlight' } };
  });
  connection.onShutdown(() => stop());
  ping(connection, () => open());
  connection.listen();
}

async function createEngine(
  connection: Connection,
  host: Host,
  options: InitializationOptions,
  files: ServedFiles,
  client: Client,
  translation: Translation
): Promise<Engine> {
  try {
    return await Engine.create({
      files,
      parts: host.parts(options),
      log: line => connection.console.info(line),
      ...(host.environment !== undefined && { environment: host.environment }),
      // A file that cannot be looked for might be there.
      asksUser: options.asks === true,
      editsCellMetadata: options.cellMetadata === true,
      clearsOutputs: options.clearsOutputs === true,
      keepsVariables: options.keepsVariables === true && client.createsFiles && files.capabilities.maxWhole > 0,
      editsAnyFile: client.createsFiles && files.capabilities.maxWhole > 0,
      // What is worked out when a fix is made is in no edit before.
      ...(host.checksums && client.resolvesEdits && { checksums: host.checksums }),
      ...(host.hubCache !== undefined && { hubCache: host.hubCache })
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const data: InitializeError = { retry: true };
    const said = translation.of(serverSays('server-no-grammar', { reason: why }));
    throw new ResponseError(LSPErrorCodes.RequestFailed, said, data);
  }
}

function startFeatures(
  connection: Connection,
  engine: Engine,
  files: ServedFiles,
  params: InitializeParams,
  rulePages: string,
  translation: Translation
): Analyses {
  const client = readClient(params);
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const documents = new Documents();
  const ask = client.configuration
    ? (uri: string): Promise<unknown> => askConfiguration({ connection }, uri)
    : undefined;
  const settings = new SettingsOfDocuments(engine, ask, uri => {
    analyses.refresh(uri);
  });
  const analyses = new Analyses(engine, documents, uri => settings.prepare(uri));
  const log = new Log(connection);
  const initialized = new Emitter<void>();
  connection.onInitialized(() => void initialized.fire());
  const session: Session = {
    connection,
    onInitialized: initialized.event,
    client,
    engine,
    documents,
    analyses,
    files,
    log,
    translation,
    credentials: options.takesOut === true ? new NamedCredentials() : undefined,
    rulePages
  };

  documents.onDidChange(uri => analyses.refresh(uri));
  documents.onDidClose(uri => {
    analyses.close(uri);
    settings.close(uri);
  });
  if (client.pulls) pullDiagnostics(session);
  else pushDiagnostics(session);
  analysed(session, settings);
  progress(session);
  codeActions(session);
  hover(session);
  explain(session);
  share(session);
  takeOut(session);
  workspaceFolders(session, params);
  watchedFiles(session);
  configuration(session, settings);
  documents.listen(connection);
  return analyses;
}
