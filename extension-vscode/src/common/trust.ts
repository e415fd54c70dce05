import { type Disposable, workspace } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { DidChangeConfigurationNotification } from 'vscode-languageclient';
import type { ServerClient } from './server-client.js';

/**
 * Tells the server, with every document's settings, whether the user vouches for the workspace: the `loadlight.toml` of a
 * folder that nobody trusts turns nothing off.
 */
export const trustMiddleware: Middleware = {
  workspace: {
    async configuration(params, token, next) {
      const answers: unknown = await next(params, token);
      if (!Array.isArray(answers)) return [];
      return answers.map((answer: unknown, i) => {
        if (params.items[i]?.section !== 'loadlight') return answer;
        return { ...(typeof answer === 'object' ? answer : {}), trusted: workspace.isTrusted };
      });
    }
  }
};

/** Has the server ask again when the user begins to trust the workspace. */
export function watchTrust(client: () => ServerClient | undefined): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    void client()?.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  });
}
