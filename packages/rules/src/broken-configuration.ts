import { say, type MessageTemplates } from '@loadlight/facts/message';
import type { Rule } from './rule.js';

const messages: MessageTemplates = {
  'not-toml': 'This file cannot be read as TOML: {reason}. Nothing in it counts until that is mended.',
  'unknown-key': 'No setting is called `{key}`. Settings are: {known}.',
  'unknown-rule':
    'No rule is called `{rule}`, and none begins so. Write an id such as `LL101`, or its beginning, `LL1`.',
  'unknown-comment': 'Comments of `{comment}` are not known. Write one of: {known}.',
  'not-a-list': '`{key}` wants a list of strings. Write it in brackets.',
  'not-a-string': '`{key}` wants a string here. Write it in quotes.',
  'not-a-table': '`{key}` wants a table of names and values. Write `[{key}]` and a line for each.'
};

/** LL002: what is wrong in the configuration does not count, so it must not go unseen. */
export const brokenConfiguration: Rule<'configuration-mistake'> = {
  meta: {
    id: 'LL002',
    name: 'broken-configuration',
    summary: 'a mistake in loadlight.toml or [tool.loadlight]',
    severity: 'error',
    equivalents: [],
    cwe: [],
    messages,
    references: ['https://toml.io/en/v1.0.0']
  },
  reads: ['configuration-mistake'],
  check(fact) {
    return [{ severity: 'error', message: say(messages, fact.mistake, fact.args), place: fact.place, fixes: [] }];
  }
};
