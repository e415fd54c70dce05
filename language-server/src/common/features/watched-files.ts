import type { FsChangedParams } from '@loadlight/protocol/messages';
import { FS_CHANGED } from '@loadlight/protocol/messages';
import { DidChangeWatchedFilesNotification, NotificationType } from 'vscode-languageserver';
import type { Session } from '../session.js';

const WATCHED = [
  '**/*.py',
  '**/{loadlight,pyproject,pylock,pylock.*}.toml',
  '**/requirements*.{txt,in}',
  '**/{uv,poetry,pdm,Pipfile}.lock',
  '**/{Pipfile,setup.cfg}',
  '**/{environment*,conda*}.{yml,yaml}',
  // An environment that comes, goes, or gets another package.
  '**/pyvenv.cfg',
  '**/site-packages/*.dist-info',
  '**/conda-meta/history'
];

/** `workspace/didChangeWatchedFiles` and `loadlight/fs.changed`: what other files say has changed. */
export function watchedFiles(session: Session): void {
  const { connection, client, files, analyses } = session;
  files.changed(() => analyses.refreshAll());
  connection.onDidChangeWatchedFiles(({ changes }) => files.announce(changes.map(({ uri }) => uri)));
  connection.onNotification(new NotificationType<FsChangedParams>(FS_CHANGED), ({ uris }) => files.announce(uris));
  if (!client.watchesFiles) return;
  session.onInitialized(() => {
    const watchers = WATCHED.map(globPattern => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });
}
