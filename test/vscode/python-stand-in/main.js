// The one part of the Python extension's API that Loadlight uses, as @vscode/python-extension 1.0 types it. The extension itself
// is on no package registry. At first it knows of no environment; the command chooses one.
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const changes = new vscode.EventEmitter();
  let chosen = 'python';
  subscriptions.push(
    vscode.commands.registerCommand('python-stand-in.choose', () => {
      const [folder] = vscode.workspace.workspaceFolders;
      chosen = vscode.Uri.joinPath(folder.uri, 'envs/train/bin/python3.12').fsPath;
      changes.fire({ id: chosen, path: chosen, resource: folder });
    })
  );
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ id: chosen, path: chosen }),
      onDidChangeActiveEnvironmentPath: changes.event
    }
  };
};
