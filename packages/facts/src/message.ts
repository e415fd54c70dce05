import { maskedAddress } from './masked-address.js';
import { fillTemplate } from './template.js';

/** English templates by message id, filled as `fillTemplate` does. */
export type MessageTemplates = Readonly<Record<string, string>>;

/**
 * A sentence or words for the reader: `text` is English, `id` and `args` are what a translation is made from. The id of a
 * rule's own message begins with the rule once it is a finding's: `LL101.turned-off`.
 */
export interface Message {
  readonly id: string;
  readonly args: Readonly<Record<string, MessageArgument>>;
  readonly text: string;
}

/** Data as it is, a number, or words that are a message themselves. */
export type MessageArgument = string | number | Message;

/** What is shown: data as it is (a path, a version), or a message. */
export type Wording = string | Message;

/**
 * Fills the template of that id. An argument is data: it is put in as it is, and whoever shows the text escapes it.
 * Throws where the id or an argument is missing, which is a mistake of the program's, never of the user's.
 */
export function say(
  templates: MessageTemplates,
  id: string,
  args: Readonly<Record<string, MessageArgument>> = {}
): Message {
  const template = templates[id];
  if (template === undefined) throw new Error(`no message has the id "${id}"`);
  const shown = withoutCredentials(args);
  return { id, args: shown, text: fillArguments(template, shown, 'en', inEnglish) };
}

/** Whatever is said of an address, its password is not. */
function withoutCredentials(args: Message['args']): Message['args'] {
  const holds = (value: MessageArgument): value is string => typeof value === 'string' && value.includes('://');
  if (!Object.values(args).some(holds)) return args;
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, holds(value) ? maskedAddress(value) : value])
  );
}

/** The template filled with arguments, those that are messages said by `render`. Throws where one is missing. */
export function fillArguments(
  template: string,
  args: Message['args'],
  language: string,
  render: (message: Message) => string
): string {
  const entries = Object.entries(args).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'object' ? render(value) : value
  ]);
  return fillTemplate(template, Object.fromEntries(entries), language);
}

/** The wording for those who read English: reports, the command line. */
export function inEnglish(wording: Wording): string {
  return typeof wording === 'string' ? wording : wording.text;
}
