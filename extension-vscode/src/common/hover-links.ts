import { MarkdownString } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { OPEN_RULE_PAGE, RULE_PAGES } from './rule-page.js';

const [before = '', after = ''] = RULE_PAGES.split('{rule}');

/** Links of a hover to rule pages become commands: a hover drops every address whose scheme it does not know. */
export const hoverLinks: Pick<Middleware, 'provideHover'> = {
  provideHover: async (document, position, token, next) => {
    const hover = await next(document, position, token);
    if (!hover) return hover;
    hover.contents = hover.contents.map(content => {
      if (!(content instanceof MarkdownString)) return content;
      const linked = new MarkdownString(
        content.value.replaceAll(/\]\(([^()\s]+)\)/g, (link, address: string) => {
          const rule = address.startsWith(before) ? address.slice(before.length, -after.length) : undefined;
          return rule === undefined
            ? link
            : `](command:${OPEN_RULE_PAGE}?${encodeURIComponent(JSON.stringify([rule]))})`;
        })
      );
      linked.isTrusted = { enabledCommands: [OPEN_RULE_PAGE] };
      return linked;
    });
    return hover;
  }
};
