import type { Magic } from '@loadlight/facts/magic';
import type { PythonGrammar } from '@loadlight/python/grammar';
import { WorkspaceModule } from '@loadlight/python/modules/workspace-module';
import { fileSeenFrom } from './module-of-file.js';
import type { OpenCell } from './open-cell.js';
import type { Importing } from './workspace-modules.js';

/** What a document imports, and the modules that it writes itself. */
export class DocumentImports {
  private known: { readonly cells: readonly OpenCell[]; readonly said: Importing } | undefined;

  constructor(
    private readonly grammar: PythonGrammar,
    private readonly uri: string,
    private readonly isFile: boolean
  ) {}

  /** Worked out anew only where a cell changed. */
  of(cells: readonly OpenCell[]): Importing {
    const { known } = this;
    const telling = cells.filter(cell => cell.imports.length > 0 || cell.magics.some(writesFile));
    if (known?.cells.length === telling.length && telling.every((cell, i) => isSameText(cell, known.cells[i])))
      return known.said;
    const said = { imports: [...new Set(telling.flatMap(cell => cell.imports))], written: this.written(telling) };
    this.known = { cells: telling, said };
    return said;
  }

  /** Files that `%%writefile` makes, as modules whose places are those in the cell. */
  private written(cells: readonly OpenCell[]): Map<string, WorkspaceModule> {
    const written = new Map<string, WorkspaceModule>();
    for (const { input, magics } of cells) {
      for (const magic of magics.filter(writesFile)) {
        const path = magic.argument.split(/\s+/).find(word => word !== '' && !word.startsWith('-'));
        const uri = path === undefined ? undefined : fileSeenFrom(this.uri, path.replace(/^(['"])(.*)\1$/, '$2'));
        if (uri === undefined || !uri.endsWith('.py')) continue;
        const text = '\n'.repeat(magic.bodyRange.start.line) + magic.body;
        written.set(uri, new WorkspaceModule(this.grammar, this.uri, [{ id: input.id, text }], this.isFile, text));
      }
    }
    return written;
  }
}

function writesFile({ kind, name }: Magic): boolean {
  return kind === 'cell' && (name === 'writefile' || name === 'file');
}

function isSameText(cell: OpenCell, known: OpenCell | undefined): boolean {
  return cell.input.id === known?.input.id && cell.lines === known.lines;
}
