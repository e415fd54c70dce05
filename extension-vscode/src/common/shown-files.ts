import { type Tab, TabInputNotebook, TabInputText, type Uri, window } from 'vscode';

/** The URIs of all files and notebooks that have a tab. */
export function shownFiles(): ReadonlySet<string> {
  const tabs = window.tabGroups.all.flatMap(group => group.tabs);
  return new Set(tabs.flatMap(fileOf).map(uri => uri.toString()));
}

/** The file that the tab shows, if it shows one. */
export function fileOf({ input }: Tab): Uri[] {
  return input instanceof TabInputText || input instanceof TabInputNotebook ? [input.uri] : [];
}
