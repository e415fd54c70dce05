import type { Explanation } from '@loadlight/facts/explanation';
import type { Explained } from '@loadlight/protocol/messages';
import type { Hover } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { rulePage } from '../diagnostics.js';
import { codeSpan, escapeMarkdown } from '../markdown.js';
import type { Session } from '../session.js';
import { explanationAt, translated } from './explain.js';

type Said = Explained;

/** Shape, not colour: as ux marks them everywhere. */
const MARKS: Readonly<Record<Explanation['mark'], string>> = {
  error: '●',
  warning: '◐',
  information: '○',
  fine: '✓'
};

/** `textDocument/hover`: what is known of the call under the pointer, on a safe one too. */
export function hover(session: Session): void {
  session.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
    const explanation = await explanationAt(session, textDocument.uri, position);
    if (!explanation) return null;
    const said = translated(explanation, session.translation);
    const contents = session.client.markdown
      ? { kind: MarkupKind.Markdown, value: toMarkdown(said, session.rulePages) }
      : { kind: MarkupKind.PlainText, value: toPlainText(said) };
    return { contents, range: explanation.place.range };
  });
}

function toMarkdown({ headline, rows, mark, rule }: Said, rulePages: string): string {
  const link = rule === undefined ? '' : ` [${escapeMarkdown(rule)}](${rulePage(rulePages, rule)})`;
  const lines = rows.map(({ label, text }) => `**${escapeMarkdown(label)}** ${escapeMarkdown(text)}`);
  return [`${MARKS[mark]} ${codeSpan(headline)}${link}`, ...lines].join('  \n');
}

function toPlainText({ headline, rows, mark, rule }: Said): string {
  const lines = rows.map(({ label, text }) => `${label}: ${text}`);
  return [`${MARKS[mark]} ${headline}${rule === undefined ? '' : ` (${rule})`}`, ...lines].join('\n');
}
