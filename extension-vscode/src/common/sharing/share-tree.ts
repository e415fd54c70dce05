import type { SharedItem, SharedReport } from '@loadlight/protocol/share';
import type { Disposable } from 'vscode';
import { env, EventEmitter, l10n, ThemeColor, ThemeIcon, TreeItem, type Uri, window } from 'vscode';
import { counted } from '../counted.js';
import { headOf, placesTakenOut, rowOf, shownItems } from './share-rows.js';

/** The view, as the manifest names it. */
export const VIEW = 'loadlight.shareReport';

/** What is known of one notebook that somebody asked about. */
export interface Asked {
  readonly file: Uri;
  readonly report: SharedReport;
  /** The notebook has changed since. */
  readonly changed: boolean;
}

/** A line of the view; the last one has no item, and writes the clean copy. */
export interface ShareLine {
  readonly file: Uri;
  readonly item?: SharedItem;
  /** Of a clean copy. */
  readonly places: number;
}

/** The report on one notebook, line by line, in a view of the panel. */
export class ShareTree implements Disposable {
  private shown: Asked | undefined;
  private readonly changed = new EventEmitter<undefined>();
  private readonly view = window.createTreeView<ShareLine>(VIEW, {
    treeDataProvider: {
      onDidChangeTreeData: this.changed.event,
      getChildren: (parent?: ShareLine) => (parent === undefined && this.shown ? linesOf(this.shown) : []),
      getTreeItem: treeItem
    }
  });

  dispose(): void {
    this.view.dispose();
    this.changed.dispose();
  }

  show(asked: Asked): void {
    const { file, report, changed } = asked;
    const again = this.shown?.report !== report;
    this.shown = asked;
    this.view.message = headOf(nameOf(file), report, changed, l10n.t);
    const blocks = report.items.filter(({ level }) => level === 'blocks').length;
    this.view.badge = blocks === 0 ? undefined : { value: blocks, tooltip: report.verdict };
    if (again) this.changed.fire(undefined);
  }
}

export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function linesOf({ file, report }: Asked): ShareLine[] {
  const places = placesTakenOut(report);
  const lines: ShareLine[] = shownItems(report).map(item => ({ file, item, places }));
  return places === 0 ? lines : [...lines, { file, places }];
}

function treeItem(line: ShareLine): TreeItem {
  if (line.item === undefined) return copyLine(line);
  const row = rowOf(line.item, l10n.t);
  const tree = new TreeItem(row.label);
  tree.description = row.description;
  tree.tooltip = row.tooltip;
  tree.iconPath = new ThemeIcon(row.icon, new ThemeColor(row.colour));
  tree.contextValue = row.context;
  tree.accessibilityInformation = { label: row.spoken };
  tree.command = { command: 'loadlight.shareJump', title: l10n.t('Show'), arguments: [line] };
  return tree;
}

function copyLine({ file, places }: ShareLine): TreeItem {
  const tree = new TreeItem(l10n.t('Fix and save a clean copy…'));
  tree.description = counted(
    l10n.t('{n, plural, one {# place is taken out} other {# places are taken out}}'),
    places,
    env.language
  );
  tree.iconPath = new ThemeIcon('save-as');
  tree.command = { command: 'loadlight.saveCleanCopy', title: '', arguments: [file] };
  return tree;
}
