import { fillArguments, type MessageTemplates, type Wording } from '@loadlight/facts/message';

/** Says messages in the client's language, by the templates that the client brought; in English where it has none. */
export class Translation {
  private readonly templates: ReadonlyMap<string, string>;

  /** `templates` comes from outside: what is no text is not listened to. */
  constructor(
    private readonly language: string,
    templates: MessageTemplates
  ) {
    const entries: readonly (readonly [string, unknown])[] = Object.entries(templates);
    this.templates = new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  }

  /** What the user reads. Data stays as it is. */
  of(wording: Wording): string {
    if (typeof wording === 'string') return wording;
    const template = this.templates.get(wording.id);
    if (template === undefined) return wording.text;
    try {
      return fillArguments(template, wording.args, this.language, message => this.of(message));
    } catch {
      // A translation that asks for what the message does not have.
      return wording.text;
    }
  }
}
