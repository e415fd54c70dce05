import { PART, type PartParams, type PartResult } from '@loadlight/protocol/messages';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  RequestType
} from 'vscode-languageserver/browser';
import { startServer } from '../common/server.js';
import { NoFiles } from './no-files.js';
import { WORKER_CHECKSUMS } from './worker-checksums.js';
import { WorkerParts } from './worker-parts.js';
import type { WorkerScope } from './worker-scope.js';

declare const self: WorkerScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const PART_REQUEST = new RequestType<PartParams, PartResult, void>(PART);

startServer(connection, {
  name: 'a worker',
  files: () => new NoFiles(),
  checksums: WORKER_CHECKSUMS,
  parts: options =>
    new WorkerParts(
      options.parts ?? {},
      self,
      async name => (await connection.sendRequest(PART_REQUEST, { name })).bytes
    )
});
