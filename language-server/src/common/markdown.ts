/** The text as Markdown that shows it as it is: it comes from the user's files, and may hold anything. */
export function escapeMarkdown(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  return oneLine.replace(/[&<>]/g, entity).replace(/[\\`*_{}[\]()#+\-.!|~:@$]/g, '\\$&');
}

/** The text as code, whatever back-quotes it holds. */
export function codeSpan(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  const longest = Math.max(0, ...(oneLine.match(/`+/g) ?? []).map(run => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${oneLine}${pad}${fence}`;
}

function entity(character: string): string {
  return character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;';
}
