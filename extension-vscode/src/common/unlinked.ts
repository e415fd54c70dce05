/**
 * A name from the user's files as it is shown in VS Code's messages, language status and pick lists, which make a link
 * of `[text](command:…)` and an icon of `$(name)`: a word joiner, which nobody sees, keeps both from that.
 */
export function unlinked(text: string): string {
  return text.replaceAll(/[\]$](?=\()/g, '$&\u2060');
}
