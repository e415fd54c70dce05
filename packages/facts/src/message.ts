/** English templates by message id; `{name}` is replaced by the argument of that name. */
export type MessageTemplates = Readonly<Record<string, string>>;

/** A sentence for the reader: `text` is English, `id` and `args` are what a translation is made from. */
export interface Message {
  readonly id: string;
  readonly args: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Fills the template of that id. An argument is data: it is put in as it is, and whoever shows the text escapes it.
 * Throws where the id or an argument is missing, which is a mistake of the program's, never of the user's.
 */
export function say(templates: MessageTemplates, id: string, args: Readonly<Record<string, string>> = {}): Message {
  const template = templates[id];
  if (template === undefined) throw new Error(`no message has the id "${id}"`);
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) throw new Error(`message "${id}" needs the argument "${name}"`);
    return value;
  });
  return { id, args, text };
}
