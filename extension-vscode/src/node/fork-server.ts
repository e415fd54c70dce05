import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import { IPCMessageReader, IPCMessageWriter } from 'vscode-languageclient/node';
import type { ServerHandle } from '../common/server-handle.js';

/**
 * Starts the server's file as a Node process and talks to it over IPC. Every line that it prints goes to `log`.
 * Rejects where no process can be made.
 */
export function forkServer(file: string, log: (line: string) => void): Promise<ServerHandle> {
  const child = fork(file, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    // The editor's own program is Node only when told so; its debug flags are not for the server.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [],
    silent: true
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream !== null) createInterface({ input: stream }).on('line', log);
  }
  const ended = new Promise<string>(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () =>
      resolve({
        transports: { reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child), detached: true },
        kill: () => void child.kill('SIGKILL'),
        ended
      })
    );
  });
}
