import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../common/server.js';
import { NoFiles } from './no-files.js';
import { WORKER_CHECKSUMS } from './worker-checksums.js';
import { WorkerParts } from './worker-parts.js';
import type { WorkerScope } from './worker-scope.js';

declare const self: WorkerScope;

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  name: 'a worker',
  files: () => new NoFiles(),
  checksums: WORKER_CHECKSUMS,
  parts: options => new WorkerParts(options.parts ?? {}, self)
});
