/**
 * The address of the box in which a user of VS Code's Interactive Window types the next cell, by the address of the
 * window's notebook; undefined for other notebooks. Both are numbered by VS Code, and nothing else says that they belong
 * together (microsoft/vscode#154983).
 */
export function interactiveInputOf(notebook: string): string | undefined {
  const number = /\/Interactive-(\d+)\.interactive$/.exec(notebook)?.[1];
  return number === undefined ? undefined : `vscode-interactive-input:/InteractiveInput-${number}`;
}
