import { ANALYSED, type AnalysedParams, PING } from '@loadlight/protocol/messages';
import { commands, Disposable, type ExtensionContext, l10n, type LogOutputChannel, window, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { CELL_LANGUAGES } from './cell-languages.js';
import { cellDiagnostics } from './cell-diagnostics.js';
import { CellOutputsSender } from './cell-outputs.js';
import { registerCopyReport } from './copy-report.js';
import { closedDocuments } from './closed-documents.js';
import { documentSync } from './document-sync.js';
import { FILES, serveFiles } from './files.js';
import { registerFixAll } from './fix-all.js';
import { registerFixFiles } from './fix-files.js';
import { Heartbeat } from '@loadlight/protocol/heartbeat';
import { hoverLinks } from './hover-links.js';
import { InteractiveWindows } from './interactive-windows.js';
import { PendingDocuments } from './pending-documents.js';
import { registerPreviewFix } from './preview-fix.js';
import { PythonEnvironments } from './python-environments.js';
import { QuickFixes } from './quick-fixes.js';
import { QuietOpen } from './quiet-open.js';
import { registerRulePages, RULE_PAGES } from './rule-page.js';
import { registerScans } from './scan.js';
import type { ServerClient } from './server-client.js';
import type { ServerHost } from './server-handle.js';
import { serverNews } from './server-news.js';
import { Status } from './status.js';
import { Supervisor } from './supervisor.js';
import { registerTextFirst } from './text-first.js';
import { registerSharing } from './sharing/sharing.js';
import { settingsMiddleware, watchTrust } from './trust.js';

/** What is left to the entries of both hosts. */
export interface Loadlight {
  /** Ends the server; resolves when it has ended. */
  stop(): Promise<void>;
}

/** Puts the features together and starts the server. Resolves also where the server cannot start: the user is told. */
export async function activateLoadlight(
  context: ExtensionContext,
  hostOf: (log: LogOutputChannel) => ServerHost
): Promise<Loadlight> {
  const log = window.createOutputChannel('Loadlight', { log: true });
  const pending = new PendingDocuments();
  const skipped = new Set<string>();
  const quiet = new QuietOpen();
  const quickFixes = new QuickFixes(() => supervisor.client, quiet);
  const environments = new PythonEnvironments(() => supervisor.client);
  const outputs = new CellOutputsSender(() => supervisor.client);
  const options: LanguageClientOptions = {
    // Nothing but the language: files of every kind of workspace, untitled ones, and notebook cells. The cells beside these,
    // and our own files.
    documentSelector: [
      { language: 'python' },
      ...CELL_LANGUAGES.map(language => ({ scheme: 'vscode-notebook-cell', language })),
      { pattern: '**/{loadlight,pyproject}.toml' }
    ],
    // The server's texts are among those of the editor's language; what it does not know there it leaves alone.
    initializationOptions: {
      files: FILES,
      cellMetadata: true,
      clearsOutputs: true,
      takesOut: true,
      keepsVariables: true,
      asks: true,
      rulePages: RULE_PAGES,
      messages: l10n.bundle ?? {}
    },
    middleware: {
      ...documentSync(pending, skipped, quiet, notebook => outputs.opened(notebook)),
      ...hoverLinks,
      ...quickFixes.middleware,
      ...settingsMiddleware(environments),
      ...closedDocuments
    },
    diagnosticCollectionProvider: { create: cellDiagnostics, dispose: collection => collection.dispose() },
    outputChannel: log
  };
  const attach = (client: ServerClient): Disposable => {
    pending.clear();
    quiet.restarted();
    const heartbeat = new Heartbeat({
      ping: () => client.sendRequest(PING, {}),
      wanted: () => client.isRunning() && pending.size > 0,
      hung: () => {
        const document = pending.oldest();
        if (document !== undefined) skipped.add(document);
        supervisor.hung(document);
      },
      now: () => Date.now(),
      later: (call, milliseconds) => {
        const timer = setTimeout(call, milliseconds);
        return () => clearTimeout(timer);
      }
    });
    const windows = new InteractiveWindows(client);
    const analysed = client.onNotification(ANALYSED, (params: AnalysedParams) => {
      pending.settled(params.uri);
      quiet.analysed(params);
      if (!quiet.has(params.uri)) status.set(params);
      windows.analysed(params.uri);
    });
    return Disposable.from(
      heartbeat,
      analysed,
      windows,
      serveFiles(client),
      ...(host.answer ? [host.answer(client)] : [])
    );
  };
  const host = hostOf(log);
  const supervisor = new Supervisor(host, options, attach, serverNews(log));
  const status = new Status(supervisor);
  context.subscriptions.push(
    log,
    status,
    environments,
    outputs,
    registerFixAll(() => supervisor.client),
    registerTextFirst(() => supervisor.client),
    registerScans(() => supervisor.client, quiet),
    registerFixFiles(() => supervisor.client, quiet),
    registerSharing(() => supervisor.client),
    watchTrust(() => supervisor.client),
    registerPreviewFix(() => supervisor.client),
    quickFixes,
    registerCopyReport(context, host.name, () => supervisor.state),
    registerRulePages(context.extensionUri),
    commands.registerCommand('loadlight.showOutput', () => log.show()),
    commands.registerCommand('loadlight.restart', () => {
      skipped.clear();
      return supervisor.restart();
    }),
    workspace.onDidCloseTextDocument(document => status.forget(document.uri)),
    workspace.onDidCloseNotebookDocument(notebook => status.forget(notebook.uri))
  );
  await supervisor.restart();
  return { stop: () => supervisor.stop() };
}
