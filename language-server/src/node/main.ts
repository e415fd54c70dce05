import { activeEnvironment } from '@loadlight/engine/node/active-environment';
import { NODE_CHECKSUMS } from '@loadlight/engine/node/checksums';
import { NodeFiles } from '@loadlight/engine/node/files';
import { hubCacheFolder } from '@loadlight/engine/node/hub-cache-folder';
import { NodeParts } from '@loadlight/engine/node/parts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../common/server.js';

/** The folder of the bundle, where the heavy parts stand beside it. */
declare const __dirname: string;

// How to connect is said on the command line: --stdio, --node-ipc, --socket=PORT.
const connection = createConnection(ProposedFeatures.all);

process.on('unhandledRejection', reason => {
  connection.console.error(reason instanceof Error ? (reason.stack ?? reason.name) : 'a promise was rejected');
});

// The npm package has them beside the bundle.
const pages = join(__dirname, 'rules');

const environment = activeEnvironment();
startServer(connection, {
  name: `node ${process.versions.node}`,
  files: () => new NodeFiles(),
  checksums: NODE_CHECKSUMS,
  hubCache: hubCacheFolder(),
  ...(existsSync(pages) && { rulePages: `${pathToFileURL(pages).href}/{rule}.md` }),
  ...(environment !== undefined && { environment }),
  parts: () => new NodeParts(__dirname)
});
