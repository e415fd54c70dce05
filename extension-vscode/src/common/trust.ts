import { type Disposable, Uri, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { DidChangeConfigurationNotification } from 'vscode-languageclient';
import type { PythonEnvironments } from './python-environments.js';
import type { ServerClient } from './server-client.js';

/**
 * Tells the server, with every document's settings, whether the user vouches for the workspace: the `loadlight.toml` of a
 * folder that nobody trusts turns nothing off. And in which Python environment the document runs.
 */
export function settingsMiddleware(environments: PythonEnvironments): Middleware {
  return {
    workspace: {
      async configuration(params, token, next) {
        const answers: unknown = await next(params, token);
        if (!Array.isArray(answers)) return [];
        return answers.map((answer: unknown, i) => {
          const { section, scopeUri } = params.items[i] ?? {};
          if (section !== 'loadlight') return answer;
          const environment = scopeUri === undefined ? undefined : environments.folderOf(Uri.parse(scopeUri));
          return {
            ...(typeof answer === 'object' ? answer : {}),
            trusted: workspace.isTrusted,
            ...(environment && { environment: environment.toString() })
          };
        });
      }
    }
  };
}

/** Has the server ask again when the user begins to trust the workspace. */
export function watchTrust(client: () => ServerClient | undefined): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    void client()?.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  });
}
