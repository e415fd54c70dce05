// What a VS Code without a server lacks here: a file system, and what code-server leaves out because it has one: the
// notebook serializer and the Markdown preview; and what opens an Interactive Window. Files come from the test's own server and go back to it.
const vscode = require('vscode');

class Disk {
  constructor(base) {
    this.base = base;
    this.changes = new vscode.EventEmitter();
    this.onDidChangeFile = this.changes.event;
  }

  async ask(method, uri, body) {
    const answer = await fetch(`${this.base}/disk${uri.path}`, { method, body });
    if (answer.status === 404) throw vscode.FileSystemError.FileNotFound(uri);
    if (!answer.ok) throw vscode.FileSystemError.Unavailable(uri);
    return answer;
  }

  async stat(uri) {
    const answer = await this.ask('HEAD', uri);
    const folder = answer.headers.get('x-kind') === 'directory';
    return {
      type: folder ? vscode.FileType.Directory : vscode.FileType.File,
      size: Number(answer.headers.get('x-size')),
      mtime: Number(answer.headers.get('x-mtime')),
      ctime: 0
    };
  }

  async readDirectory(uri) {
    const entries = await (await this.ask('GET', uri)).json();
    return entries.map(([name, folder]) => [name, folder ? vscode.FileType.Directory : vscode.FileType.File]);
  }

  async readFile(uri) {
    return new Uint8Array(await (await this.ask('GET', uri)).arrayBuffer());
  }

  async writeFile(uri, content) {
    await this.ask('PUT', uri, content);
    this.changes.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  createDirectory() {}
  delete() {}
  rename() {}
}

const serializer = {
  deserializeNotebook(bytes) {
    const { cells, ...rest } = JSON.parse(new TextDecoder().decode(bytes));
    const language = rest.metadata.language_info?.name ?? 'python';
    const data = new vscode.NotebookData(
      cells.map(cell => {
        const text = [cell.source].flat().join('');
        return cell.cell_type === 'code'
          ? new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, language)
          : new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, text, 'markdown');
      })
    );
    data.metadata = rest;
    return data;
  },
  serializeNotebook({ cells, metadata }) {
    const written = cells.map(({ kind, value }) => ({
      cell_type: kind === vscode.NotebookCellKind.Code ? 'code' : 'markdown',
      metadata: {},
      source: value,
      ...(kind === vscode.NotebookCellKind.Code ? { outputs: [], execution_count: null } : {})
    }));
    return new TextEncoder().encode(JSON.stringify({ cells: written, ...metadata }));
  }
};

const preview = {
  resolveCustomTextEditor(document, { webview }) {
    const text = document.getText().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    webview.html = `<!doctype html><pre>${text}</pre>`;
  }
};

/** An Interactive Window with a kernel that does nothing: the extension that brings one is not on npm. */
function interactiveWindow() {
  const controller = vscode.notebooks.createNotebookController('stand-in', 'interactive', 'Python (stand-in)');
  controller.supportedLanguages = ['python'];
  controller.executeHandler = cells => {
    for (const cell of cells) {
      const execution = controller.createNotebookCellExecution(cell);
      execution.start();
      execution.end(true);
    }
  };
  const open = vscode.commands.registerCommand('loadlight-stand-ins.openInteractiveWindow', () =>
    vscode.commands.executeCommand('interactive.open', {}, undefined, 'loadlight-test.loadlight-stand-ins/stand-in')
  );
  const nothing = {
    deserializeNotebook: () => new vscode.NotebookData([]),
    serializeNotebook: () => new Uint8Array()
  };
  return vscode.Disposable.from(controller, open, vscode.workspace.registerNotebookSerializer('interactive', nothing));
}

exports.activate = context => {
  const { scheme, authority } = context.extensionUri;
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('disk', new Disk(`${scheme}://${authority}`)),
    vscode.workspace.registerNotebookSerializer('jupyter-notebook', serializer),
    vscode.window.registerCustomEditorProvider('vscode.markdown.preview.editor', preview),
    interactiveWindow()
  );
};
