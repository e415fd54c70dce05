import { NodeFiles } from '@loadlight/engine/node/files';
import { hubCacheFolder } from '@loadlight/engine/node/hub-cache-folder';
import { NodeParts } from '@loadlight/engine/node/parts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../common/server.js';

/** The folder of the bundle, where the heavy parts stand beside it. */
declare const __dirname: string;

// How to connect is said on the command line: --stdio, --node-ipc, --socket=PORT.
const connection = createConnection(ProposedFeatures.all);

process.on('unhandledRejection', reason => {
  connection.console.error(reason instanceof Error ? (reason.stack ?? reason.name) : 'a promise was rejected');
});

startServer(connection, {
  name: `node ${process.versions.node}`,
  files: () => new NodeFiles(),
  hubCache: hubCacheFolder(),
  parts: () => new NodeParts(__dirname)
});
