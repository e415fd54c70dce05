import { NOTEBOOK_FIX_ALL } from '@loadlight/protocol/kinds';
import { CodeAction, CodeActionKind, type Disposable, languages, type TextDocument, workspace } from 'vscode';
import { isSent } from './cell-languages.js';
import { askFor } from './fix-all.js';
import type { ServerClient } from './server-client.js';

const KIND = CodeActionKind.Empty.append(NOTEBOOK_FIX_ALL);

/**
 * Fix all of a notebook whose first cell is one that the server is not sent: on save the editor asks for it at the first
 * cell alone.
 */
export function registerTextFirst(running: () => ServerClient | undefined): Disposable {
  return languages.registerCodeActionsProvider(
    { notebookType: 'jupyter-notebook' },
    {
      provideCodeActions: async (document, _range, { only }) => {
        const client = running();
        const cell = isSent(document.languageId) ? undefined : pythonCellBeside(document);
        if (client === undefined || cell === undefined || only?.contains(KIND) !== true) return [];
        const found = await askFor(client, cell, NOTEBOOK_FIX_ALL);
        if (found === undefined) return [];
        const action = new CodeAction(found.title, KIND);
        action.edit = await client.protocol2CodeConverter.asWorkspaceEdit(found.edit);
        return [action];
      }
    },
    { providedCodeActionKinds: [KIND] }
  );
}

/** The first Python cell of the notebook that the text is a cell of. */
function pythonCellBeside(document: TextDocument): TextDocument | undefined {
  const notebook = workspace.notebookDocuments.find(each =>
    each.getCells().some(cell => cell.document.uri.toString() === document.uri.toString())
  );
  return notebook?.getCells().find(cell => cell.document.languageId === 'python')?.document;
}
